// Triangular solves with one front, two columns at a time: a number is a pair.

import { minus, pair, word } from './memory'
import { TILE } from './tiles'

const CACHE_LINE: usize = 64

function panel(i: i32, columns: i32): usize {
  const tiles =
    i < columns ? (i * (i + 1)) >> 1 : ((columns * (columns + 1)) >> 1) + (i - columns) * columns
  return <usize>tiles * TILE
}

/** y := L_11^-1 b on the pivots, b := b - L_21 y on the rows below. `local` holds a front's rows. */
export function forwardFront(
  front: usize,
  panels: usize,
  below: usize,
  local: usize,
  column: usize,
  stride: usize,
): void {
  const pivots = word(front, 1)
  const rows = word(front, 2)
  const S = word(front, 3)
  const R = word(front, 4)
  const zero = f64x2.splat(0)
  const own = column + <usize>word(front, 0) * stride
  for (let j = 0; j < 4 * S; j++)
    v128.store(pair(local, j), j < pivots ? v128.load(own + <usize>j * stride) : zero)
  for (let i = 0; i < S + R; i++) {
    const tiles = panels + panel(i, S)
    const at = pair(local, 4 * i)
    let x0 = i < S ? v128.load(at) : zero
    let x1 = i < S ? v128.load(at, 16) : zero
    let x2 = i < S ? v128.load(at, 32) : zero
    let x3 = i < S ? v128.load(at, 48) : zero
    const full = min(i, S)
    let l = tiles
    let y = local
    // By rows: a tile row is read once, from its first tile on.
    for (let j = 0; j < 4 * full; j++, l += 32, y += 16) {
      const b = v128.load(y)
      x0 = minus(x0, v128.load_splat<f64>(l), b)
      x1 = minus(x1, v128.load_splat<f64>(l, 8), b)
      x2 = minus(x2, v128.load_splat<f64>(l, 16), b)
      x3 = minus(x3, v128.load_splat<f64>(l, 24), b)
    }
    if (i < S) {
      x0 = f64x2.mul(x0, v128.load_splat<f64>(l))
      x1 = minus(x1, v128.load_splat<f64>(l, 8), x0)
      x1 = f64x2.mul(x1, v128.load_splat<f64>(l, 40))
      x2 = minus(x2, v128.load_splat<f64>(l, 16), x0)
      x2 = minus(x2, v128.load_splat<f64>(l, 48), x1)
      x2 = f64x2.mul(x2, v128.load_splat<f64>(l, 80))
      x3 = minus(x3, v128.load_splat<f64>(l, 24), x0)
      x3 = minus(x3, v128.load_splat<f64>(l, 56), x1)
      x3 = minus(x3, v128.load_splat<f64>(l, 88), x2)
      x3 = f64x2.mul(x3, v128.load_splat<f64>(l, 120))
    }
    v128.store(at, x0)
    v128.store(at, x1, 16)
    v128.store(at, x2, 32)
    v128.store(at, x3, 48)
  }
  for (let j = 0; j < pivots; j++) v128.store(own + <usize>j * stride, v128.load(pair(local, j)))
  for (let i = 0; i < rows; i++) {
    const at = column + <usize>word(below, i) * stride
    v128.store(at, f64x2.add(v128.load(at), v128.load(pair(local, 4 * S + i))))
  }
}

/** x := L_11^-T (y - L_21^T x_below) on the pivots. */
export function backFront(
  front: usize,
  panels: usize,
  below: usize,
  local: usize,
  column: usize,
  stride: usize,
): void {
  const pivots = word(front, 1)
  const rows = word(front, 2)
  const S = word(front, 3)
  const R = word(front, 4)
  const zero = f64x2.splat(0)
  const own = column + <usize>word(front, 0) * stride
  fetch(panels, panel(S + R, S), local)
  for (let j = 0; j < 4 * S; j++)
    v128.store(pair(local, j), j < pivots ? v128.load(own + <usize>j * stride) : zero)
  for (let i = 0; i < 4 * R; i++)
    v128.store(
      pair(local, 4 * S + i),
      i < rows ? v128.load(column + <usize>word(below, i) * stride) : zero,
    )
  // Tile rows from the last to the first, each against all the pivots left of its diagonal.
  let i = S + R - 1
  for (; i > S; i -= 2)
    backTwoRows(panels + panel(i, S), panels + panel(i - 1, S), pair(local, 4 * i), local, 4 * S)
  for (; i >= 0; i--) {
    const tiles = panels + panel(i, S)
    const at = pair(local, 4 * i)
    let x0 = v128.load(at)
    let x1 = v128.load(at, 16)
    let x2 = v128.load(at, 32)
    let x3 = v128.load(at, 48)
    if (i < S) {
      const d = tiles + <usize>i * TILE
      x3 = f64x2.mul(x3, v128.load_splat<f64>(d, 120))
      x2 = minus(x2, v128.load_splat<f64>(d, 88), x3)
      x2 = f64x2.mul(x2, v128.load_splat<f64>(d, 80))
      x1 = minus(x1, v128.load_splat<f64>(d, 56), x3)
      x1 = minus(x1, v128.load_splat<f64>(d, 48), x2)
      x1 = f64x2.mul(x1, v128.load_splat<f64>(d, 40))
      x0 = minus(x0, v128.load_splat<f64>(d, 24), x3)
      x0 = minus(x0, v128.load_splat<f64>(d, 16), x2)
      x0 = minus(x0, v128.load_splat<f64>(d, 8), x1)
      x0 = f64x2.mul(x0, v128.load_splat<f64>(d))
      v128.store(at, x0)
      v128.store(at, x1, 16)
      v128.store(at, x2, 32)
      v128.store(at, x3, 48)
    }
    let l = tiles
    let y = local
    for (let j = 0; j < 4 * min(i, S); j++, l += 32, y += 16) {
      let b = v128.load(y)
      b = minus(b, v128.load_splat<f64>(l), x0)
      b = minus(b, v128.load_splat<f64>(l, 8), x1)
      b = minus(b, v128.load_splat<f64>(l, 16), x2)
      b = minus(b, v128.load_splat<f64>(l, 24), x3)
      v128.store(y, b)
    }
  }
  for (let j = 0; j < pivots; j++) v128.store(own + <usize>j * stride, v128.load(pair(local, j)))
}

/**
 * Takes two tile rows below the pivots from them, the lower one first: they come from the memory
 * side by side, and a pivot is loaded and stored once for both.
 */
function backTwoRows(lower: usize, upper: usize, x: usize, local: usize, pivots: i32): void {
  const x0 = v128.load(x)
  const x1 = v128.load(x, 16)
  const x2 = v128.load(x, 32)
  const x3 = v128.load(x, 48)
  const u = x - 64
  const u0 = v128.load(u)
  const u1 = v128.load(u, 16)
  const u2 = v128.load(u, 32)
  const u3 = v128.load(u, 48)
  let y = local
  for (const end = y + ((<usize>pivots) << 4); y < end; y += 16, lower += 32, upper += 32) {
    let b = v128.load(y)
    b = minus(b, v128.load_splat<f64>(lower), x0)
    b = minus(b, v128.load_splat<f64>(lower, 8), x1)
    b = minus(b, v128.load_splat<f64>(lower, 16), x2)
    b = minus(b, v128.load_splat<f64>(lower, 24), x3)
    b = minus(b, v128.load_splat<f64>(upper), u0)
    b = minus(b, v128.load_splat<f64>(upper, 8), u1)
    b = minus(b, v128.load_splat<f64>(upper, 16), u2)
    b = minus(b, v128.load_splat<f64>(upper, 24), u3)
    v128.store(y, b)
  }
}

/**
 * Looks at each cache line once, in rising order, and so saves some 5 % of a step at L = 256: a large
 * factor comes from the main memory, and tile rows from the last to the first are no order for that.
 * @param spare is overwritten, so that the compiler keeps the looks
 */
function fetch(at: usize, bytes: usize, spare: usize): void {
  let seen: i64 = 0
  for (const end = at + bytes; at < end; at += CACHE_LINE) seen |= load<i64>(at)
  store<i64>(spare, seen)
}
