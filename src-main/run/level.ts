const FIRST_CAPACITY = 256

/** Buckets as columns that grow by doubling: 40 bytes each. */
export class Level {
  length = 0
  firstStep = new Float64Array(FIRST_CAPACITY)
  lastStep = new Float64Array(FIRST_CAPACITY)
  min = new Float64Array(FIRST_CAPACITY)
  max = new Float64Array(FIRST_CAPACITY)
  /** Sum of the values of the bucket. */
  sum = new Float64Array(FIRST_CAPACITY)

  /** Memory of the columns, room for more included. */
  get bytes(): number {
    return 5 * this.firstStep.byteLength
  }

  push(firstStep: number, lastStep: number, min: number, max: number, sum: number): void {
    if (this.length === this.firstStep.length) this.grow()
    const at = this.length++
    this.firstStep[at] = firstStep
    this.lastStep[at] = lastStep
    this.min[at] = min
    this.max[at] = max
    this.sum[at] = sum
  }

  /** Appends buckets n and n + 1 of a finer level as one. */
  pushPair(finer: Level, n: number): void {
    this.push(
      finer.firstStep[n],
      finer.lastStep[n + 1],
      Math.min(finer.min[n], finer.min[n + 1]),
      Math.max(finer.max[n], finer.max[n + 1]),
      finer.sum[n] + finer.sum[n + 1],
    )
  }

  /** Index of the first bucket that ends at or after the step. O(log length). */
  firstEndingFrom(step: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.lastStep[middle] < step) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Number of buckets that begin at or before the step. O(log length). */
  countBeginningTo(step: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.firstStep[middle] <= step) low = middle + 1
      else high = middle
    }
    return low
  }

  private grow(): void {
    const capacity = this.firstStep.length * 2
    this.firstStep = grown(this.firstStep, capacity)
    this.lastStep = grown(this.lastStep, capacity)
    this.min = grown(this.min, capacity)
    this.max = grown(this.max, capacity)
    this.sum = grown(this.sum, capacity)
  }
}

function grown(column: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(capacity)
  longer.set(column)
  return longer
}
