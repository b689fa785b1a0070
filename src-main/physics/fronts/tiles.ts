/**
 * Dense arithmetic on the tiles of layout.ts. wasm/assembly/tiles.ts does the same operations in
 * the same order; no sum is regrouped, so that both give the same bits.
 */

/** C -= A B^T over `depth` columns; c, a, b are places in `t`. */
export function subtractProduct(
  t: Float64Array,
  c: number,
  a: number,
  b: number,
  depth: number,
): void {
  // Two columns of C at a time: eight sums stay in registers.
  for (let column = 0; column < 4; column += 2) {
    let c00 = 0
    let c10 = 0
    let c20 = 0
    let c30 = 0
    let c01 = 0
    let c11 = 0
    let c21 = 0
    let c31 = 0
    let i = a
    let j = b + column
    for (const end = a + 4 * depth; i < end; i += 4, j += 4) {
      const a0 = t[i]
      const a1 = t[i + 1]
      const a2 = t[i + 2]
      const a3 = t[i + 3]
      const x = t[j]
      const y = t[j + 1]
      c00 += a0 * x
      c10 += a1 * x
      c20 += a2 * x
      c30 += a3 * x
      c01 += a0 * y
      c11 += a1 * y
      c21 += a2 * y
      c31 += a3 * y
    }
    const o = c + 4 * column
    t[o] -= c00
    t[o + 1] -= c10
    t[o + 2] -= c20
    t[o + 3] -= c30
    t[o + 4] -= c01
    t[o + 5] -= c11
    t[o + 6] -= c21
    t[o + 7] -= c31
  }
}

/** Cholesky factor of a diagonal tile in place, with 1/L_jj on the diagonal; the upper part stays. */
export function factorTile(t: Float64Array, at: number): void {
  const d0 = 1 / Math.sqrt(t[at])
  const l10 = t[at + 1] * d0
  const l20 = t[at + 2] * d0
  const l30 = t[at + 3] * d0
  const d1 = 1 / Math.sqrt(t[at + 5] - l10 * l10)
  const l21 = (t[at + 6] - l20 * l10) * d1
  const l31 = (t[at + 7] - l30 * l10) * d1
  const d2 = 1 / Math.sqrt(t[at + 10] - l20 * l20 - l21 * l21)
  const l32 = (t[at + 11] - l30 * l20 - l31 * l21) * d2
  const d3 = 1 / Math.sqrt(t[at + 15] - l30 * l30 - l31 * l31 - l32 * l32)
  t[at] = d0
  t[at + 1] = l10
  t[at + 2] = l20
  t[at + 3] = l30
  t[at + 5] = d1
  t[at + 6] = l21
  t[at + 7] = l31
  t[at + 10] = d2
  t[at + 11] = l32
  t[at + 15] = d3
}

/** T := T L^-T for a tile below the factored diagonal tile at `d`. */
export function solveTile(t: Float64Array, at: number, d: number): void {
  for (let r = at; r < at + 4; r++) {
    const x0 = t[r] * t[d]
    const x1 = (t[r + 4] - x0 * t[d + 1]) * t[d + 5]
    const x2 = (t[r + 8] - x0 * t[d + 2] - x1 * t[d + 6]) * t[d + 10]
    const x3 = (t[r + 12] - x0 * t[d + 3] - x1 * t[d + 7] - x2 * t[d + 11]) * t[d + 15]
    t[r] = x0
    t[r + 4] = x1
    t[r + 8] = x2
    t[r + 12] = x3
  }
}
