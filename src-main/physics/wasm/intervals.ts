import { INTERVAL_BINS, IntervalCounter, PAIRS } from '../intervals/counter'
import { NONE, PIECE } from '../intervals/pieces'
import { Arena } from './arena'
import { instantiate, type Kernels } from './instance'

/** Pieces, and words of their masks, that fit one call. */
const MOST_PIECES = 128
const MASK_WORDS = 65536

/** The counter in WebAssembly: sixteen edges at once. */
export class WebAssemblyIntervals extends IntervalCounter {
  readonly updates: Float64Array
  readonly lastUpdate: Float64Array
  readonly countedFrom: Float64Array
  readonly intervals: Uint32Array
  protected readonly pairs: Uint32Array
  private readonly kernels: Kernels
  private readonly words: number
  /** Steps of a call at most: whole pieces. */
  private readonly steps: number
  private readonly masks: Uint32Array
  /** The last bit of each edge's newest piece, in the order of laneOf. */
  private readonly newest: Uint8Array

  constructor(edges: number) {
    super()
    const arena = new Arena()
    this.kernels = instantiate(arena)
    this.words = (edges + 31) >>> 5
    const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(MASK_WORDS / PIECE / this.words)))
    this.steps = PIECE * pieces
    const lanes = 32 * this.words
    const masks = arena.place(4 * this.steps * this.words)
    // Two vectors more than there are pieces: for sums.
    const cut = arena.place(16 * (pieces + 2))
    const newest = arena.place(lanes)
    const pairs = arena.place(4 * PAIRS)
    const intervals = arena.place(4 * INTERVAL_BINS)
    const [updates, last, from] = [
      arena.place(8 * lanes),
      arena.place(8 * lanes),
      arena.place(8 * lanes),
    ]
    this.kernels.placeIntervals(edges, masks, cut, newest, pairs, intervals)
    this.kernels.placeUpdates(updates, last, from)
    this.masks = arena.wordView(masks, this.steps * this.words)
    this.newest = arena.byteView(newest, lanes).fill(NONE)
    this.pairs = arena.wordView(pairs, PAIRS)
    this.intervals = arena.wordView(intervals, INTERVAL_BINS)
    this.updates = arena.numberView(updates, edges)
    this.lastUpdate = arena.numberView(last, edges)
    this.countedFrom = arena.numberView(from, edges)
  }

  protected addPieces(firstStep: number, count: number, masks: Uint32Array): void {
    const { words, steps } = this
    for (let done = 0; done < count; done += steps)
      this.addSome(firstStep + done, Math.min(steps, count - done), masks, done * words)
  }

  private addSome(firstStep: number, count: number, masks: Uint32Array, from: number): void {
    const { words, kernels } = this
    const to = from + count * words
    const pieces = Math.ceil(count / PIECE)
    // A view costs as much as some 50 words: none is made of the whole.
    this.masks.set(from === 0 && to === masks.length ? masks : masks.subarray(from, to))
    if (count < pieces * PIECE) this.masks.fill(0, count * words, pieces * PIECE * words)
    kernels.addIntervals(firstStep, pieces)
  }

  protected forgetNewest(): void {
    this.newest.fill(NONE)
  }

  protected forget(edge: number): void {
    this.newest[laneOf(edge)] = NONE
  }
}

/** Of sixteen edges the first eight have the even places, the others the odd ones. */
function laneOf(edge: number): number {
  return (edge & ~15) | ((edge & 7) << 1) | ((edge >>> 3) & 1)
}
