import { mostRasterSteps, type Frame } from '@contract'

/** Steps that a frame shows: a 300 pixel wide raster at 60 frames/s leaves none unseen at 14 ksteps/s. */
export const RASTER_STEPS = 240

/** The update masks of the newest steps, a ring of rows. O(min(count, capacity)) per chunk. */
export class Raster {
  private readonly ring: Uint32Array
  /** The step of each row; null as long as they follow one another. */
  private at: Float64Array | null = null
  /** Simulated time after the step of each row, s; NaN where it was not told. */
  private timeS: Float64Array | null = null
  private steps = 0
  private newest = 0
  private next = 0

  constructor(
    readonly words: number,
    readonly capacity = mostRasterSteps(32 * words),
  ) {
    this.ring = new Uint32Array(words * capacity)
  }

  /**
   * @param masks count x words
   * @param at the step of each row; left out: one after another
   * @param timeS of each row, where steps are events in time
   */
  add(
    firstStep: number,
    count: number,
    masks: Uint32Array,
    at?: Float64Array,
    timeS?: Float64Array,
  ): void {
    const { words, capacity, ring } = this
    const newest = Math.min(count, capacity)
    const first = count - newest
    const untilEnd = Math.min(newest, capacity - this.next)
    const turn = first + untilEnd
    ring.set(rowsOf(masks, first * words, turn * words), this.next * words)
    if (turn < count) ring.set(rowsOf(masks, turn * words, count * words))
    if (at !== undefined) this.at ??= this.consecutive()
    if (this.at !== null)
      for (let row = first; row < count; row++)
        this.at[(this.next + row - first) % capacity] = at === undefined ? firstStep + row : at[row]
    if (timeS !== undefined) {
      this.timeS ??= new Float64Array(capacity).fill(NaN)
      for (let row = first; row < count; row++)
        this.timeS[(this.next + row - first) % capacity] = timeS[row]
    }
    this.next = (this.next + newest) % capacity
    this.newest = at === undefined ? firstStep + count - 1 : at[count - 1]
    this.steps = Math.min(capacity, this.steps + count)
  }

  /** The steps of rows that follow one another up to the newest. */
  private consecutive(): Float64Array {
    const { capacity, next, newest } = this
    return Float64Array.from(
      { length: capacity },
      (_, place) => newest - ((next - 1 - place + capacity) % capacity),
    )
  }

  /** A copy of the newest steps, oldest first. */
  snapshot(most = RASTER_STEPS): Frame['raster'] {
    const { words, capacity } = this
    const steps = Math.min(most, this.steps)
    const masks = new Uint32Array(steps * words)
    const oldest = (this.next - steps + capacity) % capacity
    const untilEnd = Math.min(steps, capacity - oldest)
    masks.set(this.ring.subarray(oldest * words, (oldest + untilEnd) * words))
    masks.set(this.ring.subarray(0, (steps - untilEnd) * words), untilEnd * words)
    const unrolled = (ring: Float64Array): Float64Array<ArrayBuffer> =>
      Float64Array.from({ length: steps }, (_, i) => ring[(oldest + i) % capacity])
    const { at: stepAt, timeS } = this
    const time = timeS === null || Number.isNaN(timeS[oldest]) ? {} : { timeS: unrolled(timeS) }
    if (stepAt === null || steps === 0 || this.newest - stepAt[oldest] === steps - 1)
      return { firstStep: this.newest - steps + 1, steps, words, masks, ...time }
    const at = unrolled(stepAt)
    return { firstStep: at[0], steps, words, masks, at, ...time }
  }

  restore(snapshot: Frame['raster']): void {
    this.steps = 0
    this.next = 0
    const { firstStep, steps, masks, at, timeS } = snapshot
    if (steps > 0) this.add(firstStep, steps, masks, at, timeS)
  }
}

/** A view costs as much as some 50 rows: none is made of the whole. */
function rowsOf(masks: Uint32Array, from: number, to: number): Uint32Array {
  return from === 0 && to === masks.length ? masks : masks.subarray(from, to)
}
