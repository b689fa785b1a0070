import type { BoardDevice, BoardTarget, SerialPortInfo } from '@contract'
import type { Discovery } from '../discovery'

/** Where a device is now: a target to open, and its port; null: it is not there. */
export interface Place {
  target: BoardTarget
  port: SerialPortInfo | null
}

/**
 * Finds a device again: on USB by vendor, product and serial number, whatever its path is now;
 * otherwise by its path, which may not exist. Two devices that USB cannot tell apart are told apart by
 * their path alone, so that no other board is opened by guessing.
 */
export async function whereIs(
  target: BoardTarget,
  device: BoardDevice | null,
  discovery: Discovery,
): Promise<Place | null> {
  if (target.kind === 'virtual') return { target, port: null }
  const known = device?.port ?? null
  if (known === null || known.vendorId === null)
    return { target, port: known ?? (await discovery.at(target.path)) }
  const { ports, problem } = await discovery.list()
  if (problem.id === 'ports-not-listed') return { target, port: known }
  const alike = ports.filter(
    (port) =>
      port.vendorId === known.vendorId &&
      port.productId === known.productId &&
      port.serialNumber === known.serialNumber,
  )
  if (alike.length === 0) return null
  const there = await discovery.at(target.path)
  if (alike.some((port) => isSamePort(port, there))) return { target, port: there }
  if (alike.length !== 1) return null
  return { target: { ...target, path: alike[0].path }, port: alike[0] }
}

/** Not by path: that of a link and that of its port differ. */
const isSamePort = (a: SerialPortInfo, b: SerialPortInfo): boolean =>
  b.vendorId !== null &&
  a.vendorId === b.vendorId &&
  a.productId === b.productId &&
  a.serialNumber === b.serialNumber
