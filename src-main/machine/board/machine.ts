import {
  ProblemError,
  type Adjustment,
  type BoardDevice,
  type Change,
  type Evaluation,
} from '@contract'
import type { Frame, MachineDescription, Problem, RunConfig } from '@contract'
import {
  frameLineBytes,
  numberAnswer,
  upload,
  uploadArray,
  type BoardCapability,
  type BoardProgram,
  type ScpiClient,
} from '../../board'
import { makeLearner, type Data, type Learner } from '../../physics'
import { inOrder } from '../adjustments'
import { makeChange } from '../adjust'
import { shippedData } from '../data'
import type { Budget, Machine, Progress, Reception, Sink } from '../machine'
import { asProblem } from '../problem'
import { tellOf } from './changes'
import { readCheckpoint, writeCheckpoint, type BoardCheckpoint } from './checkpoint'
import { describeBoard } from './describe'
import { askEvaluation } from './evaluation'
import { checkFit } from './fit'
import { Follower } from './follower'
import type { BoardLine } from './line'
import { Measured } from './measured'
import { askFrame, prepareFrames, readInitial } from './prepare'
import { boardAway, boardRestarted, boardTaken, isLearningAlready } from './problems'
import { programOf } from './program'
import { Reach } from './reach'
import { askStanding } from './sameRun'

/** Frames are waited for so long, then others have their turn. */
const WAIT_MS = 20
/** A board that learns and says nothing for so long is asked: its last frame may be lost. */
const SILENT_MS = 500
/** While a board learns it is asked for errors this often at most, and for a tenth of its time. */
const EVALUATION_MS = 250
const EVALUATION_SHARE = 10
/** Largest number that TRIGger:COUNt takes. */
const MOST_COUNT = 4_294_967_294

interface Run {
  readonly id: string
  readonly config: RunConfig
  /** The same network, task, rule and schedule; it learns nothing. */
  readonly model: Learner
  readonly program: BoardProgram
  readonly adjustments: readonly Adjustment[]
  readonly follower: Follower
  readonly measured: Measured
  evaluation: Evaluation
  /** Of the newest evaluation in the record. */
  evaluatedStep: number
  /** Adjustments of the configuration that were made, and all that were. */
  made: number
  changes: Adjustment[]
  /** Adjustments before this step were made by the program that had the run before this one. */
  madeUntil: number
  limit: number
  started: boolean
  /** INITiate was sent, and its end was not seen. */
  learning: boolean
  /** It ends where nothing is to be asked. */
  brief: boolean
}

/** Whose run each board holds: the one before it learns that it has none. */
const owners = new WeakMap<BoardLine, BoardMachine>()

/**
 * A board behind the contract of all machines. It learns by itself: `advance` with a budget of steps
 * lets it do exactly these, and stops it where the configuration evaluates; without such a budget it
 * goes on between two calls, and is asked for its errors now and then.
 */
export class BoardMachine implements Machine {
  private run: Run | null = null
  private readonly reach: Reach
  private capability: BoardCapability
  private device: BoardDevice
  /** Why this run can never go on. */
  private gone: Problem | null = null
  /** It was to stand still, and could not be told. */
  private stopOwed = false
  private asking: Promise<void> | null = null
  private news: Evaluation | null = null
  private failure: unknown = null
  private evaluateFromMs = -Infinity
  /** Time of the newest sign of life while it learns, ms. */
  private quietMs = 0

  constructor(
    private readonly line: BoardLine,
    private readonly data: Data = shippedData,
  ) {
    this.capability = line.capability()
    this.device = line.device()
    this.reach = new Reach(line, (client) => this.stopIfOwed(client))
  }

  async configure(id: string, config: RunConfig): Promise<MachineDescription> {
    this.run = null
    const model = this.modelOf(config)
    const program = programOf(config, model)
    const client = this.line.client()
    this.own()
    this.reach.unsure = false
    await upload(client, program, this.capability)
    // What came until the board was reset is of the run before.
    this.reach.arrivals.clear()
    return this.begin(id, config, model, program)
  }

  /** @throws ProblemError board-restarted where the board is not at this run any more */
  async attach(id: string, config: RunConfig, bytes: Uint8Array): Promise<MachineDescription> {
    this.run = null
    const model = this.modelOf(config)
    const kept = readCheckpoint(bytes, config)
    const program = programOf(config, model)
    this.own()
    const description = await this.begin(id, config, model, program)
    await this.takeUp(kept)
    return description
  }

  private modelOf(config: RunConfig): Learner {
    const model = asProblem(() => makeLearner(config, this.data))
    const capability = this.line.capability()
    this.capability = capability
    this.device = this.line.device()
    checkFit(config, model, capability)
    const rehearsal = asProblem(() => makeLearner(config, this.data))
    for (const { change } of inOrder(config)) {
      tellOf(config, rehearsal, capability, change)
      makeChange(rehearsal, change)
    }
    return model
  }

  private own(): void {
    const former = owners.get(this.line)
    if (former !== this) former?.lose(boardTaken)
    owners.set(this.line, this)
    this.gone = null
    this.stopOwed = false
    this.reach.arrivals.clear()
  }

  private lose(problem: Problem): void {
    this.gone = problem
    if (this.run !== null) this.run.learning = false
  }

  private async begin(
    id: string,
    config: RunConfig,
    model: Learner,
    program: BoardProgram,
  ): Promise<MachineDescription> {
    const client = this.line.client()
    const voltsPerCount = await prepareFrames(client, config, program)
    const measured = new Measured(model, voltsPerCount)
    measured.takeEdges(await readInitial(client, program))
    this.run = {
      id,
      config,
      model,
      program,
      adjustments: inOrder(config),
      follower: new Follower(program.edges.length, measured, () => this.line.nowMs()),
      measured,
      evaluation: await askEvaluation(client, model.parts.task),
      evaluatedStep: -1,
      made: 0,
      madeUntil: 0,
      changes: [],
      limit: config.stop.steps ?? Infinity,
      started: false,
      learning: false,
      brief: false,
    }
    return describeBoard(id, config, model, this.capability, measured.conductance)
  }

  async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const run = this.configured()
    const { follower } = run
    this.stopOwed = false
    if (!run.started) {
      run.started = true
      this.record(run, run.evaluation, sink)
      await this.replay(run, sink)
    }
    const goal = Math.min(run.limit, follower.step + budget.steps)
    const exact = budget.steps !== Infinity
    while (follower.step < goal && this.gone === null) {
      await this.goOn(run, goal, exact, sink)
      if (budget.expired()) break
    }
    const { step } = follower
    if (this.gone === null) return { step, finished: step >= run.limit }
    sink.problem(this.gone)
    return { step, finished: false, halted: true }
  }

  /** One look at the board: starts it where it stands still, and hands over what came. */
  private async goOn(run: Run, goal: number, exact: boolean, sink: Sink): Promise<void> {
    const { reach, line } = this
    if (this.failure !== null) throw this.takeFailure()
    this.replayMade(run, sink)
    if (reach.unsure) await this.findOut(run, sink)
    // It may have come to its end while the line was away.
    if (this.gone !== null || run.follower.step >= goal) return
    if (!reach.unsure && !run.learning && (await this.replay(run, sink)))
      await this.launch(run, this.stopOf(run, goal, exact))
    await reach.arrivals.wait(WAIT_MS)
    const over = this.handOver(run, goal, sink)
    if (over && run.brief) run.learning = false
    else if (over) await this.land(run, sink)
    else if (!exact && run.learning) this.evaluateSoon(run)
    const silent = line.nowMs() - this.quietMs > SILENT_MS
    if (run.learning && silent && !reach.unsure) await this.findOut(run, sink)
  }

  /**
   * The next step at which the board must stand still.
   * @returns brief: it only has to catch its breath there, as its transmit buffer holds no more frames
   */
  private stopOf(run: Run, goal: number, exact: boolean): { step: number; brief: boolean } {
    const { limit, adjustments, made, config, follower } = run
    const { every } = config.evaluate
    const nextEvaluation = follower.step + every - (follower.step % every)
    const planned = adjustments[made]?.step ?? Infinity
    if (!exact) return { step: Math.min(limit, planned), brief: false }
    const step = Math.min(goal, nextEvaluation, planned)
    const full = follower.step + this.roomOf(run)
    return full < step ? { step: full, brief: true } : { step, brief: false }
  }

  /** Steps of which no frame can be lost on the board, where every one is asked for. */
  private roomOf({ config, program }: Run): number {
    const { machine, rule } = config
    if (machine.kind !== 'board' || machine.frameEvery !== 1) return Infinity
    const bytes = frameLineBytes(program.nodes, program.edges.length, rule.kind === 'ideal')
    return Math.max(1, Math.floor(this.capability.transmitBytes / bytes))
  }

  private async launch(run: Run, stop: { step: number; brief: boolean }): Promise<void> {
    const count = stop.step - run.follower.step
    run.brief = stop.brief
    const wanted = count <= MOST_COUNT ? String(count) : 'INF'
    run.learning = true
    run.follower.nextSequence = 0
    this.quietMs = this.line.nowMs()
    this.line.learning(true)
    const told = await this.reach.ask(async (client) => {
      try {
        await client.command(`TRIG:COUN ${wanted};:INIT`)
      } catch (thrown) {
        if (!isLearningAlready(thrown)) throw thrown
        // Somebody else started it, on the console: where it stands is asked next.
        run.learning = false
        this.reach.unsure = true
      }
      return true
    })
    // Whether it began is asked when the line is back.
    if (told === null) run.follower.nextSequence = null
  }

  private handOver(run: Run, upTo: number, sink: Sink): boolean {
    const { news, reach } = this
    const take = (to: number): boolean => {
      const frames = reach.arrivals.take(to)
      const over = run.follower.take(frames, reach.awayFor ?? 'line', sink)
      if (frames.length === 0) return false
      reach.awayFor = null
      this.quietMs = this.line.nowMs()
      return over
    }
    if (news === null) return take(upTo)
    this.news = null
    const over = take(Math.min(upTo, news.step))
    this.record(run, news, sink)
    return take(upTo) || over
  }

  /** The board ended by itself or was stopped: reads exactly where it stands. */
  private async land(run: Run, sink: Sink): Promise<void> {
    const { follower, model } = run
    const { reach } = this
    await this.asking
    const stands = await reach.ask(async (client) => {
      const { frame, freeV, clampedV } = await askFrame(client)
      return { frame, freeV, clampedV, evaluation: await askEvaluation(client, model.parts.task) }
    })
    if (stands === null) return
    run.learning = false
    this.line.learning(false)
    this.handOver(run, Infinity, sink)
    follower.stand(stands.frame, reach.awayFor ?? 'line', sink)
    if (stands.frame.step > 0)
      Object.assign(run.measured, { freeV: stands.freeV, clampedV: stands.clampedV })
    reach.awayFor = null
    if (follower.step % run.config.evaluate.every === 0) this.record(run, stands.evaluation, sink)
    else run.evaluation = stands.evaluation
    await this.replay(run, sink)
  }

  /** Asks where the board stands, after the line failed or frames did not come. */
  private async findOut(run: Run, sink: Sink): Promise<void> {
    const { follower } = run
    const found = await this.reach.ask((client) => askStanding(client, run.program))
    if (found === null) return
    this.quietMs = this.line.nowMs()
    if (found.other !== null || found.step < follower.step) {
      this.handOver(run, Infinity, sink)
      this.lose(boardRestarted(follower.step, found.other ?? `it is at step ${found.step}.`))
      this.line.learning(false)
      return
    }
    this.reach.unsure = false
    const was = run.learning
    run.learning = found.learning
    this.line.learning(found.learning)
    if (!found.learning && (was || found.step > follower.step)) await this.land(run, sink)
  }

  private record(run: Run, evaluation: Evaluation, sink: Sink): void {
    run.evaluation = evaluation
    if (evaluation.step <= run.evaluatedStep) return
    run.evaluatedStep = evaluation.step
    sink.evaluated(evaluation)
  }

  /** Asks for the errors while the board goes on; the answer is handed over when it is there. */
  private evaluateSoon(run: Run): void {
    const beganMs = this.line.nowMs()
    const due = run.evaluatedStep + run.config.evaluate.every
    if (this.asking !== null || this.reach.unsure) return
    if (run.follower.step < due || beganMs < this.evaluateFromMs) return
    const asked = this.reach.ask((client) => askEvaluation(client, run.model.parts.task))
    this.asking = asked
      .then((evaluation) => {
        if (this.run === run) this.news = evaluation
      })
      .catch((thrown: unknown) => {
        this.failure = thrown
      })
      .finally(() => {
        const nowMs = this.line.nowMs()
        const rest = (nowMs - beganMs) * EVALUATION_SHARE
        this.evaluateFromMs = nowMs + Math.max(EVALUATION_MS, rest)
        this.asking = null
        this.reach.arrivals.stir()
      })
  }

  private takeFailure(): unknown {
    const { failure } = this
    this.failure = null
    return failure
  }

  /** Makes the adjustments of the configuration that are due. @returns whether all were made. */
  private async replay(run: Run, sink: Sink): Promise<boolean> {
    const { adjustments, follower } = run
    this.replayMade(run, sink)
    while (run.made < adjustments.length && adjustments[run.made].step <= follower.step) {
      const { change } = adjustments[run.made]
      const done = await this.reach.ask(() => this.change(run, change, sink).then(() => true))
      if (done === null) return false
      run.made++
    }
    return true
  }

  /** Those that the board was told before this program took the run up. */
  private replayMade(run: Run, sink: Sink): void {
    const { adjustments, model } = run
    for (; (adjustments[run.made]?.step ?? Infinity) < run.madeUntil; run.made++) {
      const adjustment = adjustments[run.made]
      model.step = adjustment.step
      makeChange(model, adjustment.change)
      run.changes.push(adjustment)
      sink.adjusted(adjustment)
    }
  }

  async rest(sink: Sink): Promise<void> {
    const { run } = this
    if (run === null || this.gone !== null) return
    if (this.reach.unsure) await this.findOut(run, sink)
    // One that is away and was learning is stopped when it is back.
    this.stopOwed = this.reach.unsure && run.learning
    if (this.stopOwed || !run.learning || this.gone !== null) return
    const stopped = await this.reach.ask(async (client) => {
      await client.command('ABOR')
      return true
    })
    if (stopped === null) this.stopOwed = true
    else if (run.learning) await this.land(run, sink)
  }

  /** The same device is back; what it does now may be somebody else's. */
  private async stopIfOwed(client: ScpiClient): Promise<void> {
    if (!this.stopOwed || this.run === null || this.gone !== null) return
    const { other, learning } = await askStanding(client, this.run.program)
    if (other === null && learning) await client.command('ABOR')
    this.stopOwed = false
  }

  async adjust(change: Change, sink: Sink): Promise<void> {
    const run = this.configured()
    if (this.reach.unsure) await this.findOut(run, sink)
    if (this.gone !== null) throw new ProblemError(this.gone)
    if (this.reach.unsure) throw boardAway()
    await this.change(run, change, sink)
  }

  private async change(run: Run, change: Change, sink: Sink): Promise<void> {
    const { config, model, follower } = run
    const { capability } = this
    model.step = follower.step
    const told = tellOf(config, model, capability, change)
    let { step } = follower
    if (told.kind === 'command') {
      const asked = `${told.text};:RUN:STEP?`
      step = numberAnswer(asked, await this.line.client().query(asked)) ?? step
      this.handOver(run, step, sink)
    } else {
      await this.rest(sink)
      if (run.learning) throw boardAway()
      await uploadArray(this.line.client(), told.header, 'L', told.limits, capability.blockBytes)
      step = follower.step
    }
    model.step = step
    makeChange(model, change)
    run.changes.push({ step, change })
    sink.adjusted({ step, change })
  }

  extend(steps: number | null): void {
    const run = this.configured()
    run.limit = steps === null ? Infinity : run.limit + steps
  }

  observe(): Frame['state'] {
    const { measured, model } = this.configured()
    return {
      conductance: measured.conductance.slice(),
      edgeState: model.edges.state.slice(),
      example: measured.example,
      freeV: measured.freeV.slice(),
      clampedV: measured.clampedV.slice(),
    }
  }

  /** The newest that the board was asked for: of this very step wherever it stands still. */
  evaluate(): Evaluation {
    return this.configured().evaluation
  }

  expectedUpdates(): number {
    const { model, follower } = this.configured()
    model.step = follower.step
    return model.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.configured().model.parts.schedule.probability.slice()
  }

  /** Of the newest step, its conductances and the states of the edges. */
  hash(): string {
    const { model, follower, measured } = this.configured()
    model.step = follower.step
    model.parts.rule.conductance.set(measured.conductance)
    return model.digest()
  }

  reception(): Reception {
    const { received, missed, frameEvery } = this.configured().follower
    const { device } = this
    return { device, framesReceived: received, framesMissed: missed, frameEvery: [...frameEvery] }
  }

  async checkpoint(): Promise<Uint8Array> {
    const { config, follower, limit, started, changes } = this.configured()
    const { manufacturer, model, serialNumber, firmware } = this.device
    return writeCheckpoint(config, {
      device: [manufacturer, model, serialNumber, firmware],
      step: follower.step,
      limit: limit === Infinity ? null : limit,
      started,
      changes: [...changes],
      framesReceived: follower.received,
      framesMissed: follower.missed,
      frameEvery: [...follower.frameEvery],
      heardMs: follower.heardMs,
      nextSequence: follower.nextSequence,
    })
  }

  async restore(bytes: Uint8Array): Promise<void> {
    await this.takeUp(readCheckpoint(bytes, this.configured().config))
  }

  /** @throws ProblemError board-restarted */
  private async takeUp(kept: BoardCheckpoint): Promise<void> {
    const run = this.configured()
    const { follower, model } = run
    const { manufacturer, model: type, serialNumber, firmware } = this.device
    const found = await askStanding(this.line.client(), run.program)
    const same = kept.device.join() === [manufacturer, type, serialNumber, firmware].join()
    const other = same ? found.other : 'it is another board.'
    if (other !== null || found.step < kept.step)
      throw new ProblemError(boardRestarted(kept.step, other ?? `it is at step ${found.step}.`))
    follower.goOn(kept)
    run.limit = kept.limit ?? Infinity
    run.started = kept.started
    run.made = kept.started ? run.adjustments.filter(({ step }) => step <= kept.step).length : 0
    for (const { step, change } of kept.changes) {
      model.step = step
      makeChange(model, change)
      run.changes.push({ step, change })
    }
    run.learning = found.learning
    run.madeUntil = found.step
    run.evaluatedStep = kept.step
    this.line.learning(found.learning)
    this.reach.awayFor = 'unplugged'
    this.reach.unsure = true
  }

  /** A board that learns goes on. */
  async close(): Promise<void> {
    this.reach.close()
    this.run = null
    if (owners.get(this.line) === this) owners.delete(this.line)
  }

  private configured(): Run {
    if (this.run === null) throw new Error('the machine is not configured')
    return this.run
  }
}
