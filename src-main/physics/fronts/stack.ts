/**
 * Gives out stretches of one array whose lives nest badly: first fit (Knuth, 1968), planned ahead of
 * any run.
 */
export class Stretches {
  /** Free stretches, ascending: begin and end in turn. The last has no end. */
  private free: number[] = [0, Infinity]
  private peak = 0

  /** Greatest end of any stretch so far. */
  get length(): number {
    return this.peak
  }

  take(length: number): number {
    for (let i = 0; i < this.free.length; i += 2) {
      const begin = this.free[i]
      if (this.free[i + 1] - begin < length) continue
      this.free[i] = begin + length
      if (this.free[i] === this.free[i + 1]) this.free.splice(i, 2)
      this.peak = Math.max(this.peak, begin + length)
      return begin
    }
    throw new Error('the last free stretch has no end')
  }

  giveBack(begin: number, length: number): void {
    if (length === 0) return
    let i = 0
    while (this.free[i] < begin) i += 2
    this.free.splice(i, 0, begin, begin + length)
    if (this.free[i + 1] === this.free[i + 2]) this.free.splice(i + 1, 2)
    if (i > 0 && this.free[i - 1] === this.free[i]) this.free.splice(i - 1, 2)
  }
}
