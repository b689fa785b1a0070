import type { Task } from '../tasks'
import type { Drive } from './drive'

/** Free and clamped voltages of one training example, V, by node. */
export interface States {
  example: number
  freeV: Float64Array<ArrayBuffer>
  clampedV: Float64Array<ArrayBuffer>
}

/** Solves for both states of an example under given conductances. O(factorisation). */
export function observeStates(
  { solver }: Drive,
  conductance: Float64Array,
  { train, inputs, outputs }: Task,
  example: number,
  eta: number,
): States {
  const { kernel, plan } = solver
  const { inputs: volts, targets } = train
  kernel.solve(conductance, volts, example * inputs, targets, example * outputs, eta)
  const { freeV: x, differenceV: d } = kernel
  return {
    example,
    freeV: Float64Array.from(plan.position, (i) => x[i]),
    clampedV: Float64Array.from(plan.position, (i) => x[i] + d[i]),
  }
}
