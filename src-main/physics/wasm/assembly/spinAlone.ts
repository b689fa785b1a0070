// One state of spins: x and y of a spin in one vector. Operation for operation ../../xy/align.ts.

import {
  bias,
  free,
  laneBias,
  mostSweeps,
  neighbour,
  omega,
  order,
  pulled,
  pulledSpin,
  pulls,
  rested,
  rows,
  rowStart,
  spins,
  stateAt,
  tolerance,
  warm,
} from './spinMemory'
import { number, pair, word } from './memory'

const NO_FIELD: f64 = 1e-24

/** a + w s, two roundings, x and y at once. */
function plus(a: v128, w: usize, s: usize): v128 {
  return f64x2.add(a, f64x2.mul(v128.load64_splat(w), v128.load(s)))
}

/** The local field of a spin. */
function fieldOn(i: i32, s: usize): v128 {
  let f = v128.load(pair(laneBias, i))
  const first = word(rowStart, i)
  let left = word(rowStart, i + 1) - first
  let w = number(rows, first)
  let q = neighbour + ((<usize>first) << 2)
  if (left >= 8) {
    let f1 = f64x2.splat(0)
    let f2 = f1
    let f3 = f1
    for (; left >= 4; left -= 4, q += 16, w += 32) {
      f = plus(f, w, s + load<u32>(q))
      f1 = plus(f1, w + 8, s + load<u32>(q, 4))
      f2 = plus(f2, w + 16, s + load<u32>(q, 8))
      f3 = plus(f3, w + 24, s + load<u32>(q, 12))
    }
    f = f64x2.add(f64x2.add(f, f1), f64x2.add(f2, f3))
  }
  for (; left > 0; left--, q += 4, w += 8) f = plus(f, w, s + load<u32>(q))
  return f
}

/** One sweep. @returns the largest torque */
function sweepOnce(s: usize, over: f64): f64 {
  const past = over - 1
  const by = f64x2.splat(over)
  let residual: f64 = 0
  for (let k = 0; k < free; k++) {
    const i = word(order, k)
    let f = fieldOn(i, s)
    const at = pair(s, i)
    const own = v128.load(at)
    const x = f64x2.extract_lane(own, 0)
    const y = f64x2.extract_lane(own, 1)
    let fx = f64x2.extract_lane(f, 0)
    let fy = f64x2.extract_lane(f, 1)
    const torque = abs(x * fy - y * fx)
    if (torque > residual) residual = torque
    const square = fx * fx + fy * fy
    if (square < NO_FIELD) continue
    if (past !== 0) {
      f = f64x2.sub(f64x2.mul(by, f), f64x2.mul(f64x2.splat(past * sqrt(square)), own))
      fx = f64x2.extract_lane(f, 0)
      fy = f64x2.extract_lane(f, 1)
    }
    v128.store(at, f64x2.mul(f, f64x2.splat(1 / sqrt(fx * fx + fy * fy))))
  }
  return residual
}

/** Brings state k to rest, which so many sweeps have swept already. */
export function restAlone(k: i32, swept: i32): void {
  memory.copy(laneBias, bias, (<usize>spins) << 4)
  for (let t = 0; t < pulled; t++) {
    const at = pair(laneBias, word(pulledSpin, t))
    v128.store(at, f64x2.add(v128.load(at), v128.load(pair(pulls, k * pulled + t))))
  }
  const s = stateAt(k)
  let sweeps = swept
  let residual: f64 = 0
  while (sweeps < mostSweeps) {
    sweeps++
    residual = sweepOnce(s, sweeps <= warm ? 1 : omega)
    if (residual < tolerance) break
  }
  rested(k, residual, sweeps)
}
