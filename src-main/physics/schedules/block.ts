import { PhysicsError } from '../error'
import { Draws } from '../random'
import type { Schedule } from './schedule'

/** Who is in a block: neighbours by number, a random division drawn once, or a random group anew. */
export type BlockMembers = 'consecutive' | 'fixed' | 'anew'

/** @throws PhysicsError where a block would be empty */
function checkBlocks(edges: number, blocks: number): void {
  if (blocks > edges)
    throw new PhysicsError(
      'more-blocks-than-edges',
      `${blocks} blocks cannot be made of ${edges} edges.`,
      `Allowed: 1 to ${edges} blocks.`,
      'schedule.blocks',
    )
}

/**
 * Blocks of edges, equal in size within one edge, that update in turn: consecutive edges, or a
 * random division that is drawn once and kept.
 */
export class Block implements Schedule {
  readonly probability: Float64Array
  readonly mean: number
  private readonly start: Int32Array
  /** Edges block by block, ascending within each. */
  private readonly order: Int32Array

  constructor(
    edges: number,
    readonly blocks: number,
    members: 'consecutive' | 'fixed' = 'consecutive',
    seed = 0,
  ) {
    checkBlocks(edges, blocks)
    this.mean = 1 / blocks
    this.probability = new Float64Array(edges).fill(1 / blocks)
    this.start = Int32Array.from({ length: blocks + 1 }, (_, i) => Math.floor((i * edges) / blocks))
    this.order = Int32Array.from({ length: edges }, (_, e) => e)
    if (members === 'consecutive') return
    new Draws(seed, 'schedule').shuffle(this.order)
    for (let b = 0; b < blocks; b++) this.order.subarray(this.start[b], this.start[b + 1]).sort()
  }

  select(step: number, edges: Int32Array): number {
    const block = (step - 1) % this.blocks
    const first = this.start[block]
    const count = this.start[block + 1] - first
    for (let i = 0; i < count; i++) edges[i] = this.order[first + i]
    return count
  }
}

/**
 * On each step one random group of edges updates together, drawn anew among all groups of its size.
 * The size is E / blocks, up or down to a whole number at random so that this is its mean: as many
 * edges move as under Bernoulli(1 / blocks), but their number is not left to chance (ours).
 */
export class Group implements Schedule {
  readonly probability: Float64Array
  readonly mean: number
  private readonly draws: Draws
  private readonly order: Int32Array

  constructor(edges: number, blocks: number, seed: number) {
    checkBlocks(edges, blocks)
    this.mean = 1 / blocks
    this.probability = new Float64Array(edges).fill(1 / blocks)
    this.draws = new Draws(seed, 'schedule')
    this.order = new Int32Array(edges)
  }

  /** Probability that both of two different edges update on one step: E[s (s - 1)] / (E (E - 1)). */
  get joint(): number {
    const edges = this.order.length
    const size = edges * this.mean
    const low = Math.floor(size)
    const pairs = (s: number) => (s * (s - 1)) / (edges * (edges - 1))
    return (1 - (size - low)) * pairs(low) + (size - low) * pairs(low + 1)
  }

  select(step: number, edges: Int32Array): number {
    const { draws, order } = this
    for (let e = 0; e < order.length; e++) order[e] = e
    const size = Math.floor(order.length * this.mean + draws.seek(step).uniform())
    draws.shuffle(order, size)
    edges.set(order.subarray(0, size).sort())
    return size
  }
}
