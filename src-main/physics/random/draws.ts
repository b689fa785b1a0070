import { cosine, logarithm } from '../numeric'
import { RandomStream, type Purpose } from './stream'

const TWO_PI = 6.283185307179586

/** Draws one after the other from one block of a stream; for set-up, not for the hot loop. */
export class Draws {
  readonly stream: RandomStream
  private index = 0

  constructor(seed: number, purpose: Purpose, block = 0) {
    this.stream = new RandomStream(seed, purpose).seek(block)
  }

  /** Starts a block anew. */
  seek(block: number): this {
    this.stream.seek(block)
    this.index = 0
    return this
  }

  /** Uniform in [0, 1), 53 bits from two words (genrand_res53: Matsumoto, Nishimura, 2002). */
  uniform(): number {
    const high = this.stream.word(this.index++) >>> 5
    const low = this.stream.word(this.index++) >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform()
  }

  /** Integer in 0..n-1; uneven by less than n / 2^53. */
  below(n: number): number {
    return Math.floor(this.uniform() * n)
  }

  /** Standard normal (Box and Muller, 1958). */
  gaussian(): number {
    // 1 - u lies in (0, 1]: the logarithm stays finite.
    const radius = Math.sqrt(-2 * logarithm(1 - this.uniform()))
    return radius * cosine(TWO_PI * this.uniform())
  }

  /** Puts the first `count` places of `items` in random order out of all (Fisher and Yates). */
  shuffle(items: Int32Array, count = items.length): void {
    const n = items.length
    const { stream } = this
    const last = Math.min(count, n - 1)
    let { index } = this
    for (let i = 0; i < last; i++) {
      // below(n - i) written out: batches draw here on every step.
      const high = stream.word(index++) >>> 5
      const low = stream.word(index++) >>> 6
      const j = i + ((((high * 67108864 + low) / 9007199254740992) * (n - i)) | 0)
      const kept = items[i]
      items[i] = items[j]
      items[j] = kept
    }
    this.index = index
  }
}
