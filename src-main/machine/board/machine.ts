import type { Change, Evaluation, Frame, MachineDescription, RunConfig } from '@contract'
import { upload } from '../../board'
import type { Data } from '../../physics'
import { shippedData } from '../data'
import type { Budget, Machine, Progress, Reception, Sink } from '../machine'
import { adjust } from './adjusting'
import { begin, checkHeld, modelOf, takeUp } from './beginning'
import { launch, stopOf } from './burst'
import { readCheckpoint, writeCheckpoint } from './checkpoint'
import type { BoardLine } from './line'
import { replay, replayMade } from './making'
import { boardTaken } from './problems'
import { programOf } from './program'
import type { HeldRun } from './heldRun'
import { Session } from './session'
import { findOut, land, rest, stopIfOwed } from './standing'

/** Frames are waited for so long, then others have their turn. */
const WAIT_MS = 20
/** A board that learns and says nothing for so long is asked: its last frame may be lost. */
const SILENT_MS = 500

/** Whose run each board holds: the one before it learns that it has none. */
const owners = new WeakMap<BoardLine, Session>()

/**
 * A board behind the contract of all machines. It learns by itself: `advance` with a budget of steps
 * lets it do exactly these, and stops it where the configuration evaluates; without such a budget it
 * goes on between two calls, and is asked for its errors now and then.
 */
export class BoardMachine implements Machine {
  private readonly session: Session

  constructor(
    private readonly line: BoardLine,
    private readonly data: Data = shippedData,
  ) {
    this.session = new Session(line, (client) => stopIfOwed(this.session, client))
  }

  async configure(id: string, config: RunConfig): Promise<MachineDescription> {
    const { session, line } = this
    session.run = null
    const model = modelOf(session, config, this.data)
    const program = programOf(config, model)
    const client = line.client()
    this.own()
    session.reach.unsure = false
    await upload(client, program, session.capability)
    // What came until the board was reset is of the run before.
    session.reach.arrivals.clear()
    return begin(session, id, config, model, program)
  }

  /** @throws ProblemError board-restarted where the board is not at this run any more */
  async attach(id: string, config: RunConfig, bytes: Uint8Array): Promise<MachineDescription> {
    const { session } = this
    session.run = null
    const model = modelOf(session, config, this.data)
    const kept = readCheckpoint(bytes, config)
    const program = programOf(config, model)
    await checkHeld(session, kept, program)
    this.own()
    const description = await begin(session, id, config, model, program)
    await takeUp(session, kept)
    return description
  }

  private own(): void {
    const former = owners.get(this.line)
    if (former !== this.session) former?.lose(boardTaken)
    owners.set(this.line, this.session)
    this.session.renew()
  }

  async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const { session } = this
    const run = session.configured()
    const { follower } = run
    session.stopOwed = false
    if (!run.started) {
      run.started = true
      session.record(run, run.evaluation, sink)
      await replay(session, run, sink)
    }
    const goal = Math.min(run.limit, follower.step + budget.steps)
    const exact = budget.steps !== Infinity
    while (follower.step < goal && session.gone === null) {
      await this.goOn(run, goal, exact, sink)
      if (budget.expired()) break
    }
    const { step } = follower
    if (session.gone === null) return { step, finished: step >= run.limit }
    sink.problem(session.gone)
    return { step, finished: false, halted: true }
  }

  /** One look at the board: starts it where it stands still, and hands over what came. */
  private async goOn(run: HeldRun, goal: number, exact: boolean, sink: Sink): Promise<void> {
    const { session, line } = this
    const { reach, evaluations } = session
    evaluations.throwFailure()
    replayMade(run, sink)
    if (reach.unsure) await findOut(session, run, sink)
    // It may have come to its end while the line was away.
    if (session.gone !== null || run.follower.step >= goal) return
    if (!reach.unsure && !run.learning && (await replay(session, run, sink)))
      await launch(session, run, stopOf(session, run, goal, exact))
    await reach.arrivals.wait(WAIT_MS)
    const over = session.handOver(run, goal, sink)
    if (over && run.brief) run.learning = false
    else if (over) await land(session, run, sink)
    else if (!exact && run.learning) evaluations.soon(run)
    const silent = line.nowMs() - session.quietMs > SILENT_MS
    if (run.learning && silent && !reach.unsure) await findOut(session, run, sink)
  }

  async rest(sink: Sink): Promise<void> {
    const { session } = this
    if (session.run === null || session.gone !== null) return
    this.line.underWay(false)
    await rest(session, session.run, sink)
  }

  async adjust(change: Change, sink: Sink): Promise<void> {
    await adjust(this.session, this.session.configured(), change, sink)
  }

  extend(steps: number | null): void {
    const run = this.session.configured()
    run.limit = steps === null ? Infinity : run.limit + steps
  }

  observe(): Frame['state'] {
    return this.session.configured().measured.state()
  }

  conductances(): Float64Array {
    return this.session.configured().measured.conductance.slice()
  }

  /** The newest that the board was asked for: of this very step wherever it stands still. */
  evaluate(): Evaluation {
    return this.session.configured().evaluation
  }

  expectedUpdates(): number {
    const { model, follower } = this.session.configured()
    model.step = follower.step
    return model.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.session.configured().model.parts.schedule.probability.slice()
  }

  /** Of the newest step, its conductances and the states of the edges. */
  hash(): string {
    const { model, follower, measured } = this.session.configured()
    model.step = follower.step
    model.parts.rule.conductance.set(measured.conductance)
    return model.digest()
  }

  reception(): Reception {
    const { received, missed, frameEvery } = this.session.configured().follower
    const { device } = this.session
    return { device, framesReceived: received, framesMissed: missed, frameEvery: [...frameEvery] }
  }

  async checkpoint(): Promise<Uint8Array> {
    return writeCheckpoint(this.session.device, this.session.configured())
  }

  async restore(bytes: Uint8Array): Promise<void> {
    const { session } = this
    await takeUp(session, readCheckpoint(bytes, session.configured().config))
  }

  /** A board that learns goes on. */
  async close(): Promise<void> {
    const { session } = this
    session.reach.close()
    session.run = null
    if (owners.get(this.line) !== session) return
    owners.delete(this.line)
    this.line.underWay(false)
  }
}
