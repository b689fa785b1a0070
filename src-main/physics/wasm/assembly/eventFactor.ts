// Sparse LDL^T with the source nodes as rows that are never eliminated, and its rank-1 update: the
// arithmetic of events/factor.ts, operation for operation.

import {
  columnStart,
  conductance,
  drops,
  edges,
  ends,
  free,
  lower,
  outputs,
  parent,
  pivot,
  rowOf,
  trail,
  weight,
} from './eventMemory'
import { number, word } from './memory'

/** The factor anew from the conductances. */
export function factorEvents(): void {
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
  for (let j = 0; j < free; j++) {
    const inverse = 1.0 / load<f64>(number(pivot, j))
    const end = word(columnStart, j + 1)
    for (let q = word(columnStart, j); q < end; q++) {
      const entry = load<f64>(number(l0, q))
      const l = entry * inverse
      const i = word(rowOf, q) >> 3
      store<f64>(number(l0, q), l)
      if (i >= free) continue
      store<f64>(number(pivot, i), load<f64>(number(pivot, i)) - l * entry)
      let s = word(columnStart, i)
      for (let r = q + 1; r < end; r++) {
        const row = word(rowOf, r)
        while (word(rowOf, s) !== row) s++
        store<f64>(number(l0, s), load<f64>(number(l0, s)) - l * load<f64>(number(l0, r)))
      }
    }
  }
}

/**
 * Eliminates w = e_a - e_b along the path: leaves the drops of psi in its source rows, those of phi
 * aside. The pivots' weights and every new weight go to `trail`, for changePath.
 */
export function readPath(a: i32, b: i32): void {
  const w = weight
  const l0 = lower
  const r0 = rowOf
  const start = columnStart
  const up = parent
  const inner = free - outputs
  store<f64>(number(w, a), 1)
  if (b >= 0) store<f64>(number(w, b), load<f64>(number(w, b)) - 1)
  let to = trail
  let seen = false
  for (let j = a; j >= 0; j = word(up, j)) {
    if (j >= inner && !seen) {
      seen = true
      for (let o = 0; o < outputs; o++)
        store<f64>(number(drops, o), load<f64>(number(w, inner + o)))
    }
    const own = number(w, j)
    const p = load<f64>(own)
    store<f64>(own, 0)
    store<f64>(to, p)
    to += 8
    const first = <usize>word(start, j)
    let row = r0 + (first << 2)
    const end = number(l0, word(start, j + 1))
    for (let q = l0 + (first << 3); q < end; q += 8, row += 4, to += 8) {
      const at = w + load<u32>(row)
      const t = load<f64>(at) - load<f64>(q) * p
      store<f64>(at, t)
      store<f64>(to, t)
    }
  }
  if (!seen) for (let o = 0; o < outputs; o++) store<f64>(number(drops, o), 0)
}

/**
 * Rank-1 update of L, D and the source rows along the path that was read last (Gill, Golub, Murray,
 * Saunders, 1974, method C1).
 */
export function changePath(a: i32, change: f64): void {
  const l0 = lower
  const d0 = pivot
  const start = columnStart
  const up = parent
  let alpha = change
  let from = trail
  for (let j = a; j >= 0; j = word(up, j)) {
    const p = load<f64>(from)
    from += 8
    const d = load<f64>(number(d0, j))
    const next = d + alpha * p * p
    const beta = (alpha * p) / next
    alpha *= d / next
    store<f64>(number(d0, j), next)
    const both = f64x2.splat(beta)
    const end = number(l0, word(start, j + 1))
    let q = number(l0, word(start, j))
    for (; q + 8 < end; q += 16, from += 16)
      v128.store(q, f64x2.add(v128.load(q), f64x2.mul(both, v128.load(from))))
    if (q < end) {
      store<f64>(q, load<f64>(q) + beta * load<f64>(from))
      from += 8
    }
  }
}
