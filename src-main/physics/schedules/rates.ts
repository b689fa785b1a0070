import { exponential, logarithm } from '../numeric'
import { Draws, RandomStream, threshold } from '../random'
import type { Schedule } from './schedule'

/**
 * Each edge with its own p_e = min(1, p m_e). The m_e are drawn once, log-normal with mean 1 and
 * the given coefficient of variation c: ln m has the variance ln(1 + c^2). Capping at 1 lowers the
 * mean a little where p is large; `probability` says what holds.
 */
export class Rates implements Schedule {
  readonly probability: Float64Array
  private readonly factor: Float64Array
  private readonly limit: Float64Array
  private readonly stream: RandomStream

  constructor(edges: number, probability: number, variation: number, seed: number) {
    const draws = new Draws(seed, 'rates')
    const variance = logarithm(1 + variation * variation)
    const spread = Math.sqrt(variance)
    this.factor = Float64Array.from({ length: edges }, () =>
      exponential(spread * draws.gaussian() - variance / 2),
    )
    this.probability = new Float64Array(edges)
    this.limit = new Float64Array(edges)
    this.stream = new RandomStream(seed, 'schedule')
    this.setProbability(probability)
  }

  setProbability(probability: number): void {
    for (let e = 0; e < this.factor.length; e++) {
      this.probability[e] = Math.min(1, probability * this.factor[e])
      this.limit[e] = threshold(this.probability[e])
    }
  }

  select(step: number, edges: Int32Array): number {
    const { stream, limit } = this
    stream.seek(step)
    let count = 0
    for (let e = 0; e < limit.length; e++) {
      edges[count] = e
      count += stream.word(e) < limit[e] ? 1 : 0
    }
    return count
  }
}
