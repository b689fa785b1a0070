import type { MarchSelection } from '../solver'
import type { Schedule } from './schedule'

/** Every edge on every step: p = 1. */
export class Synchronous implements Schedule {
  readonly probability: Float64Array
  readonly mean = 1
  readonly selection: MarchSelection = { kind: 'all' }

  constructor(edges: number) {
    this.probability = new Float64Array(edges).fill(1)
  }

  select(_step: number, edges: Int32Array): number {
    const count = this.probability.length
    for (let e = 0; e < count; e++) edges[e] = e
    return count
  }
}
