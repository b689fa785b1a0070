import { logarithm } from '../numeric'
import { RandomStream, type Purpose } from '../random'

/** Events to a block of random words; an event draws four words. As assembly/events.ts. */
const BLOCK = 256

/**
 * An exponential clock per edge, as one: the time to the next ring of any is exponential with the
 * sum of the rates, and whose it is has the odds of the rates (alias table: Walker, 1977; Vose,
 * 1991). Event n is a function of the seed and n alone.
 */
export class PoissonClocks {
  /** Sum of the rates, 1/s. */
  readonly totalRate: number
  /** Alias table: odds to keep the edge drawn, and which to take else. */
  readonly keep: Float64Array
  readonly alias: Int32Array
  readonly stream: RandomStream
  private block = -1

  /** @param rates E rates, 1/s, at least one above 0. */
  constructor(rates: Float64Array, seed: number, purpose: Purpose = 'schedule') {
    const count = rates.length
    this.stream = new RandomStream(seed, purpose)
    this.keep = new Float64Array(count).fill(1)
    this.alias = new Int32Array(count)
    for (let e = 0; e < count; e++) this.alias[e] = e
    let total = 0
    for (const rate of rates) total += rate
    this.totalRate = total
    const share = rates.map((rate) => (rate * count) / total)
    const small: number[] = []
    const large: number[] = []
    for (let e = 0; e < count; e++) (share[e] < 1 ? small : large).push(e)
    for (let low = small.pop(); low !== undefined; low = small.pop()) {
      const high = large.pop()
      if (high === undefined) break
      this.keep[low] = share[low]
      this.alias[low] = high
      share[high] -= 1 - share[low]
      ;(share[high] < 1 ? small : large).push(high)
    }
  }

  private uniform(index: number): number {
    const high = this.stream.word(index) >>> 5
    const low = this.stream.word(index + 1) >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  /** Waiting time before event n = 0, 1, ..., s. */
  wait(n: number): number {
    return -logarithm(1 - this.uniform(this.index(n))) / this.totalRate
  }

  /** Edge that rings in event n. */
  edge(n: number): number {
    const place = this.uniform(this.index(n) + 2) * this.keep.length
    const edge = Math.floor(place)
    return place - edge < this.keep[edge] ? edge : this.alias[edge]
  }

  private index(n: number): number {
    const block = Math.floor(n / BLOCK)
    if (block !== this.block) {
      this.stream.seek(block)
      this.block = block
    }
    return 4 * (n - BLOCK * block)
  }
}
