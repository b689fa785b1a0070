import type { Frame } from '@contract'
import type { StepChunk } from '../machine/machine'
import { TIME_BINS } from './timeIntervals'
import { INTERVAL_BINS } from '../machine/intervals'

type Snapshot = NonNullable<Frame['timing']['edge']>

/** Intervals between the updates of one edge, from when it is watched. O(steps). */
export class EdgeIntervals {
  private readonly intervals = new Uint32Array(INTERVAL_BINS)
  private readonly timeIntervals: Uint32Array | null
  /** Step and time of the last update that counts; -1: none yet. */
  private lastStep = -1
  private lastS = -1

  /** @param binS width of the bins of simulated time, s; null: steps are no events in time */
  constructor(
    readonly edge: number,
    private sinceStep: number,
    private readonly binS: number | null,
  ) {
    this.timeIntervals = binS === null ? null : new Uint32Array(TIME_BINS)
  }

  add({ firstStep, count, words, masks, time }: StepChunk): void {
    const word = this.edge >>> 5
    const bit = 1 << (this.edge & 31)
    for (let row = 0; row < count; row++) {
      if ((masks[row * words + word] & bit) === 0) continue
      const step = firstStep + row
      if (this.lastStep >= 0) this.intervals[Math.min(INTERVAL_BINS - 1, step - this.lastStep)]++
      this.lastStep = step
      if (time !== undefined) this.inTime(time[row])
    }
  }

  private inTime(now: number): void {
    if (this.timeIntervals === null || this.binS === null) return
    if (this.lastS >= 0)
      this.timeIntervals[Math.min(TIME_BINS - 1, Math.floor((now - this.lastS) / this.binS))]++
    this.lastS = now
  }

  /** The interval over this moment is none of the schedule's. */
  interrupt(): void {
    this.lastStep = -1
    this.lastS = -1
  }

  /** Another law holds from here on. */
  restart(step: number): void {
    this.interrupt()
    this.sinceStep = step
    this.intervals.fill(0)
    this.timeIntervals?.fill(0)
  }

  snapshot(): Snapshot {
    const { edge, sinceStep, timeIntervals } = this
    const seen = { edge, sinceStep, intervals: this.intervals.slice() }
    return timeIntervals === null ? seen : { ...seen, timeIntervals: timeIntervals.slice() }
  }
}
