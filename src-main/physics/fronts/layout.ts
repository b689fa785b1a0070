import type { FreeGraph } from './graph'
import { sortRows } from './sortRows'
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
  const { order, position, height } = tree
  const count = begins.length - 1
  const fronts = new Int32Array(FIELDS * count)
  // The last pivot of a front has all its rows: the top of a subtree.
  let room = 0
  for (let f = 0; f < count; f++) room += height[begins[f + 1] - 1] - 1
  const below = new Int32Array(room)
  const rowInParent = new Int32Array(room)
  const children = new Int32Array(count)
  const entryEdge = new Int32Array(edge.length >> 1)
  const entryPlace = new Int32Array(edge.length >> 1)
  const seen = new Int32Array(graph.count).fill(-1)
  const local = new Int32Array(graph.count)
  // Children of a front in the order in which they are found: lists of siblings.
  const eldest = new Int32Array(count).fill(-1)
  const youngest = new Int32Array(count)
  const sibling = new Int32Array(count).fill(-1)
  const stretches = new Stretches()
  let [rowCount, childCount, entryCount] = [0, 0, 0]
  let factorLength = 0
  let tallest = 0
  let products = 0
  for (let f = 0; f < count; f++) {
    const at = f * FIELDS
    const first = begins[f]
    const end = begins[f + 1]
    const s = end - first
    const S = (s + 3) >> 2
    const rows = rowCount
    for (let j = first; j < end; j++) {
      local[j] = j - first
      const v = order[j]
      for (let q = start[v]; q < start[v + 1]; q++) {
        const p = position[neighbour[q]]
        if (p < end || seen[p] === f) continue
        seen[p] = f
        below[rowCount++] = p
      }
    }
    for (let child = eldest[f]; child !== -1; child = sibling[child]) {
      const c = child * FIELDS
      const last = fronts[c + 7] + fronts[c + 2]
      for (let i = fronts[c + 7]; i < last; i++) {
        const p = below[i]
        if (p < end || seen[p] === f) continue
        seen[p] = f
        below[rowCount++] = p
      }
    }
    const r = rowCount - rows
    const R = (r + 3) >> 2
    sortRows(below, rows, rowCount)
    for (let i = 0; i < r; i++) local[below[rows + i]] = 4 * S + i
    fronts[at] = first
    fronts[at + 1] = s
    fronts[at + 2] = r
    fronts[at + 3] = S
    fronts[at + 4] = R
    fronts[at + 5] = factorLength
    fronts[at + 6] = stretches.take(updatePanel(R))
    fronts[at + 7] = rows
    fronts[at + 8] = childCount
    fronts[at + 10] = entryCount
    factorLength += pivotPanel(S + R, S)
    tallest = Math.max(tallest, S + R)
    for (let j = 0; j < s; j++) products += ((s + r - j) * (s + r - j)) / 2
    for (let child = eldest[f]; child !== -1; child = sibling[child]) {
      children[childCount++] = child
      const c = child * FIELDS
      const last = fronts[c + 7] + fronts[c + 2]
      for (let i = fronts[c + 7]; i < last; i++) rowInParent[i] = local[below[i]]
      stretches.giveBack(fronts[c + 6], updatePanel(fronts[c + 4]))
    }
    fronts[at + 9] = childCount - fronts[at + 8]
    for (let j = first; j < end; j++) {
      const v = order[j]
      for (let q = start[v]; q < start[v + 1]; q++) {
        const i = position[neighbour[q]]
        if (i <= j) continue
        entryEdge[entryCount] = edge[q]
        entryPlace[entryCount++] = pivotPanel(local[i] >> 2, S) + 4 * (j - first) + (local[i] & 3)
      }
    }
    fronts[at + 11] = entryCount
    if (r === 0) continue
    // The parent holds the first row below: that is the parent of the last pivot.
    const parent = frontOfPosition(begins, below[rows])
    if (eldest[parent] === -1) eldest[parent] = f
    else sibling[youngest[parent]] = f
    youngest[parent] = f
  }
  return {
    fronts,
    below,
    rowInParent,
    children: children.subarray(0, childCount),
    entryEdge,
    entryPlace,
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
