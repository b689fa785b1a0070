import { PhysicsError } from '../error'
import { edgeFactors } from '../edgeFactors'
import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { MarchRule } from '../solver'
import type { DecaySpec } from './decay'
import type { EdgeParts, Rule } from './rule'

export interface IdealSpec {
  kind: 'ideal'
  eta: number
  /** Learning rate, conductance units per V^2. */
  alpha: number
  minConductance: number
  maxConductance: number
  /** Initial conductances are uniform in [low, high]. */
  initial: { low: number; high: number }
  /** How alpha falls with the steps; without: not at all. */
  decay?: DecaySpec
  /** Coefficient of variation of the learning rate between edges; without: 0. */
  rateVariation?: number
  /** Factor of each edge on alpha; left out: drawn with that variation. */
  rateFactors?: readonly number[] | undefined
}

/**
 * dk = (alpha/eta) [(dV_F)^2 - (dV_C)^2], averaged over the batch and clipped: minus the slope of the
 * excess power P_C - P_F, times alpha/eta (derived; its test differentiates): the continuous rule
 * of coupled learning (form verified in the authors' published code; batch mean ours). Edges may
 * learn at rates of their own (ours). A part whose resistance is off by a factor r has 1/r of the
 * conductance at the start and of every change; the bounds are those of the real conductance.
 */
export class IdealRule implements Rule {
  readonly conductance: Float64Array
  readonly unit = 'a.u.'
  readonly grid = null
  readonly factor: Float64Array | null
  alpha: number
  private readonly low: number
  private readonly high: number

  constructor(spec: IdealSpec, edges: number, seed: number, parts: EdgeParts = {}) {
    const { minConductance: low, maxConductance: high, initial } = spec
    if (!(low < high && low <= initial.low && initial.low <= initial.high && initial.high <= high))
      throw new PhysicsError(
        'conductance-range',
        `The conductance bounds ${low} to ${high} do not hold the initial range ${initial.low} to ${initial.high}.`,
        'Needed: minConductance <= initial.low <= initial.high <= maxConductance, minConductance < maxConductance.',
        'rule',
      )
    this.alpha = spec.alpha
    this.low = low
    this.high = high
    const draws = new Draws(seed, 'initial')
    const { given, resistance } = parts
    this.conductance = new Float64Array(edges)
    for (let e = 0; e < edges; e++) {
      const k = given === undefined ? draws.between(initial.low, initial.high) : given[e]
      this.conductance[e] =
        resistance === undefined ? k : Math.min(high, Math.max(low, k / resistance[e]))
    }
    const spread = { factors: spec.rateFactors, variation: spec.rateVariation ?? 0 }
    const rates =
      spread.factors === undefined && spread.variation === 0
        ? null
        : edgeFactors(spread, edges, new Draws(seed, 'learningRates'), 'rule.rateFactors')
    this.factor =
      resistance === undefined
        ? rates
        : resistance.map((r, e) => (rates === null ? 1 : rates[e]) / r)
  }

  apply(
    edges: Int32Array,
    count: number,
    contrast: Float64Array,
    examples: number,
    eta: number,
    gain: number,
  ): void {
    const { conductance, factor, low, high } = this
    const rate = (this.alpha * gain) / (eta * examples)
    for (let i = 0; i < count; i++) {
      const e = edges[i]
      const change = rate * contrast[i]
      const k = conductance[e] + (factor === null ? change : change * factor[e])
      conductance[e] = k < low ? low : k > high ? high : k
    }
  }

  march(): MarchRule {
    return { kind: 'ideal', alpha: this.alpha, low: this.low, high: this.high }
  }

  save(state: StateWriter): void {
    state.number(this.alpha)
  }

  load(state: StateReader): void {
    this.alpha = state.number()
  }
}
