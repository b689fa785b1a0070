import type { RunConfig } from '@contract'
import {
  blockAnswer,
  decodeFrame,
  elementsAnswer,
  formatNumber,
  numberAnswer,
  unreadable,
  type BoardFrame,
  type BoardProgram,
  type ScpiClient,
} from '../../board'
import { voltageRange } from './program'

/** Switches frames on, as often as the configuration says. @returns volts per count in them. */
export async function prepareFrames(
  client: ScpiClient,
  { machine }: RunConfig,
  program: BoardProgram,
): Promise<number> {
  const every = machine.kind === 'board' ? (machine.frameEvery ?? 0) : 0
  await client.command(`SENS:VOLT:RANG ${formatNumber(voltageRange(program))}`)
  await client.command(`TEL:INT ${every};STAT ON`)
  const asked = 'SENS:VOLT:SCAL?'
  return numberAnswer(asked, await client.query(asked)) ?? 0
}

/** E levels, or conductances under the ideal rule, as the board has them now. */
export async function readInitial(
  client: ScpiClient,
  { rule }: BoardProgram,
): Promise<Float64Array> {
  const [asked, kind] =
    rule.kind === 'discrete'
      ? (['EDGE:LEV:DATA?', 'W'] as const)
      : (['EDGE:COND:DATA?', 'F'] as const)
  return elementsAnswer(asked, await client.query(asked), kind)
}

/** The last step, with the voltages of all nodes in full. N values, V. */
export interface Standstill {
  frame: BoardFrame
  freeV: Float64Array<ArrayBuffer>
  clampedV: Float64Array<ArrayBuffer>
}

export async function askFrame(client: ScpiClient): Promise<Standstill> {
  const asked = 'FETC:FRAM?;VOLT:FREE?;CLAM?'
  const parts = await client.query(asked)
  const frame = decodeFrame(blockAnswer(asked, parts, 'S'))
  if (frame === null) throw unreadable(asked, 'a frame of another layout')
  return {
    frame,
    freeV: elementsAnswer(asked, parts, 'F', 1),
    clampedV: elementsAnswer(asked, parts, 'F', 2),
  }
}
