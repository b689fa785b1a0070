import { PhysicsError } from '../error'
import type { MarchRule } from '../solver'
import type { StateReader, StateWriter } from '../state'
import { levelConductances, nearestLevel, type LevelSpec } from './levels'
import type { EdgeParts, Rule } from './rule'

export interface DiscreteSpec extends LevelSpec {
  kind: 'discrete'
  eta: number
  /** Levels moved per update. */
  levelStep: number
  /** null: the middle of the grid. */
  startLevel: number | null
}

/**
 * R += dR if |dV_C| > |dV_F|, else R -= dR: the sign alone counts, and equality goes down (no zero
 * branch; verified in Dillavou et al., 2022). The grid and its numbers are ours; at its ends it
 * stays. Of a batch it takes the sign of the summed contrast. With a tolerance of parts each edge's
 * resistances are all off by one factor.
 */
export class DiscreteRule implements Rule {
  readonly conductance: Float64Array
  readonly unit = 'S'
  readonly grid: Float64Array
  levelStep: number
  /** E levels, 1..levels. */
  readonly level: Int32Array
  /** Conductance of each level, from 1; 0 is unused. */
  private readonly ofLevel: Float64Array
  /** E factors on the conductances of the levels. */
  readonly factor: Float64Array | null

  constructor(spec: DiscreteSpec, edges: number, parts: EdgeParts = {}) {
    const { levels } = spec
    const start = spec.startLevel ?? Math.max(1, Math.floor(levels / 2))
    if (start > levels)
      throw new PhysicsError(
        'start-level-off-grid',
        `The start level ${start} is not on a grid of ${levels} levels.`,
        `Allowed: 1 to ${levels}, or null for the middle.`,
        'rule.startLevel',
      )
    this.levelStep = spec.levelStep
    this.ofLevel = levelConductances(spec)
    this.grid = this.ofLevel.slice(1).reverse()
    const { given, resistance } = parts
    this.factor = resistance === undefined ? null : resistance.map((r) => 1 / r)
    this.level = Int32Array.from({ length: edges }, (_, e) =>
      given === undefined ? start : nearestLevel(this.ofLevel, given[e]),
    )
    this.conductance = Float64Array.from(this.level, (n, e) => this.at(n, e))
  }

  /** Conductance of an edge at a level. */
  at(level: number, edge: number): number {
    const k = this.ofLevel[level]
    return this.factor === null ? k : k * this.factor[edge]
  }

  apply(edges: Int32Array, count: number, contrast: Float64Array): void {
    const { conductance, level, ofLevel, levelStep, factor } = this
    const top = ofLevel.length - 1
    for (let i = 0; i < count; i++) {
      const e = edges[i]
      // A negative contrast says |dV_C| > |dV_F|: the resistance goes up.
      const n = level[e] + (contrast[i] < 0 ? levelStep : -levelStep)
      level[e] = n < 1 ? 1 : n > top ? top : n
      const k = ofLevel[level[e]]
      conductance[e] = factor === null ? k : k * factor[e]
    }
  }

  march(): MarchRule {
    const { level, levelStep, ofLevel } = this
    return { kind: 'discrete', level, levelStep, ofLevel }
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
