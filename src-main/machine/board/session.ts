import type { BoardDevice, Evaluation, Problem } from '@contract'
import type { BoardCapability, ScpiClient } from '../../board'
import type { Sink } from '../machine'
import { Evaluations } from './evaluations'
import type { HeldRun } from './heldRun'
import type { BoardLine } from './line'
import { Reach } from './reach'

/** A line to a board, and the run that it was sent; what all parts of the machine work on. */
export class Session {
  run: HeldRun | null = null
  readonly reach: Reach
  readonly evaluations: Evaluations
  capability: BoardCapability
  device: BoardDevice
  /** Why this run can never go on. */
  gone: Problem | null = null
  /** It was to stand still, and could not be told. */
  stopOwed = false
  /** Time of the newest sign of life while it learns, ms. */
  quietMs = 0

  constructor(
    readonly line: BoardLine,
    back: (client: ScpiClient) => Promise<void>,
  ) {
    this.capability = line.capability()
    this.device = line.device()
    this.reach = new Reach(line, back)
    this.evaluations = new Evaluations(line, this.reach)
  }

  configured(): HeldRun {
    if (this.run === null) throw new Error('the machine is not configured')
    return this.run
  }

  /** Nothing is left of a former run. */
  renew(): void {
    this.gone = null
    this.stopOwed = false
    this.reach.arrivals.clear()
  }

  lose(problem: Problem): void {
    this.gone = problem
    if (this.run !== null) this.run.learning = false
    this.line.underWay(false)
  }

  /** A sign of life. */
  heard(): void {
    this.quietMs = this.line.nowMs()
  }

  /**
   * Hands over what came up to a step, and in between the evaluation that was asked for meanwhile.
   * @returns whether the newest of it ended a run of the board
   */
  handOver(run: HeldRun, upTo: number, sink: Sink): boolean {
    const news = this.evaluations.takeNews(run)
    if (news === null) return this.take(run, upTo, sink)
    const over = this.take(run, Math.min(upTo, news.step), sink)
    this.record(run, news, sink)
    return this.take(run, upTo, sink) || over
  }

  private take(run: HeldRun, upTo: number, sink: Sink): boolean {
    const { reach } = this
    const frames = reach.arrivals.take(upTo)
    const over = run.follower.take(frames, reach.awayFor ?? 'line', sink)
    if (frames.length === 0) return false
    reach.awayFor = null
    this.heard()
    return over
  }

  record(run: HeldRun, evaluation: Evaluation, sink: Sink): void {
    run.evaluation = evaluation
    if (evaluation.step <= run.evaluatedStep) return
    run.evaluatedStep = evaluation.step
    sink.evaluated(evaluation)
  }
}
