import type { History } from '@contract'
import { Level } from './level'

/** Buckets of the finest level at most: 65,536 x 40 bytes, and as much again for the others. */
export const BASE_BUCKETS = 65_536

/** Rows of a stretch of a series; columns of equal length. */
export type Rows = Pick<History, 'firstStep' | 'lastStep' | 'min' | 'max' | 'mean'>

/** One level of a pyramid with the values after its last whole bucket. */
export interface PyramidSnapshot {
  /** Values per bucket. */
  width: number
  firstStep: Float64Array
  lastStep: Float64Array
  min: Float64Array
  max: Float64Array
  sum: Float64Array
  tail: Tail
}

/** What values fold into. */
export interface Running {
  min: number
  max: number
  sum: number
}

/** The bucket that is not yet full. */
export interface Tail extends Running {
  count: number
  firstStep: number
  lastStep: number
}

/**
 * A series of any length in bounded memory: each level has buckets of twice as many values as
 * the one below, with exact minimum, maximum and mean. When the finest level is full it is
 * dropped and the next takes its place, so resolution halves and nothing else is lost.
 * Adding is O(1) amortised, a query O(rows + log length) and what was added since the last.
 */
export class Pyramid {
  private levels: Level[] = [new Level()]
  private width = 1
  private tail = emptyTail()

  /** @param baseBuckets even */
  constructor(private readonly baseBuckets = BASE_BUCKETS) {}

  /** Values per bucket of the finest level. */
  get finestWidth(): number {
    return this.width
  }

  /** Memory of all columns. */
  get bytes(): number {
    return this.levels.reduce((sum, level) => sum + level.bytes, 0)
  }

  /** @param step not before the last one added */
  add(step: number, value: number): void {
    const tail = this.tail
    if (tail.count === 0) {
      tail.firstStep = step
      tail.min = value
      tail.max = value
      tail.sum = value
    } else {
      if (value < tail.min) tail.min = value
      if (value > tail.max) tail.max = value
      tail.sum += value
    }
    tail.lastStep = step
    tail.count += 1
    if (tail.count < this.width) return
    this.levels[0].push(tail.firstStep, tail.lastStep, tail.min, tail.max, tail.sum)
    tail.count = 0
    this.coarsenIfFull()
  }

  /**
   * Values of consecutive steps, as if added one by one.
   * @param along takes all of them too: each sum waits for its own last addition, so that two sums
   * in one pass take no longer than one.
   */
  addSteps(firstStep: number, values: Float64Array, count: number, along: Running): void {
    for (let n = 0; n < count;) {
      n = this.fill(firstStep, values, n, count, along)
      this.coarsenIfFull()
    }
  }

  /** Adds values from number `from` on until the finest level is full. @returns how far it came. */
  private fill(
    firstStep: number,
    values: Float64Array,
    from: number,
    count: number,
    along: Running,
  ): number {
    const { tail, width, baseBuckets } = this
    const base = this.levels[0]
    let { firstStep: first, min, max, sum, count: filled } = tail
    let { min: least, max: most, sum: total } = along
    let n = from
    while (n < count && base.length < baseBuckets) {
      if (filled === 0) {
        first = firstStep + n
        // Below it is compared with itself, and added to nothing (-0: also where it is -0).
        min = max = values[n]
        sum = -0
      }
      const end = Math.min(count, n + width - filled)
      filled += end - n
      for (; n < end; n++) {
        const value = values[n]
        if (value < min) min = value
        if (value > max) max = value
        sum += value
        if (value < least) least = value
        if (value > most) most = value
        total += value
      }
      if (filled === width) {
        base.push(first, firstStep + n - 1, min, max, sum)
        filled = 0
      }
    }
    tail.firstStep = first
    tail.lastStep = firstStep + n - 1
    tail.min = min
    tail.max = max
    tail.sum = sum
    tail.count = filled
    along.min = least
    along.max = most
    along.sum = total
    return n
  }

  /** Steps of the first and the last value; null when empty. */
  range(): { firstStep: number; lastStep: number } | null {
    const base = this.levels[0]
    if (base.length === 0 && this.tail.count === 0) return null
    return {
      firstStep: base.length > 0 ? base.firstStep[0] : this.tail.firstStep,
      lastStep: this.tail.count > 0 ? this.tail.lastStep : base.lastStep[base.length - 1],
    }
  }

  /** The finest whole buckets that touch [fromStep, toStep] in at most `rows` rows. */
  query(fromStep: number, toStep: number, rows: number): Rows {
    this.raise()
    // Above the coarsest level, which has one bucket, everything is one tail.
    for (let n = 0; n <= this.levels.length; n++) {
      const level = this.levels[n] ?? new Level()
      const from = level.firstEndingFrom(fromStep)
      const to = level.countBeginningTo(toStep)
      const tail = this.tailOf(n)
      const withTail = tail.count > 0 && tail.lastStep >= fromStep && tail.firstStep <= toStep
      const count = Math.max(0, to - from) + (withTail ? 1 : 0)
      if (count <= rows) return this.rowsOf(n, from, Math.max(from, to), withTail ? tail : null)
    }
    throw new RangeError('a query needs at least one row')
  }

  /** The finest level of at most so many buckets. */
  snapshot(buckets: number): PyramidSnapshot {
    this.raise()
    const n = this.levels.findIndex((level) => level.length <= buckets)
    const level = this.levels[n]
    return {
      width: this.width * 2 ** n,
      firstStep: level.firstStep.slice(0, level.length),
      lastStep: level.lastStep.slice(0, level.length),
      min: level.min.slice(0, level.length),
      max: level.max.slice(0, level.length),
      sum: level.sum.slice(0, level.length),
      tail: this.tailOf(n),
    }
  }

  restore(snapshot: PyramidSnapshot): void {
    this.levels = [new Level()]
    this.width = snapshot.width
    const { firstStep, lastStep, min, max, sum } = snapshot
    for (let n = 0; n < firstStep.length; n++) {
      this.levels[0].push(firstStep[n], lastStep[n], min[n], max[n], sum[n])
      this.coarsenIfFull()
    }
    this.tail = { ...snapshot.tail }
  }

  /** Makes the buckets of the coarser levels: they wait until somebody asks. */
  private raise(): void {
    for (let n = 0; this.levels[n].length > 1; n++) {
      if (n + 1 === this.levels.length) this.levels.push(new Level())
      this.levels[n + 1].pairsOf(this.levels[n])
    }
  }

  /** The finest level becomes the next in its own memory: no run allocates once it is full. */
  private coarsenIfFull(): void {
    if (this.levels[0].length < this.baseBuckets) return
    this.levels[0].halve()
    this.levels.splice(1, 1)
    this.width *= 2
  }

  /** Everything after the last whole bucket of a level: at most one odd bucket of each finer one. */
  private tailOf(n: number): Tail {
    const tail = emptyTail()
    for (let finer = n - 1; finer >= 0; finer--) {
      const level = this.levels[finer]
      if (level.length % 2 === 0) continue
      const at = level.length - 1
      fold(tail, {
        count: this.width * 2 ** finer,
        firstStep: level.firstStep[at],
        lastStep: level.lastStep[at],
        min: level.min[at],
        max: level.max[at],
        sum: level.sum[at],
      })
    }
    if (this.tail.count > 0) fold(tail, this.tail)
    return tail
  }

  private rowsOf(n: number, from: number, to: number, tail: Tail | null): Rows {
    const level = this.levels[n] ?? new Level()
    const whole = to - from
    const width = this.width * 2 ** n
    const length = whole + (tail === null ? 0 : 1)
    const rows: Rows = {
      firstStep: new Float64Array(length),
      lastStep: new Float64Array(length),
      min: new Float64Array(length),
      max: new Float64Array(length),
      mean: new Float64Array(length),
    }
    rows.firstStep.set(level.firstStep.subarray(from, to))
    rows.lastStep.set(level.lastStep.subarray(from, to))
    rows.min.set(level.min.subarray(from, to))
    rows.max.set(level.max.subarray(from, to))
    for (let row = 0; row < whole; row++) rows.mean[row] = level.sum[from + row] / width
    if (tail !== null) {
      rows.firstStep[whole] = tail.firstStep
      rows.lastStep[whole] = tail.lastStep
      rows.min[whole] = tail.min
      rows.max[whole] = tail.max
      rows.mean[whole] = tail.sum / tail.count
    }
    return rows
  }
}

function emptyTail(): Tail {
  return { count: 0, firstStep: 0, lastStep: 0, min: 0, max: 0, sum: 0 }
}

/** Appends a later part. */
function fold(tail: Tail, part: Tail): void {
  if (tail.count === 0) {
    Object.assign(tail, part)
    return
  }
  tail.count += part.count
  tail.lastStep = part.lastStep
  tail.min = Math.min(tail.min, part.min)
  tail.max = Math.max(tail.max, part.max)
  tail.sum += part.sum
}
