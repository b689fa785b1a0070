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
