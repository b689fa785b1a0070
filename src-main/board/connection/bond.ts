import { toProblem, type BoardDevice, type Problem } from '@contract'
import type { BoardCapability } from '../capability'
import type { ScpiClient } from '../link/client'
import type { BoardFrame } from '../link/frame'
import { lineClosed } from '../link/problems'
import { Attempt } from './attempt'
import { ConnectionCounters } from './counters'
import { keepAsking } from './heartbeat'
import type { Accept, Hold } from './hold'
import { deviceOf, nameOf } from './identity'
import { Listeners } from './listeners'
import { BoardLog } from './log'
import type { ConnectionParts } from './parts'
import { Presence } from './presence'
import { boardAway } from './problems'
import type { Place } from './whereabouts'

/** Why a board cannot be used any more: the reasons of a gap, or that it was let go of. */
export type AwayReason = 'unplugged' | 'line' | 'released' | 'disconnected'

/** What to do where the board is lost without anybody's wish. */
export interface LossSteps {
  /** The line went away by itself. */
  lost(attempt: Attempt, device: BoardDevice, problem: Problem | null): void
  /** The line is there, the board does not answer. */
  silent(attempt: Attempt, hold: Hold, device: BoardDevice, how: string): void
}

/** The present attempt, the one line that it may hold, and who is told of what comes over it. */
export class Bond {
  readonly log: BoardLog
  readonly presence: Presence
  readonly frames = new Listeners<[BoardFrame, number]>()
  readonly aways = new Listeners<[AwayReason]>()
  readonly backs = new Listeners<[ScpiClient], Promise<void>>()
  private attempt: Attempt | null = null
  /** The line, while the board on it can be used. */
  hold: Hold | null = null
  capable: BoardCapability | null = null

  constructor(
    readonly parts: ConnectionParts,
    private readonly loss: LossSteps,
  ) {
    this.log = new BoardLog(parts.epochMs)
    this.presence = new Presence(parts, new ConnectionCounters())
  }

  /** @throws ProblemError board-away */
  usable(): Hold {
    if (this.hold === null) throw boardAway(this.presence.state())
    return this.hold
  }

  note(text: string): void {
    this.log.add('note', text)
  }

  /** Ends what went on before, at once: what comes is the only attempt. */
  takeOver(reason: AwayReason): Attempt {
    this.away(reason)
    const former = this.attempt?.end() ?? Promise.resolve()
    this.attempt = new Attempt(this.parts, this.presence.counters, former)
    return this.attempt
  }

  away(reason: AwayReason): void {
    if (this.hold === null) return
    this.hold.holdBack()
    this.hold = null
    this.aways.tell(reason)
  }

  /** Opens a line and gets to know the board on it. @throws ProblemError */
  async reach(attempt: Attempt, place: Place, accept: Accept, isReturn: boolean): Promise<void> {
    const hold = await attempt.open(
      place,
      (direction, text) => this.log.add(direction, text),
      (lost, problem) => this.lost(attempt, lost, problem),
    )
    await this.meet(attempt, hold, accept, isReturn)
  }

  /** From `*IDN?` to a board that can be used. @throws ProblemError */
  async meet(attempt: Attempt, hold: Hold, accept: Accept, isReturn: boolean): Promise<void> {
    const { client, place } = hold
    const { identity, capability } = await hold.ask(accept)
    const problem = isReturn ? await this.tellBack(client) : null
    const learning = await hold.isLearning()
    if (attempt.over || hold.isLost) throw lineClosed(client.name, hold.why)
    this.hold = hold
    this.capable = capability
    this.presence.counters.follow(client.counters)
    if (isReturn) this.presence.counters.reconnects++
    const device = deviceOf(identity, capability, place.port)
    this.note(`${isReturn ? 'back: ' : ''}${nameOf(device)}`)
    this.presence.found(learning, { target: place.target, device, problem })
    hold.handOn((frame) => this.frame(frame))
    void keepAsking(hold, this.parts.timers, {
      isOver: () => attempt.over || this.hold !== hold,
      bytesIn: () => this.presence.counters.bytesIn,
      learning: (is) => this.learns(is),
      reported: (reported) => this.presence.set({ problem: reported }),
      silent: (how) => {
        this.away('line')
        this.loss.silent(attempt, hold, device, how)
      },
    })
  }

  /** All who want to look at the board first do. @returns what one of them threw. */
  private async tellBack(client: ScpiClient): Promise<Problem | null> {
    let problem: Problem | null = null
    for (const done of this.backs.tell(client)) {
      problem ??= await done.then(
        () => null,
        (thrown: unknown) => toProblem(thrown, 'board-not-picked-up'),
      )
    }
    return problem
  }

  /** The board says whether it learns. */
  learns(is: boolean): void {
    if (this.hold !== null) this.presence.learns(is)
  }

  /** Asks it, where a person may have started or ended a run. */
  async refresh(hold: Hold): Promise<void> {
    if (this.hold !== hold || hold.isLost) return
    try {
      this.learns(await hold.isLearning())
    } catch (thrown) {
      this.note(toProblem(thrown, 'board-state-unknown').message)
    }
  }

  private frame(frame: BoardFrame): void {
    this.presence.counters.frame(frame)
    this.log.frame(frame)
    this.learns(frame.learning)
    this.frames.tell(frame, this.parts.epochMs())
    this.presence.tellSoon()
  }

  private lost(attempt: Attempt, hold: Hold, problem: Problem | null): void {
    const { device } = this.presence.now
    // Before the board is known the attempt itself fails, and says so.
    if (attempt.over || this.hold !== hold || device === null) return
    this.away('unplugged')
    this.loss.lost(attempt, device, problem)
  }
}
