// Multifrontal Cholesky (Duff and Reid, 1983): the arithmetic of fronts/kernel.ts, operation for
// operation. The forward pass of one pair of columns goes along while a front is in the cache.

import { backFront, forwardFront } from './frontSolve'
import { clear, number, pair, word } from './memory'
import { factorTile, solveProducts, subtractProduct, subtractProducts, TILE } from './tiles'

/** Tile columns that are factored before the rest is updated: 64 columns of a tile row are 2 kB. */
const BLOCK: i32 = 16
/** Bytes of a front in the table. */
const FRONT: usize = 48

export let free: i32 = 0
export let outputs: i32 = 0
let frontCount: i32 = 0
let edgeCount: i32 = 0
let fronts: usize = 0
let below: usize = 0
let rowInParent: usize = 0
let children: usize = 0
/** (edge x 8, place x 8) of the off-diagonal entries. */
let entries: usize = 0
/** Positions (a, b) of each edge. */
let ends: usize = 0
let factors: usize = 0
let updates: usize = 0
/** n numbers; the rows of the tallest front in pairs. */
let diagonal: usize = 0
let local: usize = 0

export function sizeFronts(n: i32, o: i32, count: i32, edges: i32): void {
  free = n
  outputs = o
  frontCount = count
  edgeCount = edges
}

export function placeFronts(
  table: usize,
  belowAt: usize,
  rows: usize,
  childrenAt: usize,
  entriesAt: usize,
  endsAt: usize,
): void {
  fronts = table
  below = belowAt
  rowInParent = rows
  children = childrenAt
  entries = entriesAt
  ends = endsAt
}

export function placeFactors(
  factorsAt: usize,
  updatesAt: usize,
  diagonalAt: usize,
  localAt: usize,
): void {
  factors = factorsAt
  updates = updatesAt
  diagonal = diagonalAt
  local = localAt
}

function pivotPanel(i: i32, columns: i32): usize {
  const tiles =
    i < columns ? (i * (i + 1)) >> 1 : ((columns * (columns + 1)) >> 1) + (i - columns) * columns
  return <usize>tiles * TILE
}

function updatePanel(i: i32): usize {
  return <usize>((i * (i + 1)) >> 1) * TILE
}

/** Diagonal of the Laplacian, and k V of the held nodes into the rows of `pairs` columns. */
function assemble(conductance: usize, columns: usize, stride: usize, pairs: i32): void {
  const d0 = diagonal
  clear(d0, ((<usize>free + 1) & ~1) << 3)
  const zero = i64x2.splat(0)
  for (let i = 0, at = columns; i < free; i++, at += stride)
    for (let p = 0; p < pairs; p++) v128.store(at + ((<usize>p) << 4), zero)
  let at = ends
  let k = conductance
  for (const end = at + ((<usize>edgeCount) << 3); at < end; at += 8, k += 8) {
    const a = load<i32>(at)
    const b = load<i32>(at, 4)
    if (a < free) addConductance(a, b, load<f64>(k), columns, stride, pairs)
    if (b < free) addConductance(b, a, load<f64>(k), columns, stride, pairs)
  }
}

/** To the diagonal of a free position, and to its columns where the edge's other end is held. */
function addConductance(a: i32, b: i32, k: f64, columns: usize, stride: usize, pairs: i32): void {
  const d = number(diagonal, a)
  store<f64>(d, load<f64>(d) + k)
  if (b < free) return
  let to = columns + <usize>a * stride
  let from = columns + <usize>b * stride
  for (let p = 0; p < pairs; p++, to += 16, from += 16)
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.splat(k), v128.load(from))))
}

/** Adds a child's update matrix where its rows lie in the parent. */
function extendAdd(child: usize, panels: usize, update: usize, columns: i32): void {
  const rows = word(child, 2)
  const places = rowInParent + ((<usize>word(child, 7)) << 2)
  const pivots = 4 * columns
  const source = updates + ((<usize>word(child, 6)) << 3)
  // The first rows of a child are pivots of the parent.
  let eliminated = 0
  while (eliminated < rows && word(places, eliminated) < pivots) eliminated++
  for (let i = 0; i < rows; i++) {
    const r = word(places, i)
    const shift = (<usize>(r & 3)) << 3
    // Two rows that stay neighbours in one tile row go as one vector.
    const two = (i & 1) === 0 && i + 1 < rows && (r & 3) !== 3 && word(places, i + 1) === r + 1
    const from = source + updatePanel(i >> 2) + ((<usize>(i & 3)) << 3)
    const inPivots = panels + pivotPanel(r >> 2, columns) + shift
    const last = min(i + 1, eliminated)
    let j = 0
    if (two) {
      for (; j < last; j++) addTwo(inPivots + tileColumn(places, j), from + ((<usize>j) << 5))
      if (i + 1 < eliminated) {
        // The lower row's own diagonal.
        const q = inPivots + tileColumn(places, j) + 8
        store<f64>(q, load<f64>(q) + load<f64>(from + ((<usize>j) << 5), 8))
      }
    } else for (; j < last; j++) addOne(inPivots + tileColumn(places, j), from + ((<usize>j) << 5))
    if (i >= eliminated) {
      const inUpdate = update + updatePanel((r >> 2) - columns) + shift - ((<usize>pivots) << 5)
      if (two) {
        for (; j <= i; j++) addTwo(inUpdate + tileColumn(places, j), from + ((<usize>j) << 5))
        const q = inUpdate + tileColumn(places, j) + 8
        store<f64>(q, load<f64>(q) + load<f64>(from + ((<usize>j) << 5), 8))
      } else for (; j <= i; j++) addOne(inUpdate + tileColumn(places, j), from + ((<usize>j) << 5))
    }
    if (two) i++
  }
}

function tileColumn(places: usize, j: i32): usize {
  return (<usize>word(places, j)) << 5
}

function addOne(to: usize, from: usize): void {
  store<f64>(to, load<f64>(to) + load<f64>(from))
}

function addTwo(to: usize, from: usize): void {
  v128.store(to, f64x2.add(v128.load(to), v128.load(from)))
}

function factorFront(panels: usize, update: usize, columns: i32, rows: i32): void {
  const all = columns + rows
  for (let first = 0; first < columns; first += BLOCK) {
    const end = min(first + BLOCK, columns)
    const shift = <usize>first * TILE
    for (let j = first; j < end; j++) {
      const right = panels + pivotPanel(j, columns) + shift
      const ahead = <usize>(j - first) * TILE
      const depth = 4 * (j - first)
      if (j > first) subtractProduct(right + ahead, right, right, depth)
      factorTile(right + ahead)
      const next = panels + pivotPanel(j + 1, columns) + shift
      solveProducts(next, ahead, j + 1, all, columns, right, depth, right + ahead)
    }
    const depth = 4 * (end - first)
    const tileRow = <usize>columns * TILE
    let left = panels + pivotPanel(end, columns) + shift
    for (let i = end; i < all; i++) {
      const last = min(i + 1, columns)
      for (let j = end, own = left - shift + <usize>end * TILE; j < last; j++, own += TILE)
        subtractProduct(own, left, panels + pivotPanel(j, columns) + shift, depth)
      if (i >= columns) {
        const right = panels + pivotPanel(columns, columns) + shift
        const target = update + updatePanel(i - columns)
        subtractProducts(target, left, right, tileRow, i - columns + 1, depth)
      }
      left += i < columns ? <usize>(i + 1) * TILE : tileRow
    }
  }
}

/**
 * Factors the network and takes `pairs` vectors of columns through the forward pass.
 * @param columns rows by position, `stride` bytes each; held rows hold voltages.
 */
export function factorFronts(conductance: usize, columns: usize, stride: usize, pairs: i32): void {
  assemble(conductance, columns, stride, pairs)
  let front = fronts
  for (let f = 0; f < frontCount; f++, front += FRONT) {
    const first = word(front, 0)
    const pivots = word(front, 1)
    const S = word(front, 3)
    const R = word(front, 4)
    const panels = factors + ((<usize>word(front, 5)) << 3)
    const update = updates + ((<usize>word(front, 6)) << 3)
    clear(panels, pivotPanel(S + R, S))
    clear(update, updatePanel(R))
    for (let j = 0; j < 4 * S; j++) {
      const at = panels + pivotPanel(j >> 2, S) + ((<usize>(4 * j + (j & 3))) << 3)
      store<f64>(at, j < pivots ? load<f64>(number(diagonal, first + j)) : 1)
    }
    let entry = entries + ((<usize>word(front, 10)) << 3)
    for (const end = entries + ((<usize>word(front, 11)) << 3); entry < end; entry += 8) {
      const at = panels + load<u32>(entry, 4)
      store<f64>(at, load<f64>(at) - load<f64>(conductance + load<u32>(entry)))
    }
    const list = children + ((<usize>word(front, 8)) << 2)
    for (let c = 0; c < word(front, 9); c++)
      extendAdd(fronts + <usize>word(list, c) * FRONT, panels, update, S)
    factorFront(panels, update, S, R)
    for (let p = 0; p < pairs; p++) forward(front, columns + ((<usize>p) << 4), stride)
  }
}

function forward(front: usize, column: usize, stride: usize): void {
  forwardFront(
    front,
    factors + ((<usize>word(front, 5)) << 3),
    below + ((<usize>word(front, 7)) << 2),
    local,
    column,
    stride,
  )
}

/** Back-substitution of a pair of columns through the fronts before `end`, last to first. */
export function backFronts(column: usize, stride: usize, end: i32): void {
  let front = fronts + <usize>(end - 1) * FRONT
  for (let f = end - 1; f >= 0; f--, front -= FRONT)
    backFront(
      front,
      factors + ((<usize>word(front, 5)) << 3),
      below + ((<usize>word(front, 7)) << 2),
      local,
      column,
      stride,
    )
}

/** Back-substitution through the last front, which holds the outputs alone. */
export function backOutputs(column: usize, stride: usize): void {
  const front = fronts + <usize>(frontCount - 1) * FRONT
  backFront(front, factors + ((<usize>word(front, 5)) << 3), below, local, column, stride)
}

/** One example into the state pairs; as solveTape. @returns sum over outputs of (V_D - V_F)^2. */
export function solveFronts(conductance: usize, state: usize, targets: usize, eta: f64): f64 {
  factorFronts(conductance, state, 16, 1)
  backOutputs(state, 16)
  let error: f64 = 0
  for (let o = outputs - 1; o >= 0; o--) {
    const at = pair(state, free - outputs + o)
    const miss = load<f64>(number(targets, o)) - load<f64>(at)
    error += miss * miss
    store<f64>(at, eta * miss, 8)
  }
  backFronts(state, 16, frontCount - 1)
  return error
}

/** Basis of all columns: psi of the sources, then phi of the outputs; as basis.ts lays them out. */
export function solveFrontBasis(
  conductance: usize,
  columns: usize,
  stride: usize,
  psiPairs: i32,
  phiPairs: i32,
): void {
  factorFronts(conductance, columns, stride, psiPairs)
  for (let p = 0; p < psiPairs; p++) {
    const column = columns + ((<usize>p) << 4)
    backOutputs(column, stride)
    backFronts(column, stride, frontCount - 1)
  }
  const phi = columns + ((<usize>psiPairs) << 4)
  const zero = i64x2.splat(0)
  for (let i = 0, at = phi; i < free; i++, at += stride)
    for (let p = 0; p < phiPairs; p++) v128.store(at + ((<usize>p) << 4), zero)
  for (let o = 0; o < outputs; o++)
    store<f64>(number(phi + <usize>(free - outputs + o) * stride, o), 1)
  for (let p = 0; p < phiPairs; p++) backFronts(phi + ((<usize>p) << 4), stride, frontCount - 1)
}
