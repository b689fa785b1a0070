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

  /** Appends what a finer level has more than twice as many buckets of, two as one. */
  pairsOf(finer: Level): void {
    const end = finer.length >> 1
    while (this.firstStep.length < end) this.grow()
    this.setPairs(this.length, end, finer)
    this.length = end
  }

  /** Makes one bucket of every two, in place. */
  halve(): void {
    const end = this.length >> 1
    this.setPairs(0, end, this)
    this.length = end
  }

  /** Buckets from..end-1, each from the finer buckets 2 at and 2 at + 1. */
  private setPairs(from: number, end: number, finer: Level): void {
    const { firstStep, lastStep, min, max, sum } = this
    for (let at = from; at < end; at++) firstStep[at] = finer.firstStep[2 * at]
    for (let at = from; at < end; at++) lastStep[at] = finer.lastStep[2 * at + 1]
    for (let at = from; at < end; at++) min[at] = Math.min(finer.min[2 * at], finer.min[2 * at + 1])
    for (let at = from; at < end; at++) max[at] = Math.max(finer.max[2 * at], finer.max[2 * at + 1])
    for (let at = from; at < end; at++) sum[at] = finer.sum[2 * at] + finer.sum[2 * at + 1]
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
