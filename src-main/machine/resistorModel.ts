import type { Change, Frame, MachineDescription } from '@contract'
import {
  makeLearner,
  Observer,
  type Data,
  type Errors,
  type Learner,
  StateReader,
  StateWriter,
  tooUneven,
} from '../physics'
import { applyChange } from './adjust'
import { ConditionWatch } from './conditionWatch'
import { describe } from './describe'
import type { Observables, Sink, StepChunk, Watching } from './machine'
import type { Model } from './model'
import type { ResistorConfig } from './resistors'

/** A network of resistors that learns by coupled learning. */
export class ResistorModel implements Model {
  /**
   * At most 256, 0.2 ms on penn16; on large networks fewer, so that a chunk stays below about
   * 400,000 products, some 2 ms, and commands act at once.
   */
  readonly longest: number
  readonly words: number
  readonly timed: boolean
  private readonly learner: Learner
  private readonly observer: Observer
  private readonly conditionWatch: ConditionWatch

  /** @throws PhysicsError when the parts do not fit together */
  constructor(config: ResistorConfig, data: Data) {
    this.learner = makeLearner(config, data)
    this.observer = new Observer(this.learner)
    this.conditionWatch = new ConditionWatch(this.observer)
    this.longest = Math.max(1, Math.min(256, Math.floor(400_000 / this.learner.products)))
    this.words = this.learner.words
    this.timed = this.learner.parts.schedule.clock !== undefined
  }

  get step(): number {
    return this.learner.step
  }

  describe(run: string): MachineDescription {
    return describe(run, this.learner)
  }

  advance(count: number, chunk: StepChunk): void {
    this.learner.advance(count, chunk)
  }

  /** @throws PhysicsError, and nothing changed, also where rounding would leave no voltages */
  change(change: Change): void {
    const before = new StateWriter()
    this.learner.save(before)
    applyChange(this.learner, change)
    if (change.kind === 'edge' && !Number.isFinite(this.learner.evaluate().trainError)) {
      this.learner.load(new StateReader(before.bytes()))
      throw tooUneven()
    }
    this.observer.restart()
  }

  look(sink: Sink): void {
    this.conditionWatch.look(this.step, sink)
  }

  observe(): Frame['state'] {
    const { edges } = this.learner
    return {
      conductance: edges.observe(),
      edgeState: edges.state.slice(),
      ...this.learner.observe(),
    }
  }

  conductances(): Float64Array {
    return this.learner.edges.observe()
  }

  evaluate(): Errors {
    return this.learner.evaluate()
  }

  watch(watching: Watching | null): void {
    this.observer.watch(watching)
  }

  observables(exact: boolean): Observables {
    return this.observer.observables(exact)
  }

  spins(): null {
    return null
  }

  expectedUpdates(): number {
    return this.learner.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.learner.parts.schedule.probability.slice()
  }

  digest(): string {
    return this.learner.digest()
  }

  save(state: StateWriter): void {
    this.learner.save(state)
  }

  load(state: StateReader): void {
    this.learner.load(state)
    this.observer.restart()
  }
}
