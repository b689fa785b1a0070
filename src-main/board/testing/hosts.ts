import { serveVirtualBoard } from '../pty/serve'
import { SerialTransport } from '../transports/serial'
import { VirtualTransport } from '../transports/virtual'
import type { Transport } from '../link/transport'
import { firmware, onPseudoTerminal } from './firmware'

/** A board to connect to, and how to end it. */
export interface Running {
  transport: Transport
  stop(): void
}

/** Every kind of board that needs no hardware. */
export const kinds: [string, () => Promise<Running>][] = [
  ['virtual board', async () => ({ transport: new VirtualTransport(), stop: () => undefined })],
  [
    'virtual board on a pseudo-terminal',
    async () => {
      const { path, stop } = await serveVirtualBoard()
      return { transport: new SerialTransport(path), stop: () => void stop() }
    },
  ],
  [
    'host build on a pseudo-terminal',
    async () => {
      const { path, stop } = await onPseudoTerminal(firmware.host, ['--pty', '--lossy'])
      return { transport: new SerialTransport(path), stop }
    },
  ],
  [
    'firmware on an emulated ATmega2560, on a pseudo-terminal',
    async () => {
      const { path, stop } = await onPseudoTerminal(
        firmware.emulator,
        firmware.emulatorArguments('pty'),
      )
      return { transport: new SerialTransport(path), stop }
    },
  ],
]
