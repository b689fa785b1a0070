import {
  ProblemError,
  type Adjustment,
  type Change,
  type EdgeChanges,
  type Frame,
  type MachineDescription,
  type Reply,
  type RunConfig,
  type RunFile,
  type RunState,
  type Watching,
  watchingSchema,
} from '@contract'
import { begin, type BeginParts } from './begin'
import { recover, type RunCheckpoint } from './checkpoint'
import { Driver, type DriverParts } from './driver'
import { Looks } from './looks'
import type { Versions } from './record'
import { failedBefore, noRun, ownPace, unknownRun } from './refusals'
import type { Replayed } from './replay'
import { ReplayStage } from './replayStage'
import type { Run } from './run'
import { changeTogether } from './together'
import { presentOf, viewOf, type RunView } from './views'

export interface ControllerParts extends DriverParts, BeginParts {
  newRun(): string
  versions: Versions
}

/** What the engine does with the run of the moment; one method per command. */
export class RunController {
  /** Closer looks at it. */
  readonly looks: Looks
  private readonly driver: Driver
  /** What the window looks at, in this run and in those that come. */
  private watching: Watching = watchingSchema.parse({})
  private readonly stage: ReplayStage

  constructor(private readonly parts: ControllerParts) {
    const driver = new Driver(parts)
    this.driver = driver
    const present = async (run: Run): Promise<void> => {
      run.watch(this.watching)
      await driver.begin(run, 'paused')
    }
    this.stage = new ReplayStage({ driver, time: parts.time, present })
    this.looks = new Looks(driver, this.stage, () => this.present())
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
    return this.driver.turns.take(() => this.stage.enter(this.parts.newRun(), of))
  }

  /** Puts the replay to another step; it goes on from there if it was going on. */
  seek(step: number): Promise<void> {
    return this.driver.turns.take(() => this.stage.seek(step))
  }

  /** Identity of the recorded run whose replay is present; null: a run of its own. */
  get replays(): string | null {
    return this.stage.of?.id ?? null
  }

  /** Whether the present run is that one, and no replay. */
  shows(run: string): boolean {
    return this.stage.of === null && this.driver.run?.id === run
  }

  /** Whether that run is a replay, of which nothing is recorded. */
  isReplay(run: string): boolean {
    return this.stage.run === run
  }

  /** From ready, paused, or finished: then so many steps again as the stop rule gave. */
  start(): Promise<void> {
    return this.driver.turns.take(async () => {
      const run = this.able()
      if (this.driver.state === 'running') return
      if (this.driver.state === 'finished') run.extend(run.initialConfig.stop.steps)
      await this.stage.rewind(run.step)
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
    return run === null ? null : presentOf(run, state, this.stage.of)
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

  /** What the window looks at from now on, beyond what is in every frame. */
  watch(watching: Watching): Promise<void> {
    return this.driver.turns.take(async () => {
      this.watching = watching
      this.driver.run?.watch(watching)
      this.driver.showStill()
    })
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

  view(): Promise<RunView> {
    const { turns, display } = this.driver
    return turns.take(async () => viewOf(this.present(), this.parts.versions, display.counters))
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
    const run = await begin(parts, id, initialConfig, config, checkpoint)
    // An edge of the former run is none of this one.
    this.watching = { ...this.watching, edge: null }
    run.watch(this.watching)
    const former = driver.run
    // What was wrong with a run that is left says nothing of this one.
    if (former !== null && former.id !== id)
      for (const problem of former.notices.problems) parts.emit({ kind: 'solved', id: problem.id })
    await driver.begin(run, checkpoint === null ? 'ready' : 'paused', goesOn)
    this.stage.leave()
    await former?.machine.close()
    return run.description
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
