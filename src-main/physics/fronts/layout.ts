import type { FreeGraph } from './graph'
import { Stretches } from './stack'
import type { EliminationTree } from './tree'

/**
 * The table has FIELDS integers per front: first position, pivots s, rows below r, tile columns of
 * pivots S = ceil(s/4), tile rows below R = ceil(r/4), number of the first entry in `factor` and in
 * `updates`, first of its `below`, first of its children, their count, first and end of its entries.
 */
export const FIELDS = 12
export const TILE = 16

/**
 * The fronts of a multifrontal factorisation (Duff and Reid, 1983), children before parents.
 * A front is a lower trapezoid of 4 x 4 tiles: tile rows 0..S-1 are pivots (padded with unit
 * pivots), S..S+R-1 the rows below. A tile row lies in one piece, tile after tile, each tile by
 * columns: element (i, j) is at panel(i >> 2) + 4 j + (i & 3).
 */
export interface FrontLayout {
  readonly fronts: Int32Array
  /** Positions of the rows below, ascending, and the local rows that they have in the parent. */
  readonly below: Int32Array
  readonly rowInParent: Int32Array
  readonly children: Int32Array
  /** Off-diagonal entries: edge, and place in the front's own tiles. */
  readonly entryEdge: Int32Array
  readonly entryPlace: Int32Array
  /** Numbers that the factor takes, and the update matrices at their most. */
  readonly factorLength: number
  readonly updatesLength: number
  /** Tile rows of the tallest front. */
  readonly tallest: number
  /** Multiplications of a factorisation that are not padding. */
  readonly products: number
}

/** First number of tile row i in a front with S tile columns of pivots. */
export function pivotPanel(i: number, columns: number): number {
  const tiles =
    i < columns ? (i * (i + 1)) / 2 : (columns * (columns + 1)) / 2 + (i - columns) * columns
  return TILE * tiles
}

/** First number of tile row i of an update matrix: the lower triangle. */
export const updatePanel = (i: number): number => (TILE * (i * (i + 1))) / 2

/** O(entries of all boundaries, and their sorting). */
export function layOut(graph: FreeGraph, tree: EliminationTree, begins: Int32Array): FrontLayout {
  const { start, neighbour, edge } = graph
  const { order, position } = tree
  const count = begins.length - 1
  const fronts = new Int32Array(FIELDS * count)
  const below: number[] = []
  const children: number[] = []
  const entryEdge: number[] = []
  const entryPlace: number[] = []
  const frontOf = new Int32Array(graph.count)
  const seen = new Int32Array(graph.count).fill(-1)
  const local = new Int32Array(graph.count)
  const childrenOf: number[][] = Array.from({ length: count }, () => [])
  const rowInParent: number[] = []
  const stretches = new Stretches()
  let factorLength = 0
  let tallest = 0
  let products = 0
  for (let f = 0; f < count; f++) {
    const at = f * FIELDS
    const first = begins[f]
    const end = begins[f + 1]
    const s = end - first
    const S = (s + 3) >> 2
    const rows: number[] = []
    const add = (p: number): void => {
      if (p < end || seen[p] === f) return
      seen[p] = f
      rows.push(p)
    }
    for (let j = first; j < end; j++) {
      frontOf[j] = f
      local[j] = j - first
      for (let q = start[order[j]]; q < start[order[j] + 1]; q++) add(position[neighbour[q]])
    }
    for (const child of childrenOf[f]) {
      const from = fronts[child * FIELDS + 7]
      for (let i = 0; i < fronts[child * FIELDS + 2]; i++) add(below[from + i])
    }
    const sorted = Int32Array.from(rows).sort()
    const r = sorted.length
    const R = (r + 3) >> 2
    sorted.forEach((p, i) => (local[p] = 4 * S + i))
    const update = stretches.take(updatePanel(R))
    fronts.set([first, s, r, S, R, factorLength, update, below.length], at)
    fronts.set([children.length, childrenOf[f].length, entryEdge.length], at + 8)
    factorLength += pivotPanel(S + R, S)
    tallest = Math.max(tallest, S + R)
    for (let j = 0; j < s; j++) products += (s + r - j) ** 2 / 2
    for (const p of sorted) below.push(p)
    for (const child of childrenOf[f]) {
      children.push(child)
      const c = child * FIELDS
      for (let i = 0; i < fronts[c + 2]; i++)
        rowInParent[fronts[c + 7] + i] = local[below[fronts[c + 7] + i]]
      stretches.giveBack(fronts[c + 6], updatePanel(fronts[c + 4]))
    }
    for (let j = first; j < end; j++)
      for (let q = start[order[j]]; q < start[order[j] + 1]; q++) {
        const i = position[neighbour[q]]
        if (i <= j) continue
        entryEdge.push(edge[q])
        entryPlace.push(pivotPanel(local[i] >> 2, S) + 4 * (j - first) + (local[i] & 3))
      }
    fronts[at + 11] = entryEdge.length
    // The parent holds the first row below: that is the parent of the last pivot.
    if (r > 0) childrenOf[frontOfPosition(begins, sorted[0])].push(f)
  }
  return {
    fronts,
    below: Int32Array.from(below),
    rowInParent: Int32Array.from({ length: below.length }, (_, i) => rowInParent[i] ?? 0),
    children: Int32Array.from(children),
    entryEdge: Int32Array.from(entryEdge),
    entryPlace: Int32Array.from(entryPlace),
    factorLength,
    updatesLength: stretches.length,
    tallest,
    products,
  }
}

/** Front that eliminates a position; bisection. */
function frontOfPosition(begins: Int32Array, position: number): number {
  let low = 0
  let high = begins.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (begins[middle] <= position) low = middle
    else high = middle - 1
  }
  return low
}
