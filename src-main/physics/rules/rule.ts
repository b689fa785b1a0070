import type { MarchRule } from '../solver'
import type { StateReader, StateWriter } from '../state'

/** How edges change. It owns the conductances; an edge that is cut is not among those it gets. */
export interface Rule {
  /** E conductances, in the unit of the rule; the learner sets those of cut edges to 0. */
  readonly conductance: Float64Array
  readonly unit: 'S' | 'a.u.'
  /** Conductances that can be taken, ascending; null for a continuous rule. */
  readonly grid: Float64Array | null
  /** E factors on every change or conductance where edges differ; null where they do not. */
  readonly factor: Float64Array | null
  /**
   * Changes the first `count` of `edges`.
   * @param contrast sum over the examples of (dV_F)^2 - (dV_C)^2 of each, V^2.
   * @param gain factor on the size of a continuous change.
   */
  apply(
    edges: Int32Array,
    count: number,
    contrast: Float64Array,
    examples: number,
    eta: number,
    gain: number,
  ): void
  /** The rule as a stepper does it, where all edges are alike; arrays are its own. */
  march(): MarchRule
  save(state: StateWriter): void
  load(state: StateReader): void
}

/** What edges bring with them; E values each. */
export interface EdgeParts {
  /** Conductances that the network comes with, in the unit of the rule. */
  given?: Float64Array | undefined
  /** Factors on the resistances, from the tolerance of parts. */
  resistance?: Float64Array | undefined
}
