import { Draws } from '../random'
import type { Schedule } from './schedule'

/** One edge per step, in a random order that is drawn anew for each pass over the edges. */
export class Sweep implements Schedule {
  readonly probability: Float64Array
  readonly mean: number
  private readonly draws: Draws
  private readonly order: Int32Array
  private pass = -1

  constructor(edges: number, seed: number) {
    this.mean = 1 / edges
    this.probability = new Float64Array(edges).fill(1 / edges)
    this.draws = new Draws(seed, 'schedule')
    this.order = new Int32Array(edges)
  }

  select(step: number, edges: Int32Array): number {
    const { order } = this
    const pass = Math.floor((step - 1) / order.length)
    if (pass !== this.pass) {
      for (let e = 0; e < order.length; e++) order[e] = e
      this.draws.seek(pass).shuffle(order)
      this.pass = pass
    }
    edges[0] = order[step - 1 - pass * order.length]
    return 1
  }
}
