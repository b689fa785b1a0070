import { edgeFactors, type EdgeFactorsSpec } from '../edgeFactors'
import { PoissonClocks } from '../events/clocks'
import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { Clock, Schedule } from './schedule'

/**
 * Poisson clocks, exactly: every edge has a clock of its own that rings at random with rate
 * lambda_e, and updates alone when it rings. All clocks together are one Poisson process of rate
 * L = sum lambda_e whose n-th event is edge e with probability lambda_e / L, independent of the
 * waiting time, which is exponential with mean 1 / L (Gillespie, 1976). One event is one step.
 * The kernel of physics/events goes through the same events without a factorisation for each.
 */
export class Poisson implements Schedule, Clock {
  readonly probability: Float64Array
  readonly mean: number
  readonly rate: Float64Array
  readonly clock: Clock = this
  timeS = 0
  readonly clocks: PoissonClocks

  /** @param rate of an edge with the factor 1, 1/s; @param spread how edges differ */
  constructor(edges: number, rate: number, spread: EdgeFactorsSpec, seed: number) {
    const factor = edgeFactors(spread, edges, new Draws(seed, 'rates'), 'schedule.factors')
    this.rate = factor.map((m) => rate * m)
    this.clocks = new PoissonClocks(this.rate, seed)
    const total = this.clocks.totalRate
    this.probability = this.rate.map((lambda) => lambda / total)
    this.mean = 1 / edges
  }

  /** The edge of event `step` in O(1); events come in order, as time adds up. */
  select(step: number, edges: Int32Array): number {
    edges[0] = this.clocks.edge(step - 1)
    this.timeS += this.clocks.wait(step - 1)
    return 1
  }

  save(state: StateWriter): void {
    state.number(this.timeS)
  }

  load(state: StateReader): void {
    this.timeS = state.number()
  }
}
