// Dense arithmetic on 4 x 4 tiles of 16 numbers by columns, as fronts/layout.ts lays them out.

import { minus } from './memory'

/** Bytes of a tile, and of a column of it. */
export const TILE: usize = 128
export const COLUMN: usize = 32

/** C -= A B^T over `depth` columns; A and B are tile rows, 4 numbers to a column. */
export function subtractProduct(c: usize, a: usize, b: usize, depth: i32): void {
  subtractProducts(c, a, b, 0, 1, depth)
}

/**
 * The same for `count` tiles C side by side, each with a B that lies `next` bytes on: most products
 * are 4 columns deep, and a call for each took some 4 % of a step at L = 64.
 */
export function subtractProducts(
  c: usize,
  a: usize,
  b: usize,
  next: usize,
  count: i32,
  depth: i32,
): void {
  const length = <usize>depth * COLUMN
  for (const last = c + <usize>count * TILE; c < last; c += TILE, b += next) {
    let c00 = f64x2.splat(0)
    let c01 = c00
    let c02 = c00
    let c03 = c00
    let c10 = c00
    let c11 = c00
    let c12 = c00
    let c13 = c00
    let r = b
    for (let l = a, end = a + length; l < end; l += COLUMN, r += COLUMN) {
      const a0 = v128.load(l)
      const a1 = v128.load(l, 16)
      let x = v128.load_splat<f64>(r)
      c00 = f64x2.add(c00, f64x2.mul(a0, x))
      c10 = f64x2.add(c10, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 8)
      c01 = f64x2.add(c01, f64x2.mul(a0, x))
      c11 = f64x2.add(c11, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 16)
      c02 = f64x2.add(c02, f64x2.mul(a0, x))
      c12 = f64x2.add(c12, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 24)
      c03 = f64x2.add(c03, f64x2.mul(a0, x))
      c13 = f64x2.add(c13, f64x2.mul(a1, x))
    }
    v128.store(c, f64x2.sub(v128.load(c), c00))
    v128.store(c, f64x2.sub(v128.load(c, 16), c10), 16)
    v128.store(c, f64x2.sub(v128.load(c, 32), c01), 32)
    v128.store(c, f64x2.sub(v128.load(c, 48), c11), 48)
    v128.store(c, f64x2.sub(v128.load(c, 64), c02), 64)
    v128.store(c, f64x2.sub(v128.load(c, 80), c12), 80)
    v128.store(c, f64x2.sub(v128.load(c, 96), c03), 96)
    v128.store(c, f64x2.sub(v128.load(c, 112), c13), 112)
  }
}

/** Cholesky factor of a diagonal tile in place, with 1/L_jj on the diagonal; the upper part stays. */
export function factorTile(t: usize): void {
  const d0 = 1.0 / Math.sqrt(load<f64>(t))
  const l10 = load<f64>(t, 8) * d0
  const l20 = load<f64>(t, 16) * d0
  const l30 = load<f64>(t, 24) * d0
  const d1 = 1.0 / Math.sqrt(load<f64>(t, 40) - l10 * l10)
  const l21 = (load<f64>(t, 48) - l20 * l10) * d1
  const l31 = (load<f64>(t, 56) - l30 * l10) * d1
  const d2 = 1.0 / Math.sqrt(load<f64>(t, 80) - l20 * l20 - l21 * l21)
  const l32 = (load<f64>(t, 88) - l30 * l20 - l31 * l21) * d2
  const d3 = 1.0 / Math.sqrt(load<f64>(t, 120) - l30 * l30 - l31 * l31 - l32 * l32)
  store<f64>(t, d0)
  store<f64>(t, l10, 8)
  store<f64>(t, l20, 16)
  store<f64>(t, l30, 24)
  store<f64>(t, d1, 40)
  store<f64>(t, l21, 48)
  store<f64>(t, l31, 56)
  store<f64>(t, d2, 80)
  store<f64>(t, l32, 88)
  store<f64>(t, d3, 120)
}

/**
 * T := (T - A B^T) L^-T for the tiles below a factored diagonal tile, over `depth` columns of A and B:
 * a tile stays in registers between the product and the solution, and so the loop of subtractProducts
 * stands here again: no function hands eight vectors over.
 * @param row address of tile row `i`, where A begins @param ahead bytes from A to T
 */
export function solveProducts(
  row: usize,
  ahead: usize,
  i: i32,
  end: i32,
  columns: i32,
  b: usize,
  depth: i32,
  diagonal: usize,
): void {
  const length = <usize>depth * COLUMN
  for (; i < end; i++) {
    const t = row + ahead
    let c00 = f64x2.splat(0)
    let c01 = c00
    let c02 = c00
    let c03 = c00
    let c10 = c00
    let c11 = c00
    let c12 = c00
    let c13 = c00
    let r = b
    for (let l = row, until = row + length; l < until; l += COLUMN, r += COLUMN) {
      const a0 = v128.load(l)
      const a1 = v128.load(l, 16)
      let x = v128.load_splat<f64>(r)
      c00 = f64x2.add(c00, f64x2.mul(a0, x))
      c10 = f64x2.add(c10, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 8)
      c01 = f64x2.add(c01, f64x2.mul(a0, x))
      c11 = f64x2.add(c11, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 16)
      c02 = f64x2.add(c02, f64x2.mul(a0, x))
      c12 = f64x2.add(c12, f64x2.mul(a1, x))
      x = v128.load_splat<f64>(r, 24)
      c03 = f64x2.add(c03, f64x2.mul(a0, x))
      c13 = f64x2.add(c13, f64x2.mul(a1, x))
    }
    let d = v128.load_splat<f64>(diagonal)
    c00 = f64x2.mul(f64x2.sub(v128.load(t), c00), d)
    c10 = f64x2.mul(f64x2.sub(v128.load(t, 16), c10), d)
    v128.store(t, c00)
    v128.store(t, c10, 16)
    let l = v128.load_splat<f64>(diagonal, 8)
    d = v128.load_splat<f64>(diagonal, 40)
    c01 = f64x2.mul(minus(f64x2.sub(v128.load(t, 32), c01), c00, l), d)
    c11 = f64x2.mul(minus(f64x2.sub(v128.load(t, 48), c11), c10, l), d)
    v128.store(t, c01, 32)
    v128.store(t, c11, 48)
    l = v128.load_splat<f64>(diagonal, 16)
    let m = v128.load_splat<f64>(diagonal, 48)
    d = v128.load_splat<f64>(diagonal, 80)
    c02 = f64x2.mul(minus(minus(f64x2.sub(v128.load(t, 64), c02), c00, l), c01, m), d)
    c12 = f64x2.mul(minus(minus(f64x2.sub(v128.load(t, 80), c12), c10, l), c11, m), d)
    v128.store(t, c02, 64)
    v128.store(t, c12, 80)
    l = v128.load_splat<f64>(diagonal, 24)
    m = v128.load_splat<f64>(diagonal, 56)
    const n = v128.load_splat<f64>(diagonal, 88)
    d = v128.load_splat<f64>(diagonal, 120)
    c03 = minus(minus(minus(f64x2.sub(v128.load(t, 96), c03), c00, l), c01, m), c02, n)
    c13 = minus(minus(minus(f64x2.sub(v128.load(t, 112), c13), c10, l), c11, m), c12, n)
    v128.store(t, f64x2.mul(c03, d), 96)
    v128.store(t, f64x2.mul(c13, d), 112)
    row += <usize>min(i + 1, columns) * TILE
  }
}
