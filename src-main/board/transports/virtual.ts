import { lineClosed } from '../link/problems'
import type { Transport, TransportEvents } from '../link/transport'
import { VirtualBoard } from '../virtual/board'

/** Steps between two looks at what came in: a few milliseconds on small networks. */
const STEPS_PER_TURN = 200
/** How often a board that drives its outputs and waits looks at its watchdog, ms. */
const LOOK_EVERY_MS = 100

/** Lets a board learn while the event loop has time. */
class Pump {
  private next: NodeJS.Immediate | null = null
  private look: NodeJS.Timeout | null = null

  constructor(private readonly board: VirtualBoard) {}

  turn(): void {
    if (this.next !== null) return
    this.next = setImmediate(() => {
      this.next = null
      this.board.turn(STEPS_PER_TURN)
      const { learning, state } = this.board
      if (learning) this.turn()
      else if (state.output && state.settings.watchdogS > 0) this.lookLater()
    })
  }

  private lookLater(): void {
    this.look ??= setTimeout(() => {
      this.look = null
      this.turn()
    }, LOOK_EVERY_MS).unref()
  }

  stop(): void {
    if (this.next !== null) clearImmediate(this.next)
    this.next = null
    if (this.look !== null) clearTimeout(this.look)
    this.look = null
  }
}

/** Where each board's bytes go now, and its time; a board without a line talks to nobody. */
const sinks = new WeakMap<VirtualBoard, (bytes: Uint8Array) => void>()
const pumps = new WeakMap<VirtualBoard, Pump>()

/** The virtual board in this process. */
export class VirtualTransport implements Transport {
  readonly name = 'virtual board'
  private events: TransportEvents | null = null
  private readonly board: VirtualBoard
  private readonly pump: Pump

  /**
   * @param board to attach to again, as to one whose cable was pulled; without: a new one.
   * @param learnsOn also while the line is closed, as a board with a supply of its own does.
   */
  constructor(
    board?: VirtualBoard,
    private readonly learnsOn = false,
  ) {
    this.board = board ?? makeVirtualBoard()
    this.pump = pumps.get(this.board) ?? new Pump(this.board)
    pumps.set(this.board, this.pump)
  }

  open(events: TransportEvents): Promise<void> {
    this.events = events
    sinks.set(this.board, (bytes) => queueMicrotask(() => this.events?.data(bytes)))
    this.pump.turn()
    return Promise.resolve()
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.events === null) return Promise.reject(lineClosed(this.name))
    this.board.receive(bytes)
    this.pump.turn()
    return Promise.resolve()
  }

  close(): Promise<void> {
    if (this.events === null) return Promise.resolve()
    this.events = null
    sinks.delete(this.board)
    if (!this.learnsOn) this.pump.stop()
    return Promise.resolve()
  }
}

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
