import type { ProblemError } from '@contract'
import type { Transport } from '../link/transport'
import { VirtualTransport, makeVirtualBoard } from '../transports/virtual'
import { identityOf } from '../virtual/commands'
import { limits } from '../virtual/limits'
import { makeLink, removeLink } from './link'
import { PacedLine } from './pacedLine'
import { PseudoTerminal } from './terminal'

export interface ServeOptions {
  /** A path that leads to the terminal for as long as it is there. */
  link?: string | undefined
  /** The rate that the board starts with: its choice of k follows from it. @default 115200 */
  baud?: number
  /** In *IDN?. @default '0' */
  serial?: string
  /** Bytes a second that the line takes. @default null, as fast as they are read */
  throttleBytesPerS?: number | null
}

/** A virtual board that other programs can open. */
export interface ServedBoard {
  path: string
  /** What it answers to *IDN?. */
  identity: string
  /** Resolves once, with what went wrong: only where it ended by itself. */
  lost: Promise<ProblemError>
  stop(): Promise<void>
}

/**
 * The virtual board on a pseudo-terminal.
 * @throws ProblemError pseudo-terminal-helper-missing, -failed, -link-taken, -link-failed
 */
export async function serveVirtualBoard(options: ServeOptions = {}): Promise<ServedBoard> {
  const { link, baud = 115_200, serial = '0', throttleBytesPerS = null } = options
  let tellLost: (problem: ProblemError) => void = () => undefined
  const lost = new Promise<ProblemError>((resolve) => (tellLost = resolve))
  const board = makeVirtualBoard(() => line.room())
  Object.assign(board.state.settings, { baud, serial })
  const transport: Transport = new VirtualTransport(board)
  const terminal = await PseudoTerminal.open({
    data: (bytes) => void transport.write(bytes),
    lost: (problem) => void stop().then(() => tellLost(problem)),
  })
  const line: PacedLine = new PacedLine({
    write: (bytes) => terminal.write(bytes),
    waiting: () => terminal.waiting,
    bytesPerS: throttleBytesPerS,
    bufferBytes: limits.transmitBytes,
    nowMs: () => performance.now(),
  })
  const stop = async (): Promise<void> => {
    line.close()
    await terminal.close()
    await transport.close()
    if (link !== undefined) await removeLink(terminal.path, link)
  }
  await transport.open({ data: (bytes) => line.send(bytes), closed: () => undefined })
  try {
    if (link !== undefined) await makeLink(terminal.path, link)
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { path: terminal.path, identity: identityOf(board.state.settings), lost, stop }
}
