import type {
  Change,
  Frame,
  History,
  HistorySeries,
  MachineDescription,
  RunConfig,
  RunFile,
  RunState,
  Watching,
} from '@contract'
import type { Budget, Machine, Progress, Sink } from '../machine/machine'
import type { RunCheckpoint } from './checkpoint'
import { Beside } from './beside'
import { Course } from './course'
import { FreshEvaluation } from './freshEvaluation'
import { Ledger } from './ledger'
import { Notices, type RunListener } from './notices'
import { Rate } from './rate'
import { SpinLook } from './spinLook'
import { recordRun, type Versions } from './record'
import { both, type RunRecording } from './recording'
import { Sampling } from './sampling'
import { TargetWatch } from './targetWatch'
import { Telemetry, type FrameHead } from './telemetry'
import type { Time } from './time'
import { TwinRun } from './twin'
import { WaitShare } from './waitShare'

/** One run: a configured machine and everything that is known about its path so far. */
export class Run {
  readonly telemetry: Telemetry
  readonly rate = new Rate()
  /** Closer looks at spins, for a window. */
  readonly spinLook: SpinLook
  /** Of the record: what the run loses to its being written. */
  readonly waits = new WaitShare()
  readonly notices: Notices
  readonly course: Course

  private readonly ledger: Ledger
  private readonly sink: Sink
  private readonly beside: Beside
  private readonly sampling: Sampling
  /** null: the task has no classes. */
  private readonly targets: TargetWatch | null
  private readonly evaluation: FreshEvaluation
  private sequence = 0
  private merged = 0
  /** The machine follows its conductances on every step. */
  private follows = false

  /**
   * @param initialConfig what a reset goes back to
   * @param config of the present run: its stop rule and pace may have moved on
   */
  constructor(
    readonly id: string,
    readonly initialConfig: RunConfig,
    public config: RunConfig,
    readonly machine: Machine,
    readonly description: MachineDescription,
    private readonly time: Time,
    private readonly listener: RunListener,
    private readonly recording: RunRecording | null = null,
  ) {
    this.notices = new Notices(id, listener)
    this.course = new Course(time)
    this.ledger = new Ledger(config.adjustments)
    this.beside = new Beside(machine, time)
    const { classes, outputs } = description
    this.targets = classes.length > 0 ? new TargetWatch(machine.evaluate(), outputs.length) : null
    this.telemetry = new Telemetry(machine, description, {
      adjusted: (adjustment) => {
        this.ledger.add(adjustment)
        this.beside.adjusted(adjustment)
        listener.adjusted(id, adjustment)
      },
      problem: (problem) => this.notices.problem(problem),
      gap: (gap) => this.notices.gap(gap),
    })
    this.evaluation = new FreshEvaluation(machine, this.telemetry, time)
    this.spinLook = new SpinLook(id, machine, this.telemetry, time)
    this.sampling = new Sampling(machine, this.telemetry, recording)
    this.sink = recording === null ? this.telemetry : both(this.telemetry, recording)
  }

  get step(): number {
    return this.telemetry.step
  }

  /** @throws what the machine throws; measurements up to then are kept. */
  async advance(budget: Budget): Promise<Progress> {
    this.course.start()
    this.sampling.takeSpins(this.step)
    const goal = this.step + budget.steps
    let progress = await this.advanceTo(goal, budget)
    // Steps that are recorded on the way end a stretch, not the slice.
    while (
      this.sampling.take(progress) &&
      this.step < goal &&
      !this.recordFull &&
      !budget.expired()
    )
      progress = await this.advanceTo(goal, budget)
    this.course.pass(this.step, () => this.machine.hash())
    this.followTwin()
    this.watchTargets()
    return progress
  }

  /** Lets a machine stand still that goes on by itself. */
  async rest(): Promise<void> {
    await this.machine.rest?.(this.sink)
    this.watchTargets()
  }

  /** A checkpoint is due whatever the time: only that empties the record's buffers. */
  get recordFull(): boolean {
    return this.recording?.full === true
  }

  get hasTwin(): boolean {
    return this.beside.is
  }

  /** Whether the twin has not yet come to the newest step. */
  get twinBehind(): boolean {
    return this.beside.behind(this.step)
  }

  /**
   * Lets the simulation run beside the board, from step 0 on, or ends it.
   * @throws ProblemError where the run is on no board, or its beginning is not known
   */
  setTwin(on: boolean): void {
    if (on === this.hasTwin) return
    const make = (): TwinRun => {
      const made = this.ledger.all().slice(0, this.ledger.madeCount)
      return new TwinRun(this.config, this.description, made, this.telemetry)
    }
    this.beside.set(on ? make : null)
    this.telemetry.forgetTwin()
  }

  /** Lets the twin work for a slice. */
  followTwin(): void {
    this.beside.follow(this.step)
  }

  /** @throws ProblemError if the machine cannot do it. */
  async adjust(change: Change): Promise<void> {
    await this.machine.adjust(change, this.sink)
    this.course.changed(this.step)
  }

  /** Goes past the stop rule; the record then asks for as many steps. */
  extend(steps: number | null): void {
    this.machine.extend(steps)
    this.config = { ...this.config, stop: { steps: steps === null ? null : this.step + steps } }
  }

  /** @param settled the machine stands still: the frame shows exactly this step. */
  frame(settled: boolean, counters: { merged: number }): Frame {
    const nowMs = this.time.nowMs()
    this.evaluation.keep(settled)
    this.rate.add(nowMs, this.step)
    const frame = this.telemetry.frame(this.head(settled, counters), !settled)
    this.sequence += 1
    return this.beside.shown(frame)
  }

  /** The present state for a report; the stream of frames does not notice. */
  still(counters: { merged: number }): Frame {
    this.evaluation.keep(true)
    return this.beside.shown(this.telemetry.still(this.head(true, counters)))
  }

  history(
    series: HistorySeries,
    fromStep: number,
    toStep: number | null,
    buckets: number,
  ): History {
    this.telemetry.passTime(this.course.runTimeMs)
    return this.telemetry.history.query(this.id, series, fromStep, toStep, buckets)
  }

  /** What a window looks at; the machine is asked to follow its conductances, or to end it. */
  watch({ rasterSteps, edge, conductances, example }: Watching): void {
    const known = edge !== null && edge < this.description.edges.length
    this.telemetry.watch(rasterSteps, known ? edge : null, example)
    if (conductances === this.follows) return
    this.follows = conductances
    const all = { displacement: true, covariance: true, cycle: false, plateau: null }
    this.machine.watch?.(conductances ? all : null)
  }

  record(versions: Versions): RunFile {
    return recordRun({
      run: this.id,
      config: this.recordedConfig,
      ...this.course.told(),
      versions,
      steps: this.step,
      expectedUpdates: this.machine.expectedUpdates(),
      evaluation: this.machine.evaluate(),
      hash: this.machine.hash(),
      dropped: this.dropped,
      ...this.notices.snapshot(),
      reception: this.machine.reception?.() ?? null,
      twin: this.beside.latest,
    })
  }

  async checkpoint(state: RunState, counters: { merged: number }): Promise<RunCheckpoint> {
    const device = this.machine.reception?.().device
    if (device !== undefined) {
      this.recording?.identified(device)
      // It cannot be computed again: what the board told last is kept, seen by a window or not.
      this.telemetry.show(this.machine.evaluate())
    }
    this.telemetry.passTime(this.course.runTimeMs)
    return {
      run: this.id,
      initialConfig: this.initialConfig,
      config: this.recordedConfig,
      adjustmentsMade: this.ledger.madeCount,
      state,
      step: this.step,
      ...this.course.snapshot(),
      sequence: this.sequence,
      merged: this.merged + counters.merged,
      ...this.notices.snapshot(),
      twin: this.hasTwin,
      machine: await this.machine.checkpoint(),
      telemetry: this.telemetry.snapshot(),
    }
  }

  /** @throws ProblemError if the machine's part is not from this configuration. */
  async restore(checkpoint: RunCheckpoint): Promise<void> {
    // One that went on by itself was taken up as it is.
    if (this.machine.attach === undefined) await this.machine.restore(checkpoint.machine)
    this.telemetry.restore(checkpoint.telemetry, checkpoint.step, checkpoint.runTimeMs)
    this.ledger.skip(checkpoint.adjustmentsMade)
    this.course.restore(checkpoint)
    this.sequence = checkpoint.sequence
    this.merged = checkpoint.merged
    this.notices.restore(checkpoint)
    if (checkpoint.twin) this.setTwin(true)
  }

  private head(settled: boolean, counters: { merged: number }): FrameHead {
    return {
      run: this.id,
      sequence: this.sequence,
      runTimeMs: this.course.runTimeMs,
      sentAtMs: this.time.epochMs(),
      stepsPerSecond: settled ? 0 : this.rate.value(),
      counters: {
        merged: this.merged + counters.merged,
        dropped: this.dropped,
        recordWait: this.waits.value(this.time.nowMs()),
      },
    }
  }

  /** Frames of a board that never came. */
  private get dropped(): number {
    return this.machine.reception?.().framesMissed ?? 0
  }

  /** With the adjustments made so far and those still planned. */
  get recordedConfig(): RunConfig {
    return { ...this.config, adjustments: this.ledger.all() }
  }

  /** How many of the recorded adjustments were made. */
  get adjustmentsMade(): number {
    return this.ledger.madeCount
  }

  private advanceTo(goal: number, budget: Budget): Promise<Progress> {
    const stop = this.sampling.until(goal)
    return this.machine.advance({ ...budget, steps: stop - this.step }, this.sink)
  }

  private watchTargets(): void {
    const { evaluation } = this.telemetry
    const news = evaluation && this.targets?.look(evaluation)
    if (typeof news === 'string') this.listener.solved?.(news)
    else if (news) this.telemetry.problem(news)
  }
}
