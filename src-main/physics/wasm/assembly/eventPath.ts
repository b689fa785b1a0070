// How an event reads the factor of eventFactor.ts along a path, and changes it: the arithmetic of
// events/factor.ts, operation for operation.

import { columns, drops, free, outputs, pivot, trail, weight } from './eventMemory'
import { minus, number } from './memory'

/**
 * Eliminates w = e_a - e_b along the path: leaves the drops of psi in its source rows, those of phi
 * aside. The pivots' weights and every new weight go to `trail`, for changePath.
 */
export function readPath(a: i32, b: i32): void {
  const w = weight
  const inner = free - outputs
  store<f64>(number(w, a), 1)
  if (b >= 0) store<f64>(number(w, b), load<f64>(number(w, b)) - 1)
  let to = trail
  let p: f64 = 1
  let j = a
  // Columns before the outputs, then, with the drops of phi put aside, those of the outputs; past a
  // root j is the largest number there is.
  let until = inner
  for (;;) {
    while (<u32>j < <u32>until) {
      const column = columns + ((<usize>j) << 4)
      store<f64>(number(w, j), 0)
      store<f64>(to, p)
      to += 8
      j = load<i32>(column, 12)
      let q = <usize>load<u32>(column, 4)
      const end = <usize>load<u32>(column, 8)
      if (q === end) continue
      let row = <usize>load<u32>(column)
      // The first row is the next column of the path: its weight need not go through memory.
      let at = w + load<u32>(row)
      const next = load<f64>(at) - load<f64>(q) * p
      store<f64>(at, next)
      store<f64>(to, next)
      to += 8
      const both = f64x2.splat(p)
      q += 8
      row += 4
      for (const last = end - 8; q < last; q += 16, row += 8, to += 16) {
        at = w + load<u32>(row)
        const other = w + load<u32>(row, 4)
        const pair = v128.load_lane<f64>(other, v128.load_zero<f64>(at), 1)
        const t = minus(pair, both, v128.load(q))
        v128.store_lane<f64>(at, t, 0)
        v128.store_lane<f64>(other, t, 1)
        v128.store(to, t)
      }
      if (q < end) {
        at = w + load<u32>(row)
        const t = load<f64>(at) - load<f64>(q) * p
        store<f64>(at, t)
        store<f64>(to, t)
        to += 8
      }
      p = next
    }
    if (until !== inner) return
    until = free
    // A root before the outputs: all weights of theirs are zero.
    for (let o = 0; o < outputs; o++)
      store<f64>(number(drops, o), j < 0 ? 0 : load<f64>(number(w, inner + o)))
  }
}

/**
 * Rank-1 update of L, D and the source rows along the path that was read last (Gill, Golub, Murray,
 * Saunders, 1974, method C1).
 */
export function changePath(a: i32, change: f64): void {
  const d0 = pivot
  let alpha = change
  let from = trail
  for (let j = a; j >= 0;) {
    const column = columns + ((<usize>j) << 4)
    const p = load<f64>(from)
    from += 8
    const d = load<f64>(number(d0, j))
    const next = d + alpha * p * p
    const beta = (alpha * p) / next
    alpha *= d / next
    store<f64>(number(d0, j), next)
    j = load<i32>(column, 12)
    let q = <usize>load<u32>(column, 4)
    const end = <usize>load<u32>(column, 8)
    if (q === end) continue
    // In the vectors that readPath stored: a load that two stores feed would wait for both.
    store<f64>(q, load<f64>(q) + beta * load<f64>(from))
    from += 8
    const both = f64x2.splat(beta)
    for (q += 8; q + 8 < end; q += 16, from += 16)
      v128.store(q, f64x2.add(v128.load(q), f64x2.mul(both, v128.load(from))))
    if (q < end) {
      store<f64>(q, load<f64>(q) + beta * load<f64>(from))
      from += 8
    }
  }
}
