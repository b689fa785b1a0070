import {
  ProblemError,
  toProblem,
  type Adjustment,
  type Change,
  type Frame,
  type History,
  type LabEvent,
  type MachineDescription,
  type Request,
  type RunConfig,
  type RunFile,
  type RunState,
} from '@contract'
import type { Machine } from '../machine/machine'
import { recover, type RunCheckpoint } from './checkpoint'
import { FrameGate } from './gate'
import { Pace } from './pace'
import type { Versions } from './record'
import { Run } from './run'
import type { Sleep, Time } from './time'
import { Turns } from './turns'

/** The machine works so long at a stretch: a command waits 8 ms and the event loop, not more. */
const SLICE_MS = 8
/** Waits shorter than this only cost wake-ups; the pace makes up for it. */
const SHORTEST_SLEEP_MS = 4
const CHECKPOINT_MS = 1000

export interface ControllerParts {
  /** An unconfigured machine of that kind. */
  createMachine(kind: RunConfig['machine']['kind']): Machine
  newRun(): string
  time: Time
  versions: Versions
  emit(event: LabEvent): void
  /** Once a second while running, and whenever the run comes to rest. */
  keep(checkpoint: RunCheckpoint): void
}

/** Owns the run of the moment: starts it, paces it, and shows it while it goes on. */
export class RunController {
  private run: Run | null = null
  private state: RunState = 'empty'
  private pacing: Pace
  private gate = new FrameGate()
  private show: ((frame: Frame) => void) | null = null
  private sleeping: Sleep | null = null
  private readonly turns = new Turns()
  /** Changes with every command that starts or stops the machine: older work ends. */
  private order = 0
  private slicedMs = 0
  private keptMs = -Infinity

  constructor(private readonly parts: ControllerParts) {
    this.pacing = new Pace(null, parts.time.nowMs())
  }

  /**
   * Builds a machine and makes it the present one; the former run is closed.
   * @throws ProblemError if the configuration cannot work: the former run then goes on.
   */
  configure(config: RunConfig): Promise<MachineDescription> {
    return this.turns.take(() => this.replace(this.parts.newRun(), config, config, null))
  }

  /** The same configuration from step 0, as a new run. */
  reset(): Promise<MachineDescription> {
    return this.turns.take(() => {
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
    return this.turns.take(async () => {
      const { config, restore, now } = recover(checkpoint, adjustments)
      const from = restore ? checkpoint : null
      const id = checkpoint.run
      const description = await this.replace(id, checkpoint.initialConfig, config, from)
      for (const change of now) await this.present().adjust(change)
      if (state === 'running') this.go()
      else this.enter(state)
      return description
    })
  }

  /** From ready, paused, or finished: then so many steps again as the stop rule gave. */
  start(): Promise<void> {
    return this.turns.take(async () => {
      const run = this.able()
      if (this.state === 'running') return
      if (this.state === 'finished') run.extend(run.initialConfig.stop.steps)
      this.go()
    })
  }

  async pause(): Promise<void> {
    const run = this.present()
    this.halt()
    await this.turns.take(() => this.settle(run))
  }

  /** Pauses, then does so many steps; another command that starts or stops ends it early. */
  async step(count: number): Promise<void> {
    const run = this.able()
    this.halt()
    const order = this.order
    let left = count
    await this.turns.take(async () => {
      if (this.state === 'finished') run.extend(count)
    })
    while (left > 0 && order === this.order) {
      left -= await this.turns.take(() => this.stepSlice(run, order, left))
      await this.parts.time.breathe()
    }
    await this.turns.take(() => this.settle(run))
  }

  adjust(change: Change): Promise<void> {
    return this.turns.take(async () => {
      const run = this.present()
      await run.adjust(change)
      if (this.state !== 'running') this.offer(run, true)
    })
  }

  async pace(stepsPerSecond: number | null): Promise<void> {
    const run = this.present()
    run.config = { ...run.config, pace: { stepsPerSecond } }
    this.pacing = new Pace(stepsPerSecond, this.parts.time.nowMs())
    this.sleeping?.wake()
  }

  history(request: Request<'history'>): History {
    const { series, fromStep, toStep, buckets } = request
    return this.present().history(series, fromStep, toStep, buckets)
  }

  record(): Promise<RunFile> {
    return this.turns.take(async () => this.present().record(this.parts.versions))
  }

  /** The frame that the window would get now, and what the machine is: for a report. */
  view(): Promise<{ frame: Frame; description: MachineDescription }> {
    return this.turns.take(async () => {
      const run = this.present()
      return { frame: run.still(this.gate), description: run.description }
    })
  }

  /** Where frames go from now on; null: nowhere. The present state follows at once. */
  attach(show: ((frame: Frame) => void) | null): void {
    this.show = show
    this.gate.open()
    void this.turns.take(async () => {
      if (this.run !== null) this.offer(this.run, true)
    })
  }

  acknowledge(sequence: number): void {
    this.gate.acknowledge(sequence)
    if (!this.gate.owing || this.state === 'running') return
    void this.turns.take(async () => {
      if (this.run !== null && this.gate.owing) this.offer(this.run, true)
    })
  }

  async close(): Promise<void> {
    this.halt()
    await this.turns.take(async () => {
      await this.run?.machine.close()
      this.run = null
      this.state = 'empty'
    })
  }

  private async replace(
    id: string,
    initialConfig: RunConfig,
    config: RunConfig,
    checkpoint: RunCheckpoint | null,
  ): Promise<MachineDescription> {
    const { parts } = this
    const machine = parts.createMachine(config.machine.kind)
    const description = await machine.configure(id, config)
    const run = new Run(id, initialConfig, config, machine, description, parts.time, {
      adjusted: (of, adjustment) => parts.emit({ kind: 'adjusted', run: of, adjustment }),
      problem: (problem) => parts.emit({ kind: 'problem', problem }),
    })
    if (checkpoint !== null) await run.restore(checkpoint)
    const former = this.run
    this.order += 1
    this.run = run
    this.pacing = new Pace(config.pace.stepsPerSecond, parts.time.nowMs())
    this.gate = new FrameGate()
    this.enter(checkpoint === null ? 'ready' : 'paused')
    this.offer(run, true)
    await this.checkpoint(run)
    await former?.machine.close()
    return description
  }

  private go(): void {
    const run = this.able()
    this.order += 1
    this.slicedMs = this.parts.time.nowMs()
    this.pacing = new Pace(run.config.pace.stepsPerSecond, this.slicedMs)
    run.rate.clear()
    run.rate.add(this.slicedMs, run.step)
    this.enter('running')
    void this.loop(run, this.order)
  }

  /** Ends whatever is going on, at the latest after the present slice. */
  private halt(): void {
    this.order += 1
    this.sleeping?.wake()
    if (this.state === 'running') this.enter('paused')
  }

  private async loop(run: Run, order: number): Promise<void> {
    while (order === this.order) {
      const waitMs = await this.turns.take(() => this.runSlice(run, order))
      if (order !== this.order) return
      if (waitMs === 0) await this.parts.time.breathe()
      else await this.sleep(Math.max(waitMs, SHORTEST_SLEEP_MS))
    }
  }

  /** One slice of a run that goes on; returns how long there is nothing to do, ms. */
  private async runSlice(run: Run, order: number): Promise<number> {
    if (order !== this.order) return 0
    const nowMs = this.parts.time.nowMs()
    const due = this.pacing.due(nowMs)
    if (due >= 1) this.pacing.spend(await this.advance(run, due, nowMs))
    const endMs = this.parts.time.nowMs()
    run.runTimeMs += endMs - this.slicedMs
    this.slicedMs = endMs
    try {
      if (this.state !== 'running') await this.settle(run)
      else if (endMs - this.keptMs >= CHECKPOINT_MS) await this.checkpoint(run)
    } catch (thrown) {
      this.fail(run, thrown)
    }
    return this.pacing.waitMs()
  }

  private async stepSlice(run: Run, order: number, left: number): Promise<number> {
    if (order !== this.order) return 0
    const nowMs = this.parts.time.nowMs()
    if (this.state === 'ready') this.enter('paused')
    const done = await this.advance(run, left, nowMs)
    run.runTimeMs += this.parts.time.nowMs() - nowMs
    return done
  }

  /** Lets the machine work until the slice or the frame is due; returns the steps done. */
  private async advance(run: Run, due: number, nowMs: number): Promise<number> {
    const { time } = this.parts
    const untilMs = Math.min(nowMs + SLICE_MS, Math.max(nowMs + 1, this.gate.nextDueMs()))
    const before = run.step
    try {
      const progress = await run.advance({
        steps: Math.min(due, Number.MAX_SAFE_INTEGER),
        expired: () => time.nowMs() >= untilMs,
      })
      if (progress.finished) this.end('finished')
    } catch (thrown) {
      this.fail(run, thrown)
    }
    this.offer(run, false)
    return run.step - before
  }

  private end(state: 'finished' | 'failed'): void {
    this.order += 1
    this.enter(state)
  }

  private fail(run: Run, thrown: unknown): void {
    const problem = toProblem(thrown, 'machine-failed')
    const kept = problem.kept ?? `Steps 1 to ${run.step} with their history and record.`
    run.telemetry.problem({ ...problem, kept })
    this.end('failed')
  }

  /** The machine stands still: shows and keeps exactly this step. */
  private async settle(run: Run): Promise<void> {
    if (run !== this.run || this.state === 'running') return
    this.offer(run, true)
    await this.checkpoint(run)
  }

  /** Sends a frame if one may go now. */
  private offer(run: Run, insist: boolean): void {
    if (this.show === null || !this.gate.ask(this.parts.time.nowMs(), insist)) return
    try {
      const frame = run.frame(this.state !== 'running', this.gate)
      this.gate.sent(frame.sequence)
      this.show(frame)
    } catch (thrown) {
      this.fail(run, thrown)
    }
  }

  private async checkpoint(run: Run): Promise<void> {
    if (this.state === 'failed') return // The last good one stays.
    this.keptMs = this.parts.time.nowMs()
    this.parts.keep(await run.checkpoint(this.state, this.gate))
  }

  private async sleep(ms: number): Promise<void> {
    this.sleeping = this.parts.time.sleep(ms)
    await this.sleeping.over
    this.sleeping = null
  }

  private enter(state: RunState): void {
    this.state = state
    this.parts.emit({ kind: 'state', run: this.run?.id ?? '', state })
  }

  /** @throws ProblemError if there is no run. */
  private present(): Run {
    if (this.run === null) throw new ProblemError(noRun)
    return this.run
  }

  /** @throws ProblemError if the run cannot go on. */
  private able(): Run {
    const run = this.present()
    if (this.state === 'failed') throw new ProblemError(failedBefore)
    return run
  }
}

const noRun = {
  id: 'no-run',
  severity: 'error' as const,
  message: 'There is no machine yet.',
  tip: 'Choose a preset or open a run.',
}

const failedBefore = {
  id: 'run-failed',
  severity: 'error' as const,
  message: 'The run failed and cannot go on.',
  kept: 'Its history and record.',
  tip: 'Reset starts it again from step 0.',
}
