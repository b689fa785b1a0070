import { makeField, setCouplings, type Field } from './field'
import type { Relaxing } from './align'
import type { SpinInputs } from './examples'
import type { XyParts } from './parts'
import type { Nudging } from './nudge'
import type { Relaxer } from './relaxer'

/** Spins as they can be looked at: those that learn, or as they were at some step. */
export interface Spins {
  readonly parts: XyParts
  readonly field: Field
  /** Spins that are not held, in the order of a sweep. */
  readonly free: Int32Array
  readonly relaxing: Relaxing
  readonly relaxer: Relaxer
  readonly nudging: Nudging
  readonly newestExample: number
  /** Holds the inputs of an example in 2N spins. */
  hold(inputs: SpinInputs, example: number, s: Float64Array): void
}

/** What was learned by some step: E couplings as the spins feel them, 2N biases. */
export interface Learned {
  readonly coupling: ArrayLike<number>
  readonly bias: ArrayLike<number>
}

/** The same spins with what was learned at another time; those that learn stay as they are. */
export function asOf(spins: Spins, { coupling, bias }: Learned): Spins {
  const field = makeField(spins.field.graph)
  setCouplings(field, Float64Array.from(coupling))
  field.bias.set(bias)
  return {
    parts: spins.parts,
    field,
    free: spins.free,
    relaxing: spins.relaxing,
    relaxer: spins.relaxer,
    nudging: spins.nudging,
    newestExample: spins.newestExample,
    hold: (inputs, example, s) => spins.hold(inputs, example, s),
  }
}
