import {
  ProblemError,
  type Adjustment,
  type Evaluation,
  type Frame,
  type Gap,
  type MachineDescription,
  type RunConfig,
} from '@contract'
import type { BoardFrame } from '../../board'
import { makeLearner, type Data, type Learner } from '../../physics'
import { makeChange } from '../adjust'
import { inOrder } from '../adjustments'
import { shippedData } from '../data'
import { describe } from '../describe'
import type { Budget, Machine, Progress, Sink } from '../machine'
import { asProblem } from '../problem'
import { ofResistors } from '../resistors'
import { Measured } from './measured'
import { programOf, voltageRange } from './program'
import { Rows } from './rows'

/** Full scale of a voltage in a frame, counts. */
const FULL_SCALE = 32_767
/** Frames that are read at a time. */
const MOST_FRAMES = 256

/** What was received of a run on a board, by its steps. */
export interface BoardFrames {
  gaps: readonly Gap[]
  /** Frames of the steps after one, up to another, oldest first; at most so many. */
  between(after: number, upTo: number, most: number): readonly BoardFrame[]
  /** The newest frame at or before a step; null: none had come. */
  at(step: number): BoardFrame | null
  /** The newest errors that the board had told by a step. */
  evaluation(step: number): Evaluation
}

interface Run {
  config: RunConfig
  model: Learner
  measured: Measured
  rows: Rows
  changes: readonly Adjustment[]
  made: number
}

/**
 * A board's run as it was received: hands over every frame and gap again, and computes nothing in
 * their place. It goes from frame to frame: between two of them nothing is known.
 */
export class RecordedBoard implements Machine {
  private run: Run | null = null
  private step = 0

  constructor(
    private readonly frames: BoardFrames,
    private readonly data: Data = shippedData,
  ) {}

  async configure(id: string, config: RunConfig): Promise<MachineDescription> {
    const model = asProblem(() => makeLearner(ofResistors(config), this.data))
    const description = describe(id, model)
    const measured = new Measured(model, voltageRange(programOf(config, model)) / FULL_SCALE)
    measured.conductance.set(description.initialConductance)
    const rows = new Rows(description.edges.length)
    this.run = { config, model, measured, rows, changes: inOrder(config), made: 0 }
    this.step = 0
    return description
  }

  /** To a step, with what had been received by then. */
  goTo(step: number): void {
    const { measured } = this.configured()
    const newest = this.frames.at(step)
    this.step = step
    if (newest === null) return
    this.change(newest.step, null)
    measured.take(newest)
  }

  /** A budget that ends before the next frame goes to it all the same: so does the board's time. */
  async advance({ steps, expired }: Budget, sink: Sink): Promise<Progress> {
    const goal = this.step + steps
    const handed = (): boolean => this.hand(this.frames.between(this.step, goal, MOST_FRAMES), sink)
    if (!handed() && !this.hand(this.frames.between(this.step, Infinity, 1), sink)) this.step = goal
    while (this.step < goal && !expired() && handed());
    return { step: this.step, finished: false }
  }

  /** @throws ProblemError always: what was received stays as it was */
  adjust(): Promise<void> {
    return Promise.reject(new ProblemError(received))
  }

  /** The record ends where it ends. */
  extend(): void {
    return undefined
  }

  observe(): Frame['state'] {
    return this.configured().measured.state()
  }

  conductances(): Float64Array {
    return this.configured().measured.conductance.slice()
  }

  evaluate(): Evaluation {
    return this.frames.evaluation(this.step)
  }

  expectedUpdates(): number {
    const { model } = this.configured()
    model.step = this.step
    return model.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.configured().model.parts.schedule.probability.slice()
  }

  /** Of the newest frame, as the board's machine told it. */
  hash(): string {
    const { model, measured } = this.configured()
    model.step = this.step
    model.parts.rule.conductance.set(measured.conductance)
    return model.digest()
  }

  /** The record has everything. */
  async checkpoint(): Promise<Uint8Array> {
    return new Uint8Array()
  }

  /** @throws ProblemError always: it is put to a step by `goTo` */
  restore(): Promise<void> {
    return Promise.reject(new ProblemError(received))
  }

  async close(): Promise<void> {
    this.run = null
  }

  /** @returns whether there was any */
  private hand(frames: readonly BoardFrame[], sink: Sink): boolean {
    let group: BoardFrame[] = []
    for (const frame of frames) {
      const gap = this.frames.gaps.find(({ toStep }) => toStep === frame.step)
      if (gap !== undefined || this.isDue(frame.step)) {
        this.give(group, sink)
        group = []
        this.change(frame.step, sink)
      }
      if (gap !== undefined) sink.gap?.(gap)
      group.push(frame)
    }
    this.give(group, sink)
    return frames.length > 0
  }

  private give(frames: readonly BoardFrame[], sink: Sink): void {
    const newest = frames.at(-1)
    if (newest === undefined) return
    const { measured, rows } = this.configured()
    measured.take(newest)
    // As they were handed over first: where one comes with each step a gap makes none sparse.
    const after = newest.interval === 1 ? frames[0].step - 1 : this.step
    this.step = newest.step
    rows.forEach(frames, after, (chunk) => sink.steps(chunk))
  }

  private isDue(step: number): boolean {
    const { changes, made } = this.configured()
    return made < changes.length && changes[made].step < step
  }

  /** One that was made after a step holds from the next step on. @param sink null: nobody hears */
  private change(before: number, sink: Sink | null): void {
    const run = this.configured()
    while (this.isDue(before)) {
      const made = run.changes[run.made++]
      run.model.step = made.step
      makeChange(run.model, made.change)
      sink?.adjusted(made)
    }
  }

  private configured(): Run {
    if (this.run === null) throw new Error('the machine is not configured')
    return this.run
  }
}

const received = {
  id: 'received-unchangeable',
  severity: 'error' as const,
  message: 'What was received from a board cannot be changed.',
  kept: 'Every frame that came.',
  tip: 'Begin a new run on the board.',
}
