import { edgeFactors, type EdgeFactorsSpec } from '../edgeFactors'
import { Draws, RandomStream, threshold } from '../random'
import type { MarchSelection } from '../solver'
import type { Schedule } from './schedule'

/**
 * Each edge with its own p_e = min(1, p m_e). The m_e are given, or drawn once, log-normal with mean
 * 1 and the given coefficient of variation. Capping at 1 lowers the mean a little where p is large;
 * `probability` says what holds.
 */
export class Rates implements Schedule {
  readonly probability: Float64Array
  mean = 0
  private readonly factor: Float64Array
  private readonly limit: Float64Array
  private readonly stream: RandomStream

  constructor(edges: number, probability: number, spread: EdgeFactorsSpec, seed: number) {
    this.factor = edgeFactors(spread, edges, new Draws(seed, 'rates'), 'schedule.factors')
    this.probability = new Float64Array(edges)
    this.limit = new Float64Array(edges)
    this.stream = new RandomStream(seed, 'schedule')
    this.setProbability(probability)
  }

  setProbability(probability: number): void {
    let sum = 0
    for (let e = 0; e < this.factor.length; e++) {
      this.probability[e] = Math.min(1, probability * this.factor[e])
      this.limit[e] = threshold(this.probability[e])
      sum += this.probability[e]
    }
    this.mean = sum / this.factor.length
  }

  get selection(): MarchSelection {
    const { key0, key1 } = this.stream
    return { kind: 'drawn', key0, key1, limit: this.limit }
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
