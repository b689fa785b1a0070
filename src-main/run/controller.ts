import {
  ProblemError,
  type Adjustment,
  type Change,
  type EdgeChanges,
  type EdgeHistoryReply,
  type Frame,
  type History,
  type MachineDescription,
  type ObservablesReply,
  type Reply,
  type Request,
  type RunConfig,
  type RunFile,
  type RunState,
  type SpinHistoryReply,
  type SpinsReply,
  type Watching,
  watchingSchema,
} from '@contract'
import type { Machine } from '../machine/machine'
import { ReplayMachine } from '../machine/replay'
import { recover, type RunCheckpoint } from './checkpoint'
import { Driver, type DriverParts } from './driver'
import { observe, physicsOf, type Physics } from './observables'
import { placeIn, type Replayed } from './replay'
import type { Versions } from './record'
import type { RecordedRun, RunRecording } from './recording'
import { Run, type RunListener } from './run'
import { changeTogether } from './together'

export interface ControllerParts extends DriverParts {
  /** An unconfigured machine of that kind. */
  createMachine(kind: RunConfig['machine']['kind']): Machine
  newRun(): string
  versions: Versions
  /** Where a run's measurements are recorded, besides its checkpoints. */
  record?(run: RecordedRun): RunRecording
}

/** What the engine does with the run of the moment; one method per command. */
export class RunController {
  private readonly driver: Driver
  /** What the window looks at, in this run and in those that come. */
  private watching: Watching = watchingSchema.parse({})
  /** Of a present run that replays a recorded one. */
  private replayed: { run: string; of: Replayed; machine: ReplayMachine } | null = null

  constructor(private readonly parts: ControllerParts) {
    this.driver = new Driver(parts)
  }

  /**
   * Builds a machine and makes it the present one; the former run is closed.
   * @throws ProblemError if the configuration cannot work: the former run then goes on.
   */
  configure(config: RunConfig): Promise<MachineDescription> {
    return this.driver.turns.take(() => this.replace(this.parts.newRun(), config, config, null))
  }

  /** The same configuration from step 0, as a new run. */
  reset(): Promise<MachineDescription> {
    return this.driver.turns.take(() => {
      const former = this.present()
      const config = { ...former.initialConfig, pace: former.config.pace }
      return this.replace(this.parts.newRun(), config, config, null)
    })
  }

  /**
   * Takes a run over from an engine process that was lost.
   * @param adjustments made after the checkpoint; they hold again at the same steps
   */
  resume(
    checkpoint: RunCheckpoint,
    state: RunState,
    adjustments: readonly Adjustment[],
  ): Promise<MachineDescription> {
    return this.driver.turns.take(async () => {
      const { config, restore, now } = recover(checkpoint, adjustments)
      const from = restore ? checkpoint : null
      const id = checkpoint.run
      const description = await this.replace(
        id,
        checkpoint.initialConfig,
        config,
        from,
        state === 'running',
      )
      const run = this.present()
      for (const change of now) await run.adjust(change)
      if (state === 'running') this.driver.go(run)
      else this.driver.enter(state)
      return description
    })
  }

  /** Makes the replay of a recorded run the present one, at its last step; nothing of it is kept. */
  replay(of: Replayed): Promise<MachineDescription> {
    return this.driver.turns.take(async () => {
      const run = this.parts.newRun()
      const machine = new ReplayMachine(of.reader)
      const description = await machine.configure(run)
      const former = this.driver.run
      await this.show({ run, of, machine }, description, of.steps)
      await former?.machine.close()
      return description
    })
  }

  /** Puts the replay to another step; it goes on from there if it was going on. */
  seek(step: number): Promise<void> {
    return this.driver.turns.take(async () => {
      const { replayed } = this
      if (replayed === null) throw new ProblemError(noReplay)
      const goesOn = this.driver.state === 'running'
      this.driver.halt()
      const { settle, steps } = replayed.of
      const wanted = step < steps ? (settle?.(step) ?? step) : steps
      await this.show(replayed, this.present().description, wanted)
      if (goesOn) this.driver.go(this.present())
    })
  }

  /** Identity of the recorded run whose replay is present; null: a run of its own. */
  get replays(): string | null {
    return this.replayed?.of.id ?? null
  }

  /** Whether the present run is that one, and no replay. */
  shows(run: string): boolean {
    return this.replayed === null && this.driver.run?.id === run
  }

  /** Whether that run is a replay, of which nothing is recorded. */
  isReplay(run: string): boolean {
    return this.replayed?.run === run
  }

  /** From ready, paused, or finished: then so many steps again as the stop rule gave. */
  start(): Promise<void> {
    return this.driver.turns.take(async () => {
      const run = this.able()
      if (this.driver.state === 'running') return
      if (this.driver.state === 'finished') run.extend(run.initialConfig.stop.steps)
      // From its end a replay begins anew.
      const { replayed } = this
      if (replayed !== null && run.step >= replayed.of.steps)
        await this.show(replayed, run.description, 0)
      this.driver.go(this.present())
    })
  }

  async pause(): Promise<void> {
    const run = this.present()
    this.driver.halt()
    await this.driver.turns.take(() => this.driver.settle(run))
  }

  /** Pauses, then does so many steps; another command that starts or stops ends it early. */
  async step(count: number): Promise<void> {
    const run = this.able()
    const order = this.driver.halt()
    await this.driver.turns.take(async () => {
      await run.rest()
      if (this.driver.state === 'finished') run.extend(count)
    })
    await this.driver.stepOn(run, count, order)
    await this.driver.turns.take(() => this.driver.settle(run))
  }

  /** Recorded with the step after which it holds. @throws ProblemError out of range */
  adjust(change: Change): Promise<void> {
    return this.driver.turns.take(async () => {
      await this.present().adjust(change)
      this.driver.showStill()
    })
  }

  /**
   * @param stepsPerSecond null: as fast as it goes
   * @throws ProblemError for a machine that has a pace of its own
   */
  async pace(stepsPerSecond: number | null): Promise<void> {
    const run = this.present()
    if (run.description.capabilities.ownPace === true) throw new ProblemError(ownPace)
    run.config = { ...run.config, pace: { stepsPerSecond } }
    this.driver.repace(run)
  }

  /** The run of the moment; null if there is none. */
  current(): Reply<'present'> {
    const { run, state } = this.driver
    if (run === null) return null
    const { recordedConfig: config, adjustmentsMade, description, problems } = run
    const known = { config, adjustmentsMade, state, description, problems: [...problems] }
    const own = { ...known, gaps: [...run.gaps], twin: run.hasTwin, replay: null }
    if (this.replayed === null) return own
    const { id: of, config: all, steps, runTimeMs } = this.replayed.of
    // Every change of the record is shown from the first, whatever step stands.
    const made = { adjustmentsMade: all.adjustments.length }
    const recorded = { ...all, pace: config.pace }
    return { ...own, ...made, config: recorded, replay: { of, steps, runTimeMs } }
  }

  /**
   * Goes on with the present run as the board has gone on with it. What it holds is asked first: a
   * board that was restarted pauses the run and says so.
   * @param learning whether the board learns now
   * @throws ProblemError where the run on the board is not this program's
   */
  pickUp(learning: boolean): Promise<MachineDescription> {
    return this.driver.turns.take(async () => {
      const { run, state } = this.driver
      if (run === null || run.machine.reception === undefined) throw new ProblemError(unknownRun)
      if (learning && state !== 'running') this.driver.go(this.able())
      return run.description
    })
  }

  /** @throws ProblemError where the present run is on no board. */
  twin(on: boolean): Promise<void> {
    return this.driver.turns.take(async () => {
      this.present().setTwin(on)
      this.driver.showStill()
      this.driver.catchUp()
    })
  }

  history(request: Request<'history'>): History {
    const { series, fromStep, toStep, buckets } = request
    if (this.replayed !== null) {
      const { run, of } = this.replayed
      return { ...of.history(series, fromStep, toStep, buckets), run }
    }
    return this.present().history(series, fromStep, toStep, buckets)
  }

  /** What the window looks at from now on, beyond what is in every frame. */
  watch(watching: Watching): Promise<void> {
    return this.driver.turns.take(async () => {
      this.watching = watching
      this.driver.run?.watch(watching)
      this.driver.showStill()
    })
  }

  /** @throws ProblemError where the machine cannot be looked into, or there is none. */
  observables(): Promise<ObservablesReply> {
    return this.driver.turns.take(async () => observe(this.present()))
  }

  /**
   * Spins at a kept moment of their training, or now.
   * @throws ProblemError where nodes are no spins
   */
  spins(step: number | null, example: number | null): Promise<SpinsReply> {
    return this.driver.turns.take(async () => {
      const settled = this.driver.state !== 'running'
      return this.present().spinLook.at(step, example, settled)
    })
  }

  /** @throws ProblemError where nodes are no spins */
  spinHistory(part: number): Promise<SpinHistoryReply> {
    return this.driver.turns.take(async () => this.present().spinLook.history(part))
  }

  edgeHistory(rows: number, fromStep?: number, toStep?: number | null): EdgeHistoryReply {
    const run = this.present()
    return run.telemetry.edgeHistory.query(run.id, rows, fromStep, toStep)
  }

  /** @see changeTogether */
  changeEdges(changes: EdgeChanges, most?: number): Promise<number[]> {
    return this.driver.turns.take(async () => {
      const changed = await changeTogether(this.present(), changes, most)
      this.driver.showStill()
      return changed
    })
  }

  record(): Promise<RunFile> {
    return this.driver.turns.take(async () => this.present().record(this.parts.versions))
  }

  /** Record, present state and description of one and the same step: what a report shows. */
  view(): Promise<{
    run: RunFile
    frame: Frame
    description: MachineDescription
    physics: Physics | null
  }> {
    return this.driver.turns.take(async () => {
      const run = this.present()
      return {
        run: run.record(this.parts.versions),
        frame: run.still(this.driver.display.counters),
        description: run.description,
        physics: physicsOf(run.machine),
      }
    })
  }

  /** Where frames go from now on; null: nowhere. The present state follows at once. */
  attach(show: ((frame: Frame) => void) | null): void {
    this.driver.display.attach(show)
    void this.driver.turns.take(async () => this.driver.showStill())
  }

  acknowledge(sequence: number): void {
    const { display, turns } = this.driver
    display.acknowledge(sequence)
    if (display.owing) void turns.take(async () => this.driver.showOwed())
  }

  async close(): Promise<void> {
    await this.driver.turns.take(async () => {
      await this.driver.leave()
      await this.driver.run?.machine.close()
      this.driver.clear()
    })
  }

  private async replace(
    id: string,
    initialConfig: RunConfig,
    config: RunConfig,
    checkpoint: RunCheckpoint | null,
    goesOn = false,
  ): Promise<MachineDescription> {
    const { parts, driver } = this
    const machine = parts.createMachine(config.machine.kind)
    const description = await described(machine, id, config, checkpoint)
    const listener: RunListener = {
      adjusted: (of, adjustment) => parts.emit({ kind: 'adjusted', run: of, adjustment }),
      problem: (problem) => parts.emit({ kind: 'problem', problem }),
      gap: (of, gap) => parts.emit({ kind: 'gap', run: of, gap }),
      solved: (id) => parts.emit({ kind: 'solved', id }),
    }
    const recorded = { id, initialConfig, config, description, from: checkpoint }
    const recording = parts.record?.(recorded) ?? null
    const run = new Run(
      id,
      initialConfig,
      config,
      machine,
      description,
      parts.time,
      listener,
      recording,
    )
    if (checkpoint !== null) await run.restore(checkpoint)
    // An edge of the former run is none of this one.
    this.watching = { ...this.watching, edge: null }
    run.watch(this.watching)
    const former = driver.run
    // What was wrong with a run that is left says nothing of this one.
    if (former !== null && former.id !== id)
      for (const problem of former.problems) parts.emit({ kind: 'solved', id: problem.id })
    await driver.begin(run, checkpoint === null ? 'ready' : 'paused', goesOn)
    this.replayed = null
    await former?.machine.close()
    return description
  }

  /** What is replayed was told when it happened: the run has nothing to say. */
  private async show(
    replayed: NonNullable<typeof this.replayed>,
    description: MachineDescription,
    step: number,
  ): Promise<void> {
    const { run: id, of, machine } = replayed
    const place = await placeIn(of, description, step)
    const { pace } = this.isReplay(id) ? this.present().config : of.config
    const config = { ...of.config, pace }
    const silent = { adjusted: () => undefined, problem: () => undefined }
    const run = new Run(id, of.config, config, machine, description, this.parts.time, silent)
    await run.restore(place)
    run.watch(this.watching)
    this.replayed = replayed
    await this.driver.begin(run, 'paused')
  }

  /** @throws ProblemError if there is no run. */
  private present(): Run {
    if (this.driver.run === null) throw new ProblemError(noRun)
    return this.driver.run
  }

  /** @throws ProblemError if the run cannot go on. */
  private able(): Run {
    const run = this.present()
    if (this.driver.state === 'failed') throw new ProblemError(failedBefore)
    return run
  }
}

/** A machine that cannot be this run's hears nothing more. */
async function described(
  machine: Machine,
  id: string,
  config: RunConfig,
  checkpoint: RunCheckpoint | null,
): Promise<MachineDescription> {
  try {
    return checkpoint !== null && machine.attach !== undefined
      ? await machine.attach(id, config, checkpoint.machine)
      : await machine.configure(id, config)
  } catch (thrown) {
    await machine.close()
    throw thrown
  }
}

const noRun = {
  id: 'no-run',
  severity: 'error' as const,
  message: 'There is no machine yet.',
  tip: 'Choose a preset or open a run.',
}

const noReplay = {
  id: 'no-replay',
  severity: 'error' as const,
  message: 'There is no replay to move in.',
  tip: 'Open a run of the library.',
}

const ownPace = {
  id: 'own-pace',
  severity: 'error' as const,
  message: 'A board learns at its own pace.',
  kept: 'It goes on as before.',
  tip: 'Do single steps to look at each of them.',
}

const unknownRun = {
  id: 'board-run-unknown',
  severity: 'error' as const,
  message: 'The run on the board is none that this program knows, nor one in its run store.',
  kept: 'The board goes on as it is.',
  tip: 'Begin a run to take the board over, or read it out in the console: EDGE:LEV:DATA?, CALC:ERR? TRA.',
}

const failedBefore = {
  id: 'run-failed',
  severity: 'error' as const,
  message: 'The run failed and cannot go on.',
  kept: 'Its history and record.',
  tip: 'Reset starts it again from step 0.',
}
