import type { BoardTarget } from '@contract'
import { systemDiscovery, type Discovery } from '../discovery'
import { realTimers, type Timers } from '../link/timers'
import type { Transport } from '../link/transport'
import { fileIdentity } from '../transports/presence'
import { SerialTransport } from '../transports/serial'
import { makeVirtualBoard, VirtualTransport } from '../transports/virtual'

/** What a connection is made of, injected so that tests can plug boards and let time fly. */
export interface ConnectionParts {
  /** A new transport for every try. */
  transport(target: BoardTarget): Transport
  discovery: Discovery
  timers: Timers
  /** Since the epoch, ms. */
  epochMs(): number
  /** What the file behind a path is; null where there is none. */
  fileIdentity(path: string): Promise<string | null>
}

/** The parts of this computer, with a virtual board that stays the same from connection to connection. */
export function realParts(): ConnectionParts {
  const virtual = makeVirtualBoard()
  return {
    transport: (target) =>
      target.kind === 'virtual'
        ? new VirtualTransport(virtual, true)
        : new SerialTransport(target.path, target.baudRate),
    discovery: systemDiscovery(),
    timers: realTimers,
    epochMs: () => performance.timeOrigin + performance.now(),
    fileIdentity,
  }
}
