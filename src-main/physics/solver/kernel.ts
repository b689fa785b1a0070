import type { Stepper } from './march'

/**
 * Free and clamped states of a network under given conductances. Every call factors anew: nothing
 * is carried from one call to the next but buffers, so that calls for display change no result.
 * Voltages are at plan positions; conductances and edges in the network's order.
 */
export interface Kernel {
  /** Present where it does whole steps itself, for the task that it was made with. */
  readonly stepper?: Stepper
  /** Free state of the last `solve`, V, by position. */
  readonly freeV: Float64Array
  /** Clamped minus free state of the last `solve`, V, by position: no cancellation. */
  readonly differenceV: Float64Array
  /** O x S: free output voltage per volt at each source, after `solveBasis`. */
  readonly response: Float64Array

  /**
   * Free and clamped state of one example. In both the sources are held at its inputs; in the clamped
   * one the outputs, too, at V_C = (1 - eta) V_F + eta V_D (verified in Dillavou et al., 2022).
   * @param inputs S voltages from `inputsAt`; @param targets O voltages from `targetsAt`.
   * @returns the sum over outputs of (V_D - V_F)^2, V^2.
   */
  solve(
    conductance: Float64Array,
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number

  /** out[i] = (dV_F)^2 - (dV_C)^2 of edge edges[i] after `solve`, V^2, i < count. */
  contrast(edges: Int32Array, count: number, out: Float64Array): void

  /** Response to a unit voltage at each source, and at each output when it is held too. */
  solveBasis(conductance: Float64Array): void

  /**
   * Gathers `count` examples (M x S inputs, M x O targets, numbers `examples[from..]`) after
   * `solveBasis`. O(count O S): the network's size has no part in it.
   * @returns the sum over examples and outputs of (V_D - V_F)^2, V^2.
   */
  gather(
    inputs: Float64Array,
    targets: Float64Array,
    examples: Int32Array,
    from: number,
    count: number,
    eta: number,
  ): number

  /** out[i] = sum over the gathered examples of (dV_F)^2 - (dV_C)^2 of edge edges[i], V^2. */
  gatheredContrast(edges: Int32Array, count: number, out: Float64Array): void
}
