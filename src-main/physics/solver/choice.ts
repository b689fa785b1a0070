import { FIRST, GOLDEN, row0Of, row1Of, SECOND } from '../random'
import type { MarchSelection } from './march'

/** The edges of each step: drawn inline with the words of RandomStream.choose, all, or as given. */
export class Choice {
  /** The newest: the first `choose()` of them count. */
  readonly chosen: Int32Array
  private kind: MarchSelection['kind'] = 'given'
  private key0 = 0
  private key1 = 0
  /** E values: an edge updates unless its word and this carry into a 33rd bit. */
  private readonly spare: Int32Array
  /** Bits of the edges that may update at all. */
  private readonly alive: Uint32Array
  /** Whether all of them may. */
  private whole = true

  constructor(edges: number) {
    this.chosen = new Int32Array(edges)
    this.spare = new Int32Array(edges)
    this.alive = new Uint32Array((edges + 31) >>> 5)
  }

  /** @param learns E flags: 0 for an edge that never updates; null: all may. */
  select(selection: MarchSelection, learns: Uint8Array | null): void {
    const { alive, spare } = this
    this.kind = selection.kind
    this.whole = true
    alive.fill(0)
    for (let e = 0; e < spare.length; e++) {
      const limit = selection.kind === 'drawn' ? selection.limit[e] : 1
      spare[e] = -limit
      if (limit > 0 && (learns === null || learns[e] !== 0)) alive[e >>> 5] |= 1 << (e & 31)
      else this.whole = false
    }
    if (selection.kind === 'drawn') {
      this.key0 = selection.key0
      this.key1 = selection.key1
    }
  }

  /** The edges of a step; their bits are written, or given, in masks[at..]. @returns how many. */
  choose(step: number, masks: Uint32Array, at: number): number {
    const { alive } = this
    if (this.kind === 'drawn') {
      const count = this.draw(step, masks, at)
      if (this.whole) return count
      for (let w = 0; w < alive.length; w++) masks[at + w] &= alive[w]
    }
    if (this.kind === 'all') for (let w = 0; w < alive.length; w++) masks[at + w] = alive[w]
    return this.list(masks, at)
  }

  /** Lists the edges whose bits are set. */
  private list(masks: Uint32Array, at: number): number {
    const { chosen } = this
    let count = 0
    for (let e = 0; e < chosen.length; e++) {
      chosen[count] = e
      count += (masks[at + (e >>> 5)] >>> (e & 31)) & 1
    }
    return count
  }

  /** Lists the edges whose word is below its limit, with no branch that could be mispredicted. */
  private draw(step: number, masks: Uint32Array, at: number): number {
    const { chosen, spare, key0, key1 } = this
    const edges = spare.length
    const row1 = row1Of(step, key0, key1)
    let ahead = row0Of(step, key0, key1)
    let count = 0
    for (let w = 0, e = 0; e < edges; w++) {
      const end = Math.min(edges, e + 32)
      let bits = 0
      for (; e < end; e++) {
        ahead = (ahead + GOLDEN) | 0
        let x = (Math.imul(ahead ^ (ahead >>> 16), FIRST) + row1) | 0
        x = Math.imul(x ^ (x >>> 15), SECOND)
        x ^= x >>> 16
        const y = spare[e]
        // The highest bit of floor((x + y) / 2), unsigned (Warren, Hacker's Delight, 2-5).
        const bit = 1 - (((x & y) + ((x ^ y) >>> 1)) >>> 31)
        chosen[count] = e
        count = (count + bit) | 0
        bits |= bit << (e & 31)
      }
      masks[at + w] = bits
    }
    return count
  }
}
