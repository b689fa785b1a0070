import { PseudoTerminal } from '../../pty/terminal'
import type { Transport } from '../../link/transport'

const LF = 10

/**
 * A pseudo-terminal in front of a board, that may change what the board says: each piece up to a
 * line feed goes through `alter`.
 */
export async function relay(
  board: Transport,
  alter: (piece: Buffer) => Uint8Array,
): Promise<{ path: string; stop(): Promise<void> }> {
  let pending = Buffer.alloc(0)
  const terminal = await PseudoTerminal.open({
    data: (bytes) => void board.write(bytes),
    lost: (problem) => {
      throw problem
    },
  })
  await board.open({
    data: (bytes) => {
      pending = Buffer.concat([pending, bytes])
      for (let end = pending.indexOf(LF); end >= 0; end = pending.indexOf(LF)) {
        terminal.write(alter(pending.subarray(0, end + 1)))
        pending = pending.subarray(end + 1)
      }
    },
    closed: () => undefined,
  })
  return {
    path: terminal.path,
    stop: async () => {
      await terminal.close()
      await board.close()
    },
  }
}
