import type { BoardState } from '@contract'
import type { ConnectionCounters } from './counters'
import { Listeners } from './listeners'
import type { ConnectionParts } from './parts'

/** Counters alone are told at most twice a second. */
const COUNTERS_MS = 500

type Told = Omit<BoardState, 'counters'>

/** What is known of the connection now, and who is told of its changes. */
export class Presence {
  counters: ConnectionCounters
  private readonly listeners = new Listeners<[BoardState]>()
  private present: Told
  private cancel: (() => void) | null = null
  private isLearning = false
  private isUnderWay = false

  constructor(
    private readonly parts: ConnectionParts,
    counters: ConnectionCounters,
  ) {
    this.counters = counters
    const sinceMs = parts.epochMs()
    this.present = { presence: 'absent', sinceMs, target: null, device: null, problem: null }
  }

  get now(): Readonly<Told> {
    return this.present
  }

  state(): BoardState {
    return { ...this.present, counters: this.counters.present() }
  }

  listen(listener: (state: BoardState) => void): () => void {
    return this.listeners.add(listener)
  }

  set(change: Partial<Omit<Told, 'sinceMs'>>): void {
    const next = { ...this.present, ...change }
    if (next.presence !== this.present.presence) next.sinceMs = this.parts.epochMs()
    this.present = next
    this.listeners.tell(this.state())
  }

  /** A board can be used. @param learning what it says of itself */
  found(learning: boolean, known: Pick<Told, 'target' | 'device' | 'problem'>): void {
    this.isLearning = learning
    this.set({ ...known, presence: this.atWork })
  }

  /** What a board that can be used says of itself, with every frame. */
  learns(is: boolean): void {
    this.isLearning = is
    this.work()
  }

  /** Of a run that stops and starts the board: its short rests are none. */
  underWay(is: boolean): void {
    this.isUnderWay = is
    this.work()
  }

  private get atWork(): 'learning' | 'identified' {
    return this.isLearning || this.isUnderWay ? 'learning' : 'identified'
  }

  private work(): void {
    const { presence } = this.present
    const isUsable = presence === 'learning' || presence === 'identified'
    if (isUsable && presence !== this.atWork) this.set({ presence: this.atWork })
  }

  /** The counters changed. */
  tellSoon(): void {
    this.cancel ??= this.parts.timers.after(COUNTERS_MS, () => {
      this.cancel = null
      this.listeners.tell(this.state())
    })
  }

  end(): void {
    this.cancel?.()
    this.cancel = null
  }
}
