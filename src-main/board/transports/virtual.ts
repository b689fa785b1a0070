import { lineClosed } from '../link/problems'
import type { Transport, TransportEvents } from '../link/transport'
import { VirtualBoard } from '../virtual/board'

/** Steps between two looks at what came in: a few milliseconds on small networks. */
const STEPS_PER_TURN = 200

/** The virtual board in this process. It learns while the event loop has time. */
export class VirtualTransport implements Transport {
  readonly name = 'virtual board'
  private events: TransportEvents | null = null
  private pump: NodeJS.Immediate | null = null
  private readonly board: VirtualBoard

  /** @param board to attach to again, as to one whose cable was pulled; without: a new one. */
  constructor(board?: VirtualBoard) {
    this.board = board ?? makeVirtualBoard()
  }

  open(events: TransportEvents): Promise<void> {
    this.events = events
    sinks.set(this.board, (bytes) => queueMicrotask(() => this.events?.data(bytes)))
    this.turn()
    return Promise.resolve()
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.events === null) return Promise.reject(lineClosed(this.name))
    this.board.receive(bytes)
    this.turn()
    return Promise.resolve()
  }

  close(): Promise<void> {
    if (this.pump !== null) clearImmediate(this.pump)
    this.pump = null
    this.events = null
    sinks.delete(this.board)
    return Promise.resolve()
  }

  private turn(): void {
    if (this.pump !== null) return
    this.pump = setImmediate(() => {
      this.pump = null
      this.board.turn(STEPS_PER_TURN)
      if (this.board.learning) this.turn()
    })
  }
}

/** Where each board's bytes go now; a board without a line talks to nobody. */
const sinks = new WeakMap<VirtualBoard, (bytes: Uint8Array) => void>()

/**
 * A virtual board on the clock of this computer.
 * @param room bytes that its line takes now; without: any number.
 */
export function makeVirtualBoard(room: () => number = () => Infinity): VirtualBoard {
  const board: VirtualBoard = new VirtualBoard({
    send: (bytes) => sinks.get(board)?.(bytes),
    clockUs: () => performance.now() * 1000,
    room,
  })
  return board
}
