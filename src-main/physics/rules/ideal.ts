import { Draws } from '../random'
import { PhysicsError } from '../error'
import type { StateReader, StateWriter } from '../state'
import type { Rule } from './rule'

export interface IdealSpec {
  kind: 'ideal'
  eta: number
  /** Learning rate, conductance units per V^2. */
  alpha: number
  minConductance: number
  maxConductance: number
  /** Initial conductances are uniform in [low, high]. */
  initial: { low: number; high: number }
}

/**
 * dk = (alpha/eta) [(dV_F)^2 - (dV_C)^2], averaged over the batch and clipped: the continuous rule
 * of coupled learning (form verified in the authors' published code; batch mean ours).
 */
export class IdealRule implements Rule {
  readonly conductance: Float64Array
  readonly unit = 'a.u.'
  readonly grid = null
  alpha: number
  private readonly low: number
  private readonly high: number

  constructor(spec: IdealSpec, edges: number, seed: number) {
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
    this.conductance = Float64Array.from({ length: edges }, () =>
      draws.between(initial.low, initial.high),
    )
  }

  apply(
    edges: Int32Array,
    count: number,
    contrast: Float64Array,
    examples: number,
    eta: number,
    gain: number,
  ): void {
    const { conductance, low, high } = this
    const rate = (this.alpha * gain) / (eta * examples)
    for (let i = 0; i < count; i++) {
      const k = conductance[edges[i]] + rate * contrast[i]
      conductance[edges[i]] = k < low ? low : k > high ? high : k
    }
  }

  save(state: StateWriter): void {
    state.number(this.alpha)
  }

  load(state: StateReader): void {
    this.alpha = state.number()
  }
}
