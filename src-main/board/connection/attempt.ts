import type { Problem } from '@contract'
import { ScpiClient, type ClientOptions } from '../link/client'
import { lineClosed } from '../link/problems'
import { GuardedTransport, type ByteCounters } from './guard'
import { Hold } from './hold'
import type { ConnectionParts } from './parts'
import type { Place } from './whereabouts'

/** A port that does not close holds the next attempt up no longer. */
const CLOSING_MS = 3000

/**
 * One wish to have a board: it owns the only line there may be. Ended by the next wish; from then on
 * its lines are shut for good.
 */
export class Attempt {
  over = false
  private guard: GuardedTransport | null = null

  constructor(
    private readonly parts: ConnectionParts,
    private readonly counters: ByteCounters,
    /** The former attempt has closed its port. */
    private readonly former: Promise<void>,
  ) {}

  /**
   * A new line, once all former ones are closed. @param lost called once, if it goes away by itself.
   * @throws ProblemError of the transport.
   */
  async open(
    place: Place,
    log: NonNullable<ClientOptions['log']>,
    lost: (hold: Hold, problem: Problem | null) => void,
  ): Promise<Hold> {
    await this.former
    await this.closeLine()
    if (this.over) throw lineClosed('given up')
    const guard = new GuardedTransport(this.parts.transport(place.target), this.counters)
    this.guard = guard
    const hold = new Hold(place)
    const client = await ScpiClient.open(
      guard,
      {
        frame: (frame) => hold.frame(frame),
        closed: (problem) => {
          hold.isLost = true
          hold.why = problem
          if (!guard.isShut) lost(hold, problem)
        },
      },
      { timers: this.parts.timers, log },
    )
    hold.attach(client)
    return hold
  }

  /** Never throws; done when the port is free, or after `CLOSING_MS`. */
  closeLine(): Promise<void> {
    const { guard } = this
    this.guard = null
    if (guard === null) return Promise.resolve()
    return new Promise((done) => {
      const cancel = this.parts.timers.after(CLOSING_MS, done)
      const ended = (): void => {
        cancel()
        done()
      }
      guard.close().then(ended, ended)
    })
  }

  /** No byte more leaves; done when the port is free. */
  async end(): Promise<void> {
    this.over = true
    await Promise.all([this.former, this.closeLine()])
  }

  wait(ms: number): Promise<void> {
    return new Promise((done) => this.parts.timers.after(ms, done))
  }
}
