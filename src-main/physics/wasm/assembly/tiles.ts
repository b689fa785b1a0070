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

/** T := T L^-T for a tile below a factored diagonal tile, two of its rows at a time. */
export function solveTile(t: usize, diagonal: usize): void {
  for (let half: usize = 0; half < 32; half += 16) {
    const r = t + half
    const x0 = f64x2.mul(v128.load(r), v128.load_splat<f64>(diagonal))
    const x1 = f64x2.mul(
      minus(v128.load(r, 32), x0, v128.load_splat<f64>(diagonal, 8)),
      v128.load_splat<f64>(diagonal, 40),
    )
    const x2 = f64x2.mul(
      minus(
        minus(v128.load(r, 64), x0, v128.load_splat<f64>(diagonal, 16)),
        x1,
        v128.load_splat<f64>(diagonal, 48),
      ),
      v128.load_splat<f64>(diagonal, 80),
    )
    const x3 = f64x2.mul(
      minus(
        minus(
          minus(v128.load(r, 96), x0, v128.load_splat<f64>(diagonal, 24)),
          x1,
          v128.load_splat<f64>(diagonal, 56),
        ),
        x2,
        v128.load_splat<f64>(diagonal, 88),
      ),
      v128.load_splat<f64>(diagonal, 120),
    )
    v128.store(r, x0)
    v128.store(r, x1, 32)
    v128.store(r, x2, 64)
    v128.store(r, x3, 96)
  }
}
