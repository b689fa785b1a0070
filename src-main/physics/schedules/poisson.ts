import { logarithm } from '../numeric'
import { Draws, logNormal } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { Clock, Schedule } from './schedule'

/**
 * Poisson clocks, exactly: every edge has a clock of its own that rings at random with rate
 * lambda_e, and updates alone when it rings. All clocks together are one Poisson process of rate
 * L = sum lambda_e whose n-th event is edge e with probability lambda_e / L, independent of the
 * waiting time, which is exponential with mean 1 / L (Gillespie, 1976). One event is one step.
 */
export class Poisson implements Schedule, Clock {
  readonly probability: Float64Array
  readonly mean: number
  readonly rate: Float64Array
  readonly clock: Clock = this
  timeS = 0
  /** Cumulated probabilities; the last is 1. */
  private readonly upTo: Float64Array
  private readonly total: number
  private readonly draws: Draws

  /** @param rate mean over edges, 1/s; @param variation coefficient of variation between edges */
  constructor(edges: number, rate: number, variation: number, seed: number) {
    const factor =
      variation > 0
        ? logNormal(edges, variation, new Draws(seed, 'rates'))
        : new Float64Array(edges).fill(1)
    this.rate = factor.map((m) => rate * m)
    this.total = this.rate.reduce((sum, lambda) => sum + lambda, 0)
    this.probability = this.rate.map((lambda) => lambda / this.total)
    this.mean = 1 / edges
    let sum = 0
    this.upTo = this.probability.map((p) => (sum += p))
    this.upTo[edges - 1] = 1
    this.draws = new Draws(seed, 'schedule')
  }

  /** The edge of an event, in O(log E); events come in order, as time adds up. */
  select(step: number, edges: Int32Array): number {
    const { draws, upTo } = this
    const u = draws.seek(step).uniform()
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle] > u) high = middle
      else low = middle + 1
    }
    edges[0] = low
    // 1 - u lies in (0, 1]: the logarithm stays finite.
    this.timeS -= logarithm(1 - draws.uniform()) / this.total
    return 1
  }

  save(state: StateWriter): void {
    state.number(this.timeS)
  }

  load(state: StateReader): void {
    this.timeS = state.number()
  }
}
