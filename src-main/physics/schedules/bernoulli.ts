import { RandomStream, threshold } from '../random'
import type { MarchSelection } from '../solver'
import type { Schedule } from './schedule'

/** Each edge with probability p, independently of all others and of all other steps. */
export class Bernoulli implements Schedule {
  readonly probability: Float64Array
  mean = 0
  private readonly stream: RandomStream
  private limit = 0
  private readonly limits: Float64Array

  constructor(edges: number, probability: number, seed: number) {
    this.probability = new Float64Array(edges)
    this.limits = new Float64Array(edges)
    this.stream = new RandomStream(seed, 'schedule')
    this.setProbability(probability)
  }

  setProbability(probability: number): void {
    this.probability.fill(probability)
    this.mean = probability
    this.limit = threshold(probability)
    this.limits.fill(this.limit)
  }

  get selection(): MarchSelection {
    const { key0, key1 } = this.stream
    return { kind: 'drawn', key0, key1, limit: this.limits }
  }

  select(step: number, edges: Int32Array): number {
    return this.stream.seek(step).choose(this.probability.length, this.limit, edges)
  }
}
