import type { Bucket } from '@contract'
import type { Pyramid, Running } from './pyramid'

/** Folds values into one bucket: what a series did since the last frame. O(1) per value. */
export class OpenBucket {
  private firstStep = 0
  private lastStep = 0
  private count = 0
  private first = 0
  private last = 0
  private readonly running: Running = { min: 0, max: 0, sum: 0 }

  add(step: number, value: number): void {
    const { running } = this
    this.begin(step, value)
    if (value < running.min) running.min = value
    if (value > running.max) running.max = value
    running.sum += value
    this.lastStep = step
    this.last = value
    this.count += 1
  }

  /**
   * Values of consecutive steps, as if added one by one, and to a history in the same pass.
   * @param count at least 1
   */
  addSteps(firstStep: number, values: Float64Array, count: number, history: Pyramid): void {
    this.begin(firstStep, values[0])
    history.addSteps(firstStep, values, count, this.running)
    this.last = values[count - 1]
    this.lastStep = firstStep + count - 1
    this.count += count
  }

  private begin(step: number, value: number): void {
    if (this.count > 0) return
    this.firstStep = step
    this.first = value
    this.running.min = value
    this.running.max = value
    this.running.sum = 0
  }

  /** The bucket so far, and begins a new one; null if nothing was folded in. */
  take(): Bucket | null {
    if (this.count === 0) return null
    const { firstStep, lastStep, count, first, last } = this
    const { min, max, sum } = this.running
    this.count = 0
    return { firstStep, lastStep, count, min, max, first, last, mean: sum / count }
  }
}
