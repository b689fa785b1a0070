import { toProblem, type LabEvent, type RunState } from '@contract'
import type { RunCheckpoint } from './checkpoint'
import { Display } from './display'
import { FRAME_INTERVAL_MS } from './gate'
import { Pace } from './pace'
import type { Run } from './run'
import type { Sleep, Time } from './time'
import { Turns } from './turns'

/** The machine works so long at a stretch: a command waits for one of these, not more. */
const SLICE_MS = 4
/** Waits shorter than this only cost wake-ups; the pace makes up for it. */
const SHORTEST_SLEEP_MS = 4
const CHECKPOINT_MS = 1000

export interface DriverParts {
  time: Time
  emit(event: LabEvent): void
  /** Once a second while running, and whenever the run comes to rest. */
  keep(checkpoint: RunCheckpoint): void
}

/**
 * Drives the machine of a run in slices, shows and keeps what happened, and lets others in
 * between: whoever wants the machine takes a turn.
 */
export class Driver {
  readonly turns = new Turns()
  readonly display = new Display()
  private present: Run | null = null
  private runState: RunState = 'empty'
  private pacing: Pace
  private sleeping: Sleep | null = null
  /** Changes with every command that starts or stops the machine: older work ends. */
  private order = 0
  private catchingUp = false
  private slicedMs = 0
  private keptMs = -Infinity

  constructor(private readonly parts: DriverParts) {
    this.pacing = new Pace(null, parts.time.nowMs())
  }

  get run(): Run | null {
    return this.present
  }

  get state(): RunState {
    return this.runState
  }

  /**
   * Makes another run the present one, and shows and keeps it.
   * @param goesOn its machine learns by itself and is not to be stopped
   */
  async begin(run: Run, state: RunState, goesOn = false): Promise<void> {
    await this.leave()
    this.present = run
    this.display.begin()
    this.enter(state)
    await this.settle(run, goesOn)
  }

  /** Keeps a run that goes on as it stands: it is going to be replaced or closed. */
  async leave(): Promise<void> {
    this.order += 1
    if (this.present === null || this.runState !== 'running') return
    this.parts.keep(await this.present.checkpoint('paused', this.display.counters))
  }

  /** Starts the present run, or goes on with it. */
  go(run: Run): void {
    this.order += 1
    this.slicedMs = this.parts.time.nowMs()
    // The first slice is kept at once: what ends within a second leaves a record, too.
    if (run.course.startedAt === null) this.keptMs = -Infinity
    this.repace(run)
    run.rate.add(this.slicedMs, run.step)
    this.enter('running')
    void this.loop(run, this.order)
  }

  /** Ends whatever is going on, at the latest after the present slice. Returns the new order. */
  halt(): number {
    this.order += 1
    this.sleeping?.wake()
    if (this.runState === 'running') this.enter('paused')
    return this.order
  }

  /** Takes up the pace of the run's configuration. */
  repace(run: Run): void {
    const { ownPace } = run.description.capabilities
    const rate = ownPace === true ? null : run.config.pace.stepsPerSecond
    this.pacing = new Pace(rate, this.parts.time.nowMs())
    run.rate.clear()
    this.sleeping?.wake()
  }

  /** Does so many steps, unless another command comes in between. */
  async stepOn(run: Run, count: number, order: number): Promise<void> {
    for (let left = count; left > 0 && order === this.order;) {
      left -= await this.turns.take(() => this.stepSlice(run, order, left))
      await this.parts.time.breathe()
    }
  }

  /** Lets the machine stand still; shows and keeps exactly this step. */
  async settle(run: Run, goesOn = false): Promise<void> {
    if (run !== this.present || this.runState === 'running') return
    try {
      if (!goesOn) await run.rest()
    } catch (thrown) {
      this.fail(run, thrown)
    }
    this.offer(run, true)
    await this.checkpoint(run)
    this.catchUp()
  }

  /** Lets the twin of a run that stands still come to its step, in slices. */
  catchUp(): void {
    const { present: run, order } = this
    if (run === null || this.catchingUp || !run.twinBehind) return
    this.catchingUp = true
    void this.followOn(run, order).finally(() => {
      this.catchingUp = false
    })
  }

  private async followOn(run: Run, order: number): Promise<void> {
    while (order === this.order && this.runState !== 'running' && run.twinBehind) {
      await this.turns.take(async () => {
        if (order === this.order) run.followTwin()
        if (!run.twinBehind) this.showStill()
      })
      await this.parts.time.breathe()
    }
  }

  /** Shows the present state if the machine stands still; a running one shows itself. */
  showStill(): void {
    if (this.present !== null && this.runState !== 'running') this.offer(this.present, true)
  }

  /** Sends the frame that was withheld while the window was busy. */
  showOwed(): void {
    if (this.present === null || !this.display.owing) return
    // At a slow pace the next step, and its frame, may be seconds away.
    const still = this.runState !== 'running' || this.pacing.waitMs() > FRAME_INTERVAL_MS
    this.offer(this.present, still)
  }

  /** Forgets the run. */
  clear(): void {
    this.halt()
    this.present = null
    this.enter('empty')
  }

  enter(state: RunState): void {
    this.runState = state
    this.parts.emit({ kind: 'state', run: this.present?.id ?? '', state })
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
    run.course.runTimeMs += endMs - this.slicedMs
    this.slicedMs = endMs
    try {
      if (this.runState !== 'running') await this.settle(run)
      else if (run.recordFull || endMs - this.keptMs >= CHECKPOINT_MS) await this.checkpoint(run)
    } catch (thrown) {
      this.fail(run, thrown)
    }
    return this.pacing.waitMs()
  }

  private async stepSlice(run: Run, order: number, left: number): Promise<number> {
    if (order !== this.order) return 0
    const nowMs = this.parts.time.nowMs()
    if (this.runState === 'ready') this.enter('paused')
    const done = await this.advance(run, left, nowMs)
    run.course.runTimeMs += this.parts.time.nowMs() - nowMs
    if (run.recordFull) await this.checkpoint(run)
    // Nothing can be written: what was told says why. The rest of the steps are not done.
    if (run.recordFull) this.order += 1
    return done
  }

  /** Lets the machine work until the slice or the frame is due; returns the steps done. */
  private async advance(run: Run, due: number, nowMs: number): Promise<number> {
    const { time } = this.parts
    const frameMs = Math.max(nowMs + 1, this.display.nextDueMs)
    const untilMs = Math.min(nowMs + SLICE_MS, frameMs)
    const before = run.step
    try {
      const progress = await run.advance({
        steps: due,
        expired: () => time.nowMs() >= untilMs,
      })
      if (progress.finished) this.end('finished')
      else if (progress.halted) this.halt()
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

  private offer(run: Run, insist: boolean): void {
    try {
      this.display.offer(run, this.parts.time.nowMs(), this.runState !== 'running', insist)
    } catch (thrown) {
      this.fail(run, thrown)
    }
  }

  private async checkpoint(run: Run): Promise<void> {
    // Of a simulation that failed the last good one stays; what a board sent is good as it is.
    if (this.runState === 'failed' && run.machine.reception === undefined) return
    this.keptMs = this.parts.time.nowMs()
    this.parts.keep(await run.checkpoint(this.runState, this.display.counters))
    run.waits.add(this.keptMs, this.parts.time.nowMs())
  }

  private async sleep(ms: number): Promise<void> {
    this.sleeping = this.parts.time.sleep(ms)
    await this.sleeping.over
    this.sleeping = null
  }
}
