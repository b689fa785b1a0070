import { PhysicsError } from '../error'
import type { Schedule } from './schedule'

/** Blocks of consecutive edges, equal in size within one edge, that update in turn. */
export class Block implements Schedule {
  readonly probability: Float64Array
  readonly mean: number
  private readonly start: Int32Array

  constructor(
    edges: number,
    readonly blocks: number,
  ) {
    if (blocks > edges)
      throw new PhysicsError(
        'more-blocks-than-edges',
        `${blocks} blocks cannot be made of ${edges} edges.`,
        `Allowed: 1 to ${edges} blocks.`,
        'schedule.blocks',
      )
    this.mean = 1 / blocks
    this.probability = new Float64Array(edges).fill(1 / blocks)
    this.start = Int32Array.from({ length: blocks + 1 }, (_, i) => Math.floor((i * edges) / blocks))
  }

  select(step: number, edges: Int32Array): number {
    const block = (step - 1) % this.blocks
    const first = this.start[block]
    const count = this.start[block + 1] - first
    for (let i = 0; i < count; i++) edges[i] = first + i
    return count
  }
}
