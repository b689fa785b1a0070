// What a batch of any size does to the edges, from its moments: the arithmetic of solver/basis.ts
// (gather, weigh, gatheredContrast), operation for operation.

import { moments, nodes, phiPairs, psiPairs, response, rowAt, stride, weighted } from './basis'
import { minus, number, word } from './memory'
import { outputs, sources } from './tape'

/**
 * Sums over `count` examples of d v^T and d d^T, d = eta (V_D - V_F).
 * @param table M rows of S inputs and O targets, as wide as a row of columns.
 * @returns the sum over examples and outputs of (V_D - V_F)^2.
 */
export function gather(table: usize, examples: usize, count: i32, eta: f64): f64 {
  const bytes = (<usize>phiPairs) << 4
  const total = <usize>(sources + outputs) * bytes
  for (let at = moments; at < moments + total; at += 16) v128.store(at, f64x2.splat(0))
  const both = f64x2.splat(eta)
  let error: f64 = 0
  for (let i = 0; i < count; i++) {
    const v = table + <usize>word(examples, i) * stride
    const targets = v + ((<usize>psiPairs) << 4)
    // The step of the outputs goes behind the moments: it is read again by each of them.
    const step = moments + total
    for (let p = 0; p < phiPairs; p++) {
      const shift = (<usize>p) << 4
      let miss = v128.load(targets + shift)
      for (let s = 0; s < sources; s++)
        miss = minus(
          miss,
          v128.load(response + <usize>s * bytes + shift),
          v128.load_splat<f64>(number(v, s)),
        )
      const square = f64x2.mul(miss, miss)
      error += f64x2.extract_lane(square, 0)
      error += f64x2.extract_lane(square, 1)
      v128.store(step + shift, f64x2.mul(both, miss))
    }
    let at = moments
    for (let c = 0; c < sources + outputs; c++) {
      const by = v128.load_splat<f64>(c < sources ? number(v, c) : number(step, c - sources))
      for (let p: usize = 0; p < bytes; p += 16, at += 16)
        v128.store(at, f64x2.add(v128.load(at), f64x2.mul(v128.load(step + p), by)))
    }
  }
  return error
}

/** weighted_o = sum_s 2 dv_os psi_s + sum_p dd_op phi_p, by position. */
export function weigh(): void {
  const bytes = (<usize>phiPairs) << 4
  const two = f64x2.splat(2)
  for (let at = moments; at < moments + <usize>sources * bytes; at += 16)
    v128.store(at, f64x2.mul(two, v128.load(at)))
  const phiAt = (<usize>psiPairs) << 4
  for (let i = 0; i < nodes; i++) {
    const row = rowAt(i)
    const to = weighted + <usize>i * bytes
    for (let p: usize = 0; p < bytes; p += 16) {
      let sum = f64x2.splat(0)
      let factor = moments + p
      for (let s = 0; s < sources; s++, factor += bytes)
        sum = f64x2.add(sum, f64x2.mul(v128.load(factor), v128.load_splat<f64>(number(row, s))))
      const phi = row + phiAt
      for (let o = 0; o < outputs; o++, factor += bytes)
        sum = f64x2.add(sum, f64x2.mul(v128.load(factor), v128.load_splat<f64>(number(phi, o))))
      v128.store(to + p, sum)
    }
  }
}

/** Sum over the gathered examples of (dV_F)^2 - (dV_C)^2 between two positions. */
export function gatheredContrast(a: i32, b: i32): f64 {
  const bytes = (<usize>phiPairs) << 4
  const phiAt = (<usize>psiPairs) << 4
  const fa = rowAt(a) + phiAt
  const fb = rowAt(b) + phiAt
  const wa = weighted + <usize>a * bytes
  const wb = weighted + <usize>b * bytes
  let contrast: f64 = 0
  for (let p: usize = 0; p < bytes; p += 16) {
    const f = f64x2.sub(v128.load(fa + p), v128.load(fb + p))
    const w = f64x2.sub(v128.load(wa + p), v128.load(wb + p))
    const product = f64x2.mul(f, w)
    contrast -= f64x2.extract_lane(product, 0)
    contrast -= f64x2.extract_lane(product, 1)
  }
  return contrast
}
