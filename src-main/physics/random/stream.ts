/**
 * Counter-based random numbers (ours): a word is a function of seed, stream, block and index, so
 * any of them is reached in O(1) and a run needs no generator state in its checkpoint.
 * Three 32-bit multiplications per word, nothing wider: an 8-bit microcontroller can do the same.
 */

/** One stream per purpose: a change to how one of them draws leaves the others as they were. */
export const purposes = {
  schedule: 1,
  batch: 2,
  initial: 3,
  task: 4,
  split: 5,
  noise: 6,
  roles: 7,
  rates: 8,
  network: 9,
  parts: 10,
  readings: 11,
  learningRates: 12,
  phases: 13,
  evaluationPhases: 14,
  skips: 15,
} as const
export type Purpose = keyof typeof purposes

/** 2^32 over the golden ratio: multiples of it lie evenly (Weyl, 1916). */
export const GOLDEN = 0x9e3779b9
/** Multipliers of a word: those of `mix`. */
export const FIRST = 0x7feb352d
export const SECOND = 0x846ca68b

/** A bijection of 32-bit words with little bias (constants: C. Wellons, lowbias32). */
export function mix(word: number): number {
  let x = word | 0
  x = Math.imul(x ^ (x >>> 16), FIRST)
  x = Math.imul(x ^ (x >>> 15), SECOND)
  return x ^ (x >>> 16)
}

/** What the words of a block, for instance a step or an epoch, are a function of besides the index. */
export function row0Of(block: number, key0: number, key1: number): number {
  return mix(mix((block | 0) ^ key0) + highOf(block) + key1)
}

/** Both depend on the whole block number: 64 bits, so that blocks do not repeat. */
export function row1Of(block: number, key0: number, key1: number): number {
  return mix(mix((block | 0) + key1) ^ (highOf(block) + key0))
}

const highOf = (block: number): number => Math.floor(block / 4294967296) | 0

/** The words of one seed and purpose, by block and index: uniform 32-bit numbers. */
export class RandomStream {
  /** What the words are a function of, besides block and index. */
  readonly key0: number
  readonly key1: number
  private row0 = 0
  private row1 = 0

  /** @param seed 0..2^32-1 */
  constructor(seed: number, purpose: Purpose) {
    const tag = Math.imul(purposes[purpose], 0x85ebca6b)
    this.key0 = mix(mix(seed ^ GOLDEN) + tag)
    this.key1 = mix(mix(seed + tag) ^ Math.imul(this.key0, GOLDEN))
    this.seek(0)
  }

  /** Goes to a block, for instance a step or an epoch: 0..2^53-1. */
  seek(block: number): this {
    this.row0 = row0Of(block, this.key0, this.key1)
    this.row1 = row1Of(block, this.key0, this.key1)
    return this
  }

  /** Word number `index` of the block: 0..2^32-1. */
  word(index: number): number {
    let x = (Math.imul(index + 1, GOLDEN) + this.row0) | 0
    x = (Math.imul(x ^ (x >>> 16), FIRST) + this.row1) | 0
    x = Math.imul(x ^ (x >>> 15), SECOND)
    return (x ^ (x >>> 16)) >>> 0
  }

  /**
   * Writes the indices below `count` whose word lies below `limit`, ascending; returns how many.
   * The same words as `word`, with no branch that a processor could mispredict.
   * @param out at least `count` places.
   */
  choose(count: number, limit: number, out: Int32Array): number {
    const { row0, row1 } = this
    if (limit > 4294967295) {
      for (let i = 0; i < count; i++) out[i] = i
      return count
    }
    const y = limit | 0
    let chosen = 0
    let ahead = row0
    for (let i = 0; i < count; i++) {
      ahead = (ahead + GOLDEN) | 0
      let x = (Math.imul(ahead ^ (ahead >>> 16), FIRST) + row1) | 0
      x = Math.imul(x ^ (x >>> 15), SECOND)
      x ^= x >>> 16
      out[chosen] = i
      // The borrow of the unsigned x - y (Warren, Hacker's Delight, 2-12): 1 if x < y.
      chosen += ((~x & y) | ((~x | y) & (x - y))) >>> 31
    }
    return chosen
  }
}

/** Words below this make an event of probability p; p = 1 gives 2^32: every word is below it. */
export function threshold(probability: number): number {
  return Math.floor(probability * 4294967296)
}
