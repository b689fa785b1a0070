import type { Frame } from '@contract'
import type { StepChunk } from '../machine/machine'

/** Bins of a histogram of times; the last also takes every longer one. */
export const TIME_BINS = 1024
/** A mean interval takes so many bins: the histogram reaches over 64 mean intervals. */
const BINS_PER_MEAN = 16

/** Number of the only set bit of a word. */
function highestBit(bits: number): number {
  let n = 0
  for (let left = bits >>> 1; left !== 0; left >>>= 1) n++
  return n
}

type TimeSnapshot = NonNullable<Frame['timing']['time']>

/** Intervals between two updates of one edge in simulated time, where steps are events in time. */
export class TimeIntervals {
  readonly binS: number
  /** E times of the last update, s; -1 before the first one that counts. */
  private readonly last: Float64Array
  private intervals = new Uint32Array(TIME_BINS)
  private elapsedS = 0

  /** @param rate E values, updates per second */
  constructor(rate: Float64Array) {
    const mean = rate.reduce((sum, lambda) => sum + lambda, 0) / rate.length
    this.binS = 1 / (mean * BINS_PER_MEAN)
    this.last = new Float64Array(rate.length).fill(-1)
  }

  /** O(steps + words): an event updates one edge or, where it cannot learn, none. */
  add({ count, words, masks, time }: StepChunk): void {
    if (time === undefined) return
    for (let row = 0; row < count; row++)
      for (let word = 0; word < words; word++) {
        const bits = masks[row * words + word]
        if (bits !== 0) this.update(word * 32 + highestBit(bits), time[row])
      }
    if (count > 0) this.elapsedS = time[count - 1]
  }

  private update(edge: number, now: number): void {
    const before = this.last[edge]
    if (before >= 0)
      this.intervals[Math.min(TIME_BINS - 1, Math.floor((now - before) / this.binS))]++
    this.last[edge] = now
  }

  /** The edge was damaged or restored: its interval over this is none of the schedule's. */
  interrupt(edge: number): void {
    this.last[edge] = -1
  }

  /** Statistics from here on only. */
  restart(): void {
    this.intervals.fill(0)
    this.last.fill(-1)
  }

  snapshot(): TimeSnapshot {
    return { elapsedS: this.elapsedS, binS: this.binS, intervals: this.intervals.slice() }
  }

  /** The last updates are not part of it: the interval that a stop cut is left out. */
  restore(snapshot: TimeSnapshot): void {
    this.restart()
    this.elapsedS = snapshot.elapsedS
    this.intervals = snapshot.intervals.slice()
  }
}
