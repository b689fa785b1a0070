// Sparse LDL^T with the source nodes as rows that are never eliminated: the sums of events/factor.ts,
// each in its order, by supernodes. Their columns have the same rows below them, so that where these
// stand in another column is looked up once for all (a third of the time went into that), and an
// entry that several columns change is loaded and stored once.

import {
  columnStart,
  conductance,
  edges,
  ends,
  free,
  lower,
  pivot,
  rowOf,
  scratch,
  supernodeEnd,
} from './eventMemory'
import { minus, number, word } from './memory'

/** The factor anew from the conductances. */
export function factorEvents(): void {
  assemble()
  for (let first = 0; first < free; first = word(supernodeEnd, first))
    eliminate(first, word(supernodeEnd, first))
}

function assemble(): void {
  const l0 = lower
  const total = word(columnStart, free)
  for (let q = 0; q < total; q++) store<f64>(number(l0, q), 0)
  for (let j = 0; j < free; j++) store<f64>(number(pivot, j), 0)
  for (let e = 0; e < edges; e++) {
    const a = word(ends, 3 * e)
    const b = word(ends, 3 * e + 1)
    if (a < 0) continue
    const k = load<f64>(number(conductance, e))
    store<f64>(number(pivot, a), load<f64>(number(pivot, a)) + k)
    if (b < 0) continue
    if (b < free) store<f64>(number(pivot, b), load<f64>(number(pivot, b)) + k)
    const slot = number(l0, word(ends, 3 * e + 2))
    store<f64>(slot, load<f64>(slot) - k)
  }
}

/**
 * The columns first..end-1 of a supernode, and what they take from the columns above. Exported, as
 * the two below, so that it stays a function of its own: V8 makes functions fast one by one, while
 * they are called, and never one that is running already.
 */
export function eliminate(first: i32, end: i32): void {
  // 1 / D of its columns, then where the rows below stand.
  const inverses = scratch
  const places = number(scratch, end - first)
  const rows = rowOf + ((<usize>word(columnStart, end - 1)) << 2)
  const count = word(columnStart, end) - word(columnStart, end - 1)
  for (let j = first; j < end; j++) store<f64>(number(inverses, j - first), eliminateWithin(j, end))
  // Rows of sources come last, and have no column.
  for (let t = 0; t < count;) {
    const row = word(rows, t) >> 3
    if (row >= free) break
    const next = findPlaces(rows, t, count, row, places)
    for (; t < next; t++) takeAway(first, end, t, count, inverses, places)
  }
  for (let j = first; j < end; j++) {
    const inverse = f64x2.splat(load<f64>(number(inverses, j - first)))
    let q = belowOf(j, end)
    const last = number(q, count)
    for (; q + 8 < last; q += 16) v128.store(q, f64x2.mul(v128.load(q), inverse))
    if (q < last) store<f64>(q, load<f64>(q) * f64x2.extract_lane(inverse, 0))
  }
}

/** Address of the first entry of column j that is below its supernode. */
function belowOf(j: i32, end: i32): usize {
  return number(lower, word(columnStart, j) + end - 1 - j)
}

/**
 * Column j's part in its own supernode. Its entries below that stay undivided. @returns 1 / D_j.
 */
function eliminateWithin(j: i32, end: i32): f64 {
  const inverse = 1.0 / load<f64>(number(pivot, j))
  const begin = word(columnStart, j)
  const last = number(lower, word(columnStart, j + 1))
  let q = number(lower, begin)
  let i = j + 1
  for (; i < end; i++, q += 8) {
    const entry = load<f64>(q)
    const l = entry * inverse
    store<f64>(q, l)
    store<f64>(number(pivot, i), load<f64>(number(pivot, i)) - l * entry)
    const both = f64x2.splat(l)
    let to = number(lower, word(columnStart, i))
    let r = q + 8
    for (; r + 8 < last; r += 16, to += 16) v128.store(to, minus(v128.load(to), both, v128.load(r)))
    if (r < last) store<f64>(to, load<f64>(to) - l * load<f64>(r))
  }
  let row = rowOf + ((<usize>(begin + end - 1 - j)) << 2)
  for (; q < last; q += 8, row += 4) {
    const at = <usize>load<u32>(row)
    if (at >= (<usize>free) << 3) break
    const entry = load<f64>(q)
    store<f64>(pivot + at, load<f64>(pivot + at) - entry * inverse * entry)
  }
  return inverse
}

/**
 * Where the rows t.. of a supernode stand among those of the supernode of column `row`, in bytes:
 * its own columns first, then the rows below them. @returns the first that is none of its columns.
 */
function findPlaces(rows: usize, t: i32, count: i32, row: i32, places: usize): i32 {
  const end = word(supernodeEnd, row)
  let at = t
  for (; at < count; at++) {
    const column = word(rows, at) >> 3
    if (column >= end) break
    store<i32>(places + ((<usize>at) << 2), (column - row) << 3)
  }
  const next = at
  const first = word(columnStart, end - 1)
  let below = rowOf + ((<usize>first) << 2)
  // Rows are sorted, and all of these are among those.
  for (let place = (end - row) << 3; at < count; place += 8, below += 4) {
    if (load<i32>(below) !== word(rows, at)) continue
    store<i32>(places + ((<usize>at) << 2), place)
    at++
  }
  return next
}

/**
 * Takes the products of row t with itself and those after it from the column of that row: eight sums
 * at a time, each over the supernode's columns in their order.
 */
export function takeAway(
  first: i32,
  end: i32,
  t: i32,
  count: i32,
  inverses: usize,
  places: usize,
): void {
  const width = end - first
  const top = belowOf(first, end)
  // From an entry to the next column's in the same row: columns grow shorter by one.
  const ahead = (<usize>(width - 2 + count)) << 3
  const factors = number(places, count)
  let from = number(top, t)
  let step = ahead
  for (let c = 0; c < width; c++, from += step, step -= 8)
    store<f64>(number(factors, c), load<f64>(from) * load<f64>(number(inverses, c)))
  const lastFactor = number(factors, width)
  const column = word(rowOf, word(columnStart, first + width - 1) + t) >> 3
  let place = places + ((<usize>t) << 2)
  const to = number(lower, word(columnStart, column) - 1) - load<u32>(place)
  let r = t + 1
  place += 4
  for (; r + 7 < count; r += 8, place += 32) {
    const a0 = to + load<u32>(place)
    const a1 = to + load<u32>(place, 4)
    const a2 = to + load<u32>(place, 8)
    const a3 = to + load<u32>(place, 12)
    const a4 = to + load<u32>(place, 16)
    const a5 = to + load<u32>(place, 20)
    const a6 = to + load<u32>(place, 24)
    const a7 = to + load<u32>(place, 28)
    let s0 = v128.load_lane<f64>(a1, v128.load_zero<f64>(a0), 1)
    let s1 = v128.load_lane<f64>(a3, v128.load_zero<f64>(a2), 1)
    let s2 = v128.load_lane<f64>(a5, v128.load_zero<f64>(a4), 1)
    let s3 = v128.load_lane<f64>(a7, v128.load_zero<f64>(a6), 1)
    from = number(top, r)
    step = ahead
    for (let l = factors; l < lastFactor; l += 8, from += step, step -= 8) {
      const both = v128.load_splat<f64>(l)
      s0 = minus(s0, both, v128.load(from))
      s1 = minus(s1, both, v128.load(from, 16))
      s2 = minus(s2, both, v128.load(from, 32))
      s3 = minus(s3, both, v128.load(from, 48))
    }
    v128.store_lane<f64>(a0, s0, 0)
    v128.store_lane<f64>(a1, s0, 1)
    v128.store_lane<f64>(a2, s1, 0)
    v128.store_lane<f64>(a3, s1, 1)
    v128.store_lane<f64>(a4, s2, 0)
    v128.store_lane<f64>(a5, s2, 1)
    v128.store_lane<f64>(a6, s3, 0)
    v128.store_lane<f64>(a7, s3, 1)
  }
  for (; r < count; r++, place += 4) {
    const at = to + load<u32>(place)
    let sum = load<f64>(at)
    from = number(top, r)
    step = ahead
    for (let l = factors; l < lastFactor; l += 8, from += step, step -= 8)
      sum -= load<f64>(l) * load<f64>(from)
    store<f64>(at, sum)
  }
}
