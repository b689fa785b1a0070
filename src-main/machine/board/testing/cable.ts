import { BoardConnection, makeVirtualBoard, VirtualTransport } from '../../../board'
import type { Transport, TransportEvents, VirtualBoard } from '../../../board'
import { lineClosed, unplugged } from './refusals'

/** A virtual board with a supply of its own, at the end of a cable that can be pulled. */
export class Cable {
  board: VirtualBoard = makeVirtualBoard()
  private plugged = true
  /** The cable is pulled when a message with this text has left: the board hears it, no answer comes. */
  pullAfter: string | null = null
  private readonly ends = new Set<() => void>()

  /** @param onto the connection, to the virtual board */
  async connect(): Promise<BoardConnection> {
    const connection = this.connection()
    await connection.connect({ kind: 'virtual' })
    return connection
  }

  /** A way to the board that nobody has taken yet. */
  connection(): BoardConnection {
    return new BoardConnection({ transport: () => this.transport() })
  }

  pull(): void {
    this.plugged = false
    for (const end of this.ends) end()
    this.ends.clear()
  }

  plug(): void {
    this.plugged = true
  }

  /** The board loses its power: the next one knows nothing. */
  restart(): void {
    this.board = makeVirtualBoard()
  }

  private transport(): Transport {
    const inner = new VirtualTransport(this.board, true)
    let events: TransportEvents | null = null
    const end = (): void => {
      void inner.close()
      events?.closed(unplugged)
      events = null
    }
    return {
      name: inner.name,
      open: async (listener) => {
        if (!this.plugged) throw lineClosed
        events = listener
        this.ends.add(end)
        await inner.open(listener)
      },
      write: async (bytes) => {
        if (!this.plugged) throw lineClosed
        if (this.pullAfter === null || !Buffer.from(bytes).includes(this.pullAfter))
          return inner.write(bytes)
        this.pullAfter = null
        this.pull()
        this.board.receive(bytes)
      },
      close: () => {
        events = null
        this.ends.delete(end)
        return inner.close()
      },
    }
  }
}
