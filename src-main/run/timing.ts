import type { Frame } from '@contract'
import { cutIntoPieces, NONE, PIECE, PIECES } from './pieces'

/** Bins of the pooled interval histogram: the last one also takes every longer interval. */
export const INTERVAL_BINS = 1024

export interface TimingSnapshot {
  sinceStep: number
  updates: Float64Array
  lastUpdate: Float64Array
  intervals: Uint32Array
  /** E values: no interval of the edge begins at or before this step. */
  countedFrom: Float64Array
  /** Left out: every step was seen. */
  seenEvery?: number | undefined
}

/** The last set bit of a byte in its place in PIECES and among the pairs. */
const AFTER = 0xf00
const AFTER_NONE = NONE << 8

/**
 * When each edge updated: counts, last step and intervals. Eight steps of an edge are one byte, so
 * that the cost is O(edges / 8) per step. Intervals within a byte, and from the
 * byte before, depend on few bits: these are counted, and turned into intervals when somebody asks.
 */
export class UpdateTiming {
  private sinceStep = 0
  private updates: Float64Array
  private lastUpdate: Float64Array
  private intervals = new Uint32Array(INTERVAL_BINS)
  private countedFrom: Float64Array
  /**
   * How often each byte followed each last bit of the byte before it (NONE if that was 0, or is not
   * known), since the intervals of such pairs were put into the histogram.
   */
  private readonly pairs = new Uint32Array((NONE + 1) << 8)
  /** Pieces of four edges each: see cutIntoPieces. */
  private quads = new Int32Array(0)
  /**
   * The last bit of each edge's newest piece, in its place among the pairs: where the next chunk goes
   * on from whole pieces, its first piece follows this one as any other does.
   */
  private readonly newest: Uint16Array
  /** The step whose chunk `newest` is followed by; 0 where the newest piece is not whole. */
  private follower = 0
  /** The widest distance of the steps that were seen. */
  private seenEvery = 1

  constructor(readonly edges: number) {
    this.updates = new Float64Array(edges)
    this.lastUpdate = new Float64Array(edges)
    this.countedFrom = new Float64Array(edges)
    this.newest = new Uint16Array((edges + 31) & ~31).fill(AFTER_NONE)
  }

  /** @param masks count x words, bit e % 32 of word e >> 5 is set if edge e updated. */
  add(firstStep: number, count: number, words: number, masks: Uint32Array): void {
    const pieces = Math.ceil(count / PIECE)
    if (this.quads.length < 8 * pieces) this.quads = new Int32Array(8 * pieces)
    if (firstStep !== this.follower) this.newest.fill(AFTER_NONE)
    for (let word = 0; word < words; word++) {
      cutIntoPieces(masks, count, words, word, this.quads)
      const first = word << 5
      for (let part = 0; part < 32 && first + part < this.edges; part += 16)
        for (let bit = 0; bit < 8; bit++) this.addTwo(first + part + bit, firstStep, pieces)
    }
    this.follower = count % PIECE === 0 ? firstStep + count : 0
  }

  /**
   * Some steps of many: what is between them nobody saw, so intervals are not known.
   * @param at the step of each row @param before the newest step before them
   */
  addSeen(
    at: Float64Array,
    count: number,
    words: number,
    masks: Uint32Array,
    before: number,
  ): void {
    let every = at[0] - before
    for (let row = 1; row < count; row++) every = Math.min(every, at[row] - at[row - 1])
    this.seenEvery = Math.max(this.seenEvery, every)
    for (let row = 0; row < count; row++)
      for (let edge = 0; edge < this.edges; edge++) {
        if (((masks[row * words + (edge >>> 5)] >>> (edge & 31)) & 1) === 0) continue
        this.updates[edge] += 1
        this.lastUpdate[edge] = at[row]
      }
    this.interruptAll(at[count - 1])
  }

  /**
   * The pieces of this edge and of that 8 further on, where they exist: they share their quads, and
   * a processor can work on one while it waits for the other.
   */
  private addTwo(edge: number, firstStep: number, pieces: number): void {
    const { pairs, quads, newest } = this
    const begin = (edge & 7) * pieces
    const shift = edge & 24
    let a0 = newest[edge]
    let a1 = newest[edge + 8]
    let updates0 = 0
    let updates1 = 0
    for (let n = 0; n < pieces; n++) {
      const both = quads[begin + n] >>> shift
      const b0 = both & 0xff
      const b1 = (both >>> 8) & 0xff
      if (((a0 | a1) & AFTER_NONE) !== 0) {
        if (a0 === AFTER_NONE && b0 !== 0) this.reachBack(edge, n, firstStep, pieces)
        if (a1 === AFTER_NONE && b1 !== 0) this.reachBack(edge + 8, n, firstStep, pieces)
      }
      pairs[a0 | b0] += 1
      pairs[a1 | b1] += 1
      const piece0 = PIECES[b0]
      const piece1 = PIECES[b1]
      a0 = piece0 & AFTER
      a1 = piece1 & AFTER
      updates0 += piece0 >>> 12
      updates1 += piece1 >>> 12
    }
    newest[edge] = a0
    newest[edge + 8] = a1
    if (updates0 > 0) this.note(edge, updates0, firstStep, pieces)
    if (updates1 > 0) this.note(edge + 8, updates1, firstStep, pieces)
  }

  /** The interval up to the first update of piece `n`, where the piece before it has none or is not known. */
  private reachBack(edge: number, n: number, firstStep: number, pieces: number): void {
    const { intervals, lastUpdate, countedFrom } = this
    let last = this.lastIn(edge, n, pieces)
    if (last < 0) {
      const before = lastUpdate[edge]
      if (before <= countedFrom[edge]) return
      last = Math.max(before - firstStep, -INTERVAL_BINS)
    }
    const byte = this.quads[(edge & 7) * pieces + n] >>> (edge & 24)
    const interval = n * PIECE + (PIECES[byte & 0xff] & 7) - last
    intervals[interval < INTERVAL_BINS ? interval : INTERVAL_BINS - 1] += 1
  }

  /** Steps from the chunk's first to an edge's last update before piece `n`; negative: none. */
  private lastIn(edge: number, n: number, pieces: number): number {
    const begin = (edge & 7) * pieces
    for (let m = n - 1; m >= 0; m--) {
      const byte = (this.quads[begin + m] >>> (edge & 24)) & 0xff
      if (byte !== 0) return m * PIECE + ((PIECES[byte] & AFTER) >>> 8)
    }
    return -1
  }

  private note(edge: number, updates: number, firstStep: number, pieces: number): void {
    this.updates[edge] += updates
    const last = this.newest[edge]
    const at =
      last === AFTER_NONE ? this.lastIn(edge, pieces, pieces) : (pieces - 1) * PIECE + (last >>> 8)
    this.lastUpdate[edge] = firstStep + at
  }

  /** Puts the intervals of the pairs into the histogram. */
  private settle(): void {
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

  /** The schedule changed: intervals from here on only; what each edge did stays known. */
  restart(step: number): void {
    this.sinceStep = step
    this.pairs.fill(0)
    this.intervals.fill(0)
    this.interruptAll(step)
  }

  /** An edge was damaged or restored: its interval over this step is none of the schedule's. */
  interrupt(edge: number, step: number): void {
    this.countedFrom[edge] = step
    this.newest[edge] = AFTER_NONE
  }

  /** Steps are missing up to this one: no interval reaches over them. */
  interruptAll(step: number): void {
    this.countedFrom.fill(step)
    this.follower = 0
  }

  /** What a frame carries, as a copy. */
  measured(): Pick<
    Frame['timing'],
    'sinceStep' | 'seenEvery' | 'updates' | 'lastUpdate' | 'intervals'
  > {
    this.settle()
    const { sinceStep, updates, lastUpdate, intervals, seenEvery } = this
    return {
      sinceStep,
      updates: updates.slice(),
      lastUpdate: lastUpdate.slice(),
      intervals: seenEvery > 1 ? new Uint32Array(INTERVAL_BINS) : intervals.slice(),
      ...(seenEvery > 1 ? { seenEvery } : {}),
    }
  }

  /** What a checkpoint keeps, as a copy. */
  snapshot(): TimingSnapshot {
    return { ...this.measured(), countedFrom: this.countedFrom.slice() }
  }

  restore(snapshot: TimingSnapshot): void {
    this.pairs.fill(0)
    this.follower = 0
    this.sinceStep = snapshot.sinceStep
    this.updates = snapshot.updates.slice()
    this.lastUpdate = snapshot.lastUpdate.slice()
    this.intervals = snapshot.intervals.slice()
    this.countedFrom = snapshot.countedFrom.slice()
    this.seenEvery = snapshot.seenEvery ?? 1
  }
}
