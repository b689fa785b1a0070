import type { SpinGraph } from './graph'
import type { Targets } from './nudge'
import { distancesFrom, type SpinRoles } from './roles'
import type { XyRuleSpec } from './spec'

/**
 * The targets of one example: the outputs first, then the hidden spins that are guided. A lattice
 * far from its inputs has no slope to follow; hidden spins that are nudged to the answer first find
 * it where both inputs are near and pass it on, and then are left alone (ours).
 */
export class Guide {
  /** The output whose target each nudged spin has. */
  private readonly output: Int32Array
  private readonly outputs: number
  private readonly all: Targets
  private readonly alone: Targets

  constructor(
    private readonly spec: XyRuleSpec['guide'],
    graph: SpinGraph,
    { inputs, outputs }: SpinRoles,
  ) {
    const held = new Uint8Array(graph.spins)
    for (const i of inputs) held[i] = 1
    const spins = [...outputs]
    const output = [...outputs.keys()]
    const { distance, nearest } = distancesFrom(graph, outputs, held)
    if (spec.steps > 0)
      distance.forEach((d, i) => {
        if (d < 1 || d > spec.reach || held[i] !== 0) return
        spins.push(i)
        output.push(nearest[i])
      })
    this.outputs = outputs.length
    this.output = Int32Array.from(output)
    this.all = {
      spins: Int32Array.from(spins),
      vectors: new Float64Array(2 * spins.length),
      weights: new Float64Array(spins.length).fill(1),
    }
    this.alone = {
      spins: this.all.spins.subarray(0, this.outputs),
      vectors: this.all.vectors.subarray(0, 2 * this.outputs),
      weights: this.all.weights.subarray(0, this.outputs),
    }
  }

  /** The targets of a step for an example whose 2O target vectors begin at a place. */
  at(step: number, vectors: Float64Array, from: number): Targets {
    const { all, output, outputs, spec } = this
    const left = step > spec.steps ? 0 : 1 - (step - 1) / spec.steps
    const targets = left > 0 && all.spins.length > outputs ? all : this.alone
    for (let t = 0; t < targets.spins.length; t++) {
      targets.vectors[2 * t] = vectors[from + 2 * output[t]]
      targets.vectors[2 * t + 1] = vectors[from + 2 * output[t] + 1]
    }
    for (let t = outputs; t < targets.spins.length; t++) targets.weights[t] = spec.weight * left
    return targets
  }
}
