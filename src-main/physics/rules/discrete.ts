import { PhysicsError } from '../error'
import type { StateReader, StateWriter } from '../state'
import type { Rule } from './rule'

export interface DiscreteSpec {
  kind: 'discrete'
  eta: number
  levels: number
  /** Levels moved per update. */
  levelStep: number
  maxResistanceOhm: number
  /** null: the middle of the grid. */
  startLevel: number | null
}

/**
 * R += dR if |dV_C| > |dV_F|, else R -= dR: the sign alone counts, and equality goes down (no zero
 * branch; verified in Dillavou et al., 2022). Levels R_n = n R_max / levels, n = 1..levels, at
 * whose ends it stays; the numbers are ours. Of a batch it takes the sign of the summed contrast.
 */
export class DiscreteRule implements Rule {
  readonly conductance: Float64Array
  readonly unit = 'S'
  readonly grid: Float64Array
  levelStep: number
  /** E levels, 1..levels. */
  readonly level: Int32Array
  private readonly ofLevel: Float64Array

  constructor(spec: DiscreteSpec, edges: number) {
    const { levels, maxResistanceOhm } = spec
    const start = spec.startLevel ?? Math.max(1, Math.floor(levels / 2))
    if (start > levels)
      throw new PhysicsError(
        'start-level-off-grid',
        `The start level ${start} is not on a grid of ${levels} levels.`,
        `Allowed: 1 to ${levels}, or null for the middle.`,
        'rule.startLevel',
      )
    this.levelStep = spec.levelStep
    this.ofLevel = Float64Array.from({ length: levels + 1 }, (_, n) =>
      n === 0 ? 0 : levels / (n * maxResistanceOhm),
    )
    this.grid = this.ofLevel.slice(1).reverse()
    this.level = new Int32Array(edges).fill(start)
    this.conductance = new Float64Array(edges).fill(this.ofLevel[start])
  }

  apply(edges: Int32Array, count: number, contrast: Float64Array): void {
    const { conductance, level, ofLevel, levelStep } = this
    const top = ofLevel.length - 1
    for (let i = 0; i < count; i++) {
      const e = edges[i]
      // A negative contrast says |dV_C| > |dV_F|: the resistance goes up.
      const n = level[e] + (contrast[i] < 0 ? levelStep : -levelStep)
      level[e] = n < 1 ? 1 : n > top ? top : n
      conductance[e] = ofLevel[level[e]]
    }
  }

  save(state: StateWriter): void {
    state.number(this.levelStep)
    state.integers(this.level)
  }

  load(state: StateReader): void {
    this.levelStep = state.number()
    state.integers(this.level)
  }
}
