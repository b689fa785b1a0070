import { realpath } from 'node:fs/promises'
import type { Problem, SerialPortInfo } from '@contract'
import { SerialPort } from 'serialport'
import { whyNotListed } from './whyNotListed'

/** What the computer knows about its ports. */
export interface PortList {
  ports: SerialPortInfo[]
  /** Why they cannot be listed, or why one may be missing. */
  problem: Problem
}

/** Who knows the ports, injected so that tests can plug boards. */
export interface Discovery {
  /** Never throws. */
  list(): Promise<PortList>
  /** The listed port behind a path; one without a USB device where the path is on no list. */
  at(path: string): Promise<SerialPortInfo>
}

/** What serialport tells of a port. */
export type ListedPort = Awaited<ReturnType<typeof SerialPort.list>>[number]

/** udevadm answers within 0.1 s; one that hangs must not hold a connection up. */
const LIST_MS = 3000

const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim()
const hexadecimal = (text: string | undefined): string | null =>
  orNull(text)?.toLowerCase().padStart(4, '0') ?? null

const portOf = (listed: ListedPort): SerialPortInfo => ({
  path: listed.path,
  vendorId: hexadecimal(listed.vendorId),
  productId: hexadecimal(listed.productId),
  serialNumber: orNull(listed.serialNumber),
  manufacturer: orNull(listed.manufacturer),
})

/** USB devices first: boards are among them. */
const byUsefulness = (a: SerialPortInfo, b: SerialPortInfo): number =>
  Number(a.vendorId === null) - Number(b.vendorId === null) || a.path.localeCompare(b.path)

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Error(`no list of ports within ${LIST_MS} ms`))
    const timer = setTimeout(late, LIST_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/**
 * Serial ports by the operating system. On Linux that takes the program udevadm; pseudo-terminals are
 * on no list, so a path can always be typed.
 */
export function systemDiscovery(
  listed: () => Promise<ListedPort[]> = () => SerialPort.list(),
  platform: NodeJS.Platform = process.platform,
): Discovery {
  const list = async (): Promise<PortList> => {
    try {
      const ports = (await inTime(listed())).map(portOf).sort(byUsefulness)
      return { ports, problem: whyNotListed(platform) }
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      return { ports: [], problem: notListed(message) }
    }
  }
  return {
    list,
    async at(path) {
      const [{ ports }, real] = await Promise.all([list(), realPath(path)])
      const found = ports.find((port) => port.path === path || port.path === real)
      // The path that the user gave is kept: a link below /dev/serial/by-id moves with its device.
      if (found !== undefined) return { ...found, path }
      return { path, vendorId: null, productId: null, serialNumber: null, manufacturer: null }
    },
  }
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (thrown) {
    // COM3 is no file, and a path that is typed may not exist yet.
    if (thrown instanceof Error && 'code' in thrown) return path
    throw thrown
  }
}

export const notListed = (message: string): Problem => ({
  id: 'ports-not-listed',
  severity: 'warning',
  message: `The serial ports of this computer cannot be listed: ${message}`.slice(0, 4000),
  kept: 'A port can be opened all the same, by its path.',
  tip: /udevadm/.test(message)
    ? 'Install the package udev, or type the path of the port, for instance /dev/ttyACM0.'
    : 'Type the path of the port, for instance /dev/ttyACM0 or COM3.',
})
