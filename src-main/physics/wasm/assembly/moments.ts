// What a batch of any size does to the edges, from its moments: the arithmetic of solver/basis.ts
// (gather, weigh, gatheredContrast), operation for operation.

import { chains, moments, nodes, phiPairs, psiPairs, rowAt, stride, weighted } from './basis'
import { clear, minus, number } from './memory'
import { take } from './order'
import { free, outputs, sources } from './tape'

/** Row of the last example that was gathered. */
export let lastRow: usize = 0

/**
 * Sums over `count` examples of d v^T and d d^T, d = eta (V_D - V_F), in two chains: a vector has
 * the examples at an even and at the next odd place, and a chain without one is left alone.
 * @param places and @param own what take() has for each example: a row of S inputs and O targets, as
 * wide as a row of columns.
 * @returns the sum over examples and outputs of (V_D - V_F)^2.
 */
export function gather(places: usize, own: usize, count: i32, eta: f64): f64 {
  const volts = chains
  const misses = volts + ((<usize>sources) << 4)
  const sums = misses + ((<usize>outputs) << 4)
  clear(sums, (<usize>(outputs * (sources + outputs))) << 4)
  const responses = rowAt(free - outputs)
  for (let i = 0; i < count; i += 2) {
    const pair = i + 1 < count
    const a = take(places, own)
    const b = pair ? take(places + 4, own + 4) : a
    lastRow = b
    places += 8
    own += 8
    for (let s = 0; s < sources; s++)
      v128.store(volts + ((<usize>s) << 4), f64x2(load<f64>(number(a, s)), load<f64>(number(b, s))))
    let sum = sums
    for (let o = 0; o < outputs; o++) {
      const t = number(0, 2 * psiPairs + o)
      let miss = f64x2(load<f64>(a + t), load<f64>(b + t))
      const response = responses + <usize>o * stride
      for (let s = 0; s < sources; s++)
        miss = minus(
          miss,
          v128.load_splat<f64>(number(response, s)),
          v128.load(volts + ((<usize>s) << 4)),
        )
      if (!pair) miss = f64x2.replace_lane(miss, 1, 0)
      v128.store(misses + ((<usize>o) << 4), miss)
      // Inputs and misses lie in a row: those of the outputs up to this one.
      for (let by = volts; by < misses + ((<usize>(o + 1)) << 4); by += 16, sum += 16)
        v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(miss, v128.load(by))))
    }
  }
  return joinChains(sums, eta)
}

/** Adds the chains up to the moments. */
function joinChains(sums: usize, eta: f64): f64 {
  const bytes = (<usize>phiPairs) << 4
  const squares = moments + <usize>sources * bytes
  let error: f64 = 0
  let sum = sums
  for (let o = 0; o < outputs; o++) {
    for (let s = 0; s < sources; s++, sum += 16)
      store<f64>(number(moments + <usize>s * bytes, o), eta * (load<f64>(sum) + load<f64>(sum, 8)))
    for (let p = 0; p <= o; p++, sum += 16) {
      const both = load<f64>(sum) + load<f64>(sum, 8)
      if (p === o) error += both
      store<f64>(number(squares + <usize>p * bytes, o), eta * eta * both)
      store<f64>(number(squares + <usize>o * bytes, p), eta * eta * both)
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
