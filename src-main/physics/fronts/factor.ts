import { FIELDS, pivotPanel, TILE, updatePanel } from './layout'
import type { FrontPlan } from './plan'
import { forwardFront } from './solve'
import { factorTile, solveTile, subtractProduct } from './tiles'

/** Tile columns that are factored before the rest is updated: 64 columns of a tile row are 2 kB. */
const BLOCK = 16

/** What a factorisation works in: made once. */
export interface FrontStorage {
  /** The factor's tiles, then the update matrices'. */
  readonly tiles: Float64Array
  /** n diagonal entries of the Laplacian. */
  readonly diagonal: Float64Array
  /** Rows of one front. */
  readonly local: Float64Array
}

export function makeFrontStorage(plan: FrontPlan): FrontStorage {
  return {
    tiles: new Float64Array(plan.factorLength + plan.updatesLength),
    diagonal: new Float64Array(plan.free),
    local: new Float64Array(4 * plan.tallest),
  }
}

/** Diagonal, and k V of the held nodes into the free places of each column. */
function assemble(
  plan: FrontPlan,
  conductance: Float64Array,
  diagonal: Float64Array,
  columns: readonly Float64Array[],
): void {
  const { free, edgeA, edgeB } = plan
  diagonal.fill(0)
  for (const column of columns) column.fill(0, 0, free)
  const add = (a: number, b: number, k: number): void => {
    diagonal[a] += k
    if (b >= free) for (const column of columns) column[a] += k * column[b]
  }
  for (let e = 0; e < edgeA.length; e++) {
    if (edgeA[e] < free) add(edgeA[e], edgeB[e], conductance[e])
    if (edgeB[e] < free) add(edgeB[e], edgeA[e], conductance[e])
  }
}

/** Adds a child's update matrix where its rows lie in the parent. */
function extendAdd(plan: FrontPlan, tiles: Float64Array, parent: number, child: number): void {
  const { fronts, rowInParent, factorLength } = plan
  const rows = fronts[child + 2]
  const places = fronts[child + 7]
  const source = factorLength + fronts[child + 6]
  const S = fronts[parent + 3]
  const panels = fronts[parent + 5]
  const update = factorLength + fronts[parent + 6]
  for (let i = 0; i < rows; i++) {
    const r = rowInParent[places + i]
    const from = source + updatePanel(i >> 2) + (i & 3)
    const inPivots = panels + pivotPanel(r >> 2, S) + (r & 3)
    const inUpdate = update + updatePanel((r >> 2) - S) + (r & 3) - TILE * S
    for (let j = 0; j <= i; j++) {
      const c = rowInParent[places + j]
      tiles[(c < 4 * S ? inPivots : inUpdate) + 4 * c] += tiles[from + 4 * j]
    }
  }
}

/** Right-looking in blocks, left-looking within a block, tile by tile. */
function factorFront(
  tiles: Float64Array,
  panels: number,
  update: number,
  S: number,
  R: number,
): void {
  for (let first = 0; first < S; first += BLOCK) {
    const end = Math.min(first + BLOCK, S)
    const shift = TILE * first
    for (let j = first; j < end; j++) {
      const right = panels + pivotPanel(j, S)
      for (let i = j; i < S + R; i++) {
        const left = panels + pivotPanel(i, S)
        const own = left + TILE * j
        if (j > first) subtractProduct(tiles, own, left + shift, right + shift, 4 * (j - first))
        if (i === j) factorTile(tiles, own)
        else solveTile(tiles, own, right + TILE * j)
      }
    }
    const depth = 4 * (end - first)
    for (let i = end; i < S + R; i++) {
      const left = panels + pivotPanel(i, S)
      for (let j = end; j <= i; j++) {
        const target = j < S ? left + TILE * j : update + updatePanel(i - S) + TILE * (j - S)
        subtractProduct(tiles, target, left + shift, panels + pivotPanel(j, S) + shift, depth)
      }
    }
  }
}

/**
 * Multifrontal Cholesky (Duff and Reid, 1983) of the reduced Laplacian, and the forward pass of
 * some columns (by position, held voltages given) along with it. O(products of the plan).
 */
export function factorFronts(
  plan: FrontPlan,
  storage: FrontStorage,
  conductance: Float64Array,
  columns: readonly Float64Array[],
): void {
  const { fronts, children, entryEdge, entryPlace, factorLength } = plan
  const { tiles, diagonal, local } = storage
  assemble(plan, conductance, diagonal, columns)
  for (let front = 0; front < fronts.length; front += FIELDS) {
    const [first, pivots] = [fronts[front], fronts[front + 1]]
    const S = fronts[front + 3]
    const R = fronts[front + 4]
    const panels = fronts[front + 5]
    const update = factorLength + fronts[front + 6]
    tiles.fill(0, panels, panels + pivotPanel(S + R, S))
    tiles.fill(0, update, update + updatePanel(R))
    for (let j = 0; j < 4 * S; j++)
      tiles[panels + pivotPanel(j >> 2, S) + 4 * j + (j & 3)] = j < pivots ? diagonal[first + j] : 1
    for (let i = fronts[front + 10]; i < fronts[front + 11]; i++)
      tiles[panels + entryPlace[i]] -= conductance[entryEdge[i]]
    for (let c = 0; c < fronts[front + 9]; c++)
      extendAdd(plan, tiles, front, FIELDS * children[fronts[front + 8] + c])
    factorFront(tiles, panels, update, S, R)
    for (const column of columns) forwardFront(plan, tiles, local, front, column)
  }
}
