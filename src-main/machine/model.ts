import type { Change, Frame, MachineDescription } from '@contract'
import type { Errors, StateReader, StateWriter } from '../physics'
import type { Observables, Sink, SpinEye, StepChunk, Watching } from './machine'

/** What a simulated machine computes: a network that learns, of one kind of physics. */
export interface Model {
  /** Steps done. */
  readonly step: number
  /** 32-bit words of a step's mask. */
  readonly words: number
  /** Steps between two looks at the budget, at most. */
  readonly longest: number
  /** Steps are events in simulated time. */
  readonly timed: boolean
  describe(run: string): MachineDescription
  /** Does `count` steps, at most `longest`, and writes what happened. */
  advance(count: number, chunk: StepChunk): void
  /** Makes a change that holds from the next step on. @throws PhysicsError, ProblemError */
  change(change: Change): void
  /** Told at step 0 and at evaluations; says what is wrong with the present state. */
  look(sink: Sink): void
  /**
   * @param example of spins: whose phases; null: the newest
   * @param live for a picture while it goes on: large lattices of spins show the step's own pair
   */
  observe(example: number | null, live: boolean): Frame['state']
  /** E values. */
  conductances(): Float64Array
  evaluate(): Errors
  watch(watching: Watching | null): void
  observables(exact: boolean): Observables
  /** null where nodes are no spins. */
  spins(): SpinEye | null
  expectedUpdates(): number
  /** E values. */
  updateProbability(): Float64Array
  digest(): string
  save(state: StateWriter): void
  /** Of a model that was just made. */
  load(state: StateReader): void
}
