/**
 * Random whole numbers for resampling: a 32-bit counter through a mixing function (splitmix32 of
 * S. Vigna's family). Statistics alone draw from it; no run does. Equal seeds, equal numbers.
 */
export class Resampler {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** Uniform in 0..2^32 - 1. */
  word(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0
    let z = this.state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }

  /** Uniform in 0..count - 1; off from it by count / 2^32 at most. */
  below(count: number): number {
    return Math.floor((this.word() / 2 ** 32) * count)
  }
}
