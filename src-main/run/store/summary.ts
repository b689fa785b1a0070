import { Columns } from './columns'

/** First and last step, minimum, maximum, sum, count. */
export const SUMMARY_COLUMNS = 6

/** Folds a series into one row per so many steps. O(1) per value, nothing is allocated per step. */
export class Summary {
  private readonly rows = new Columns(SUMMARY_COLUMNS)
  private firstStep = 0
  private lastStep = 0
  private min = 0
  private max = 0
  private sum = 0
  private count = 0

  /** @param every row n holds the steps n every + 1 to (n + 1) every; step 0 counts to the first */
  constructor(private readonly every: number) {}

  add(step: number, value: number): void {
    const row = this.rowOf(step)
    if (this.count > 0 && this.rowOf(this.lastStep) !== row) this.close()
    if (this.count === 0) {
      this.firstStep = step
      this.min = value
      this.max = value
      this.sum = 0
    } else {
      if (value < this.min) this.min = value
      if (value > this.max) this.max = value
    }
    this.lastStep = step
    this.sum += value
    this.count += 1
    if (step === (row + 1) * this.every) this.close()
  }

  /** Values of consecutive steps, as if added one by one. */
  addSteps(firstStep: number, values: Float64Array, count: number): void {
    for (let n = 0; n < count;) {
      const step = firstStep + n
      const rowEnd = (this.rowOf(step) + 1) * this.every
      this.add(step, values[n++])
      // All but the last step of the row: `add` begins and ends rows.
      const end = Math.min(count, rowEnd - firstStep)
      if (end <= n) continue
      let { min, max, sum } = this
      for (let at = n; at < end; at++) {
        const value = values[at]
        if (value < min) min = value
        if (value > max) max = value
        sum += value
      }
      this.min = min
      this.max = max
      this.sum = sum
      this.count += end - n
      this.lastStep = firstStep + end - 1
      n = end
    }
  }

  /** Full rows since the last `clear`; a view. */
  full(): Float64Array {
    return this.rows.filled()
  }

  get bytes(): number {
    return this.rows.bytes
  }

  /** The full rows are in the store. */
  clear(): void {
    this.rows.clear()
  }

  /** The row that is not yet full; empty if there is none. */
  open(): number[] {
    const { firstStep, lastStep, min, max, sum, count } = this
    return count === 0 ? [] : [firstStep, lastStep, min, max, sum, count]
  }

  /** Goes on with a row that was open. */
  reopen(row: readonly number[]): void {
    if (row.length === 0) return
    ;[this.firstStep, this.lastStep, this.min, this.max, this.sum, this.count] = row
  }

  private close(): void {
    this.rows.push(this.firstStep, this.lastStep, this.min, this.max, this.sum, this.count)
    this.count = 0
  }

  private rowOf(step: number): number {
    return step === 0 ? 0 : Math.floor((step - 1) / this.every)
  }
}
