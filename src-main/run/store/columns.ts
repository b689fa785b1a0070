const FIRST_ROWS = 64

/** Rows of so many numbers, one after another in one array that grows by doubling. */
export class Columns {
  private data: Float64Array
  private used = 0

  constructor(private readonly width: number) {
    this.data = new Float64Array(FIRST_ROWS * width)
  }

  get rows(): number {
    return this.used / this.width
  }

  get bytes(): number {
    return 8 * this.used
  }

  push(...row: number[]): void {
    this.room()
    for (let n = 0; n < this.width; n++) this.data[this.used + n] = row[n]
    this.used += this.width
  }

  /** A row that begins with `head` and ends with the values of an array. */
  pushArray(head: readonly number[], values: Float64Array): void {
    this.room()
    this.data.set(head, this.used)
    this.data.set(values, this.used + head.length)
    this.used += this.width
  }

  /** What was pushed; a view that the next push may end. */
  filled(): Float64Array {
    return this.data.subarray(0, this.used)
  }

  clear(): void {
    this.used = 0
  }

  private room(): void {
    if (this.used + this.width <= this.data.length) return
    const longer = new Float64Array(2 * this.data.length)
    longer.set(this.data)
    this.data = longer
  }
}
