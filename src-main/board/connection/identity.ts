import type { BoardDevice, SerialPortInfo } from '@contract'
import type { BoardCapability } from '../capability'

/** The four fields of `*IDN?`. */
export type Identity = Pick<BoardDevice, 'manufacturer' | 'model' | 'serialNumber' | 'firmware'>

export function readIdentity(text: string): Identity {
  const [manufacturer = '', model = '', serialNumber = '', firmware = ''] = text
    .split(',')
    .map((field) => field.trim())
  return { manufacturer, model, serialNumber, firmware }
}

/** Whether it is a board of the protocol: only such a one is sent anything else. */
export const isBoard = ({ manufacturer, model }: Identity): boolean =>
  manufacturer === 'Desynclab' && model.startsWith('Board ')

/** For people. */
export const nameOf = ({ model, serialNumber, firmware }: Identity): string =>
  `${model}, number ${serialNumber}, firmware ${firmware}`

/** Whether the same board answered: all four fields. */
export const isSameBoard = (a: Identity, b: Identity): boolean =>
  a.manufacturer === b.manufacturer &&
  a.model === b.model &&
  a.serialNumber === b.serialNumber &&
  a.firmware === b.firmware

/**
 * Whether it can be the same board after its port was free for another program, which may have
 * flashed it: the firmware may be another, and with it the back-end.
 */
export const isSameAfterFlashing = (a: BoardDevice, b: Identity): boolean =>
  // The USB device is known by a number of its own; a new firmware may have lost the board's.
  (a.port?.serialNumber ?? null) !== null || a.serialNumber === b.serialNumber

export function deviceOf(
  identity: Identity,
  capability: BoardCapability,
  port: SerialPortInfo | null,
): BoardDevice {
  const { backend, nodes, edges, levels, examples, rules, schedules, live } = capability
  return { ...identity, port, backend, nodes, edges, levels, examples, rules, schedules, live }
}
