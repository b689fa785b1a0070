import { INTERVAL_BINS, IntervalCounter, PAIRS } from './counter'
import { cutIntoPieces, NONE, PIECE, PIECES } from './pieces'

/** The last set bit of a byte in its place in PIECES and among the pairs. */
const AFTER = 0xf00
const AFTER_NONE = NONE << 8

/** The counter in TypeScript. */
export class TypeScriptIntervals extends IntervalCounter {
  readonly updates: Float64Array
  readonly lastUpdate: Float64Array
  readonly countedFrom: Float64Array
  readonly intervals = new Uint32Array(INTERVAL_BINS)
  protected readonly pairs = new Uint32Array(PAIRS)
  /** Pieces of four edges each: see cutIntoPieces. */
  private quads = new Int32Array(0)
  /** The last bit of each edge's newest piece, in its place among the pairs. */
  private readonly newest: Uint16Array

  constructor(private readonly edges: number) {
    super()
    this.updates = new Float64Array(edges)
    this.lastUpdate = new Float64Array(edges)
    this.countedFrom = new Float64Array(edges)
    this.newest = new Uint16Array((edges + 31) & ~31).fill(AFTER_NONE)
  }

  protected addPieces(firstStep: number, count: number, masks: Uint32Array): void {
    const words = (this.edges + 31) >>> 5
    const pieces = Math.ceil(count / PIECE)
    if (this.quads.length < 8 * pieces) this.quads = new Int32Array(8 * pieces)
    for (let word = 0; word < words; word++) {
      cutIntoPieces(masks, count, words, word, this.quads)
      const first = word << 5
      for (let part = 0; part < 32 && first + part < this.edges; part += 16)
        for (let bit = 0; bit < 8; bit++) this.addTwo(first + part + bit, firstStep, pieces)
    }
  }

  protected forgetNewest(): void {
    this.newest.fill(AFTER_NONE)
  }

  protected forget(edge: number): void {
    this.newest[edge] = AFTER_NONE
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
}
