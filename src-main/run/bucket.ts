import type { Bucket } from '@contract'

/** Folds values into one bucket: what a series did since the last frame. O(1) per value. */
export class OpenBucket {
  private firstStep = 0
  private lastStep = 0
  private count = 0
  private min = 0
  private max = 0
  private first = 0
  private last = 0
  private sum = 0

  add(step: number, value: number): void {
    if (this.count === 0) {
      this.firstStep = step
      this.first = value
      this.min = value
      this.max = value
      this.sum = 0
    } else {
      if (value < this.min) this.min = value
      if (value > this.max) this.max = value
    }
    this.lastStep = step
    this.last = value
    this.sum += value
    this.count += 1
  }

  /**
   * Values of consecutive steps, as if added one by one.
   * @param count at least 1
   */
  addSteps(firstStep: number, values: Float64Array, count: number): void {
    this.add(firstStep, values[0])
    let { min, max, sum } = this
    for (let n = 1; n < count; n++) {
      const value = values[n]
      if (value < min) min = value
      if (value > max) max = value
      sum += value
    }
    this.min = min
    this.max = max
    this.sum = sum
    this.last = values[count - 1]
    this.lastStep = firstStep + count - 1
    this.count += count - 1
  }

  /** The bucket so far, and begins a new one; null if nothing was folded in. */
  take(): Bucket | null {
    if (this.count === 0) return null
    const { firstStep, lastStep, count, min, max, first, last, sum } = this
    this.count = 0
    return { firstStep, lastStep, count, min, max, first, last, mean: sum / count }
  }
}
