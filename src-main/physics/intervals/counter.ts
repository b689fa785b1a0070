import { NONE, PIECE } from './pieces'

/** Bins of the pooled interval histogram: the last one also takes every longer interval. */
export const INTERVAL_BINS = 1024

/** Entries of `pairs`. */
export const PAIRS = (NONE + 1) << 8

/**
 * When each edge updated: counts, last step and intervals between updates. Eight steps of an edge are
 * one byte, a piece, so that the cost is O(edges / 8) per step. Intervals within a byte, and from the
 * byte before, depend on few bits: these pairs are counted, and turned into intervals when somebody
 * asks. Ours.
 */
export abstract class IntervalCounter {
  /** E values, updates of each edge. */
  abstract readonly updates: Float64Array
  /** E values, the step of the last update; 0: none. */
  abstract readonly lastUpdate: Float64Array
  /** E values: no interval of the edge begins at or before this step. */
  abstract readonly countedFrom: Float64Array
  /** INTERVAL_BINS values, complete after `settle`. */
  abstract readonly intervals: Uint32Array
  /**
   * How often each byte followed each last bit of the byte before it (NONE if that was 0, or is not
   * known), since they were turned into intervals: byte | last bit << 8.
   */
  protected abstract readonly pairs: Uint32Array
  /** The step that the newest pieces are followed by; 0 where they are not whole. */
  private follower = 0

  /** @param masks count x words, bit e % 32 of word e >> 5 is set if edge e updated. */
  add(firstStep: number, count: number, masks: Uint32Array): void {
    if (firstStep !== this.follower) this.forgetNewest()
    this.addPieces(firstStep, count, masks)
    this.follower = count % PIECE === 0 ? firstStep + count : 0
  }

  /** As `add`; the first piece of an edge follows its newest as any other does. */
  protected abstract addPieces(firstStep: number, count: number, masks: Uint32Array): void

  /** The newest piece of no edge is known. */
  protected abstract forgetNewest(): void

  /** The newest piece of this edge is not known. */
  protected abstract forget(edge: number): void

  /** No interval of this edge begins at or before this step. */
  interrupt(edge: number, step: number): void {
    this.countedFrom[edge] = step
    this.forget(edge)
  }

  /** The same of every edge. */
  interruptAll(step: number): void {
    this.countedFrom.fill(step)
    this.follower = 0
  }

  /** Forgets all intervals. */
  clear(): void {
    this.pairs.fill(0)
    this.intervals.fill(0)
    this.follower = 0
  }

  /** Puts the intervals of the pairs into the histogram. */
  settle(): void {
    const { pairs, intervals } = this
    for (let pair = 0; pair < pairs.length; pair++) {
      const count = pairs[pair]
      if (count === 0) continue
      const lastBit = pair >>> 8
      let last = lastBit === NONE ? NONE : lastBit - PIECE
      for (let bit = 0; bit < PIECE; bit++) {
        if (((pair >> bit) & 1) === 0) continue
        if (last !== NONE) intervals[bit - last] += count
        last = bit
      }
    }
    pairs.fill(0)
  }
}
