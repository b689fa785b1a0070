// States of spins on one graph, under one set of couplings, come to rest two at a time: a number is a
// pair, one of each state. When a state is at rest the next one takes its lane; the last is finished
// alone. Operation for operation what ../../xy/align.ts does to each.

import {
  bias,
  free,
  laneBias,
  lanes,
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
import { restAlone } from './spinAlone'

/** Bytes of a spin of both lanes. */
const SPIN: usize = 32
const NO_FIELD: f64 = 1e-24

function put(lane: usize, k: i32): void {
  const shift = lane << 3
  let from = stateAt(k)
  let h = bias
  let s = lanes + shift
  let to = laneBias + shift
  for (let i = 0; i < spins; i++, from += 16, h += 16, s += SPIN, to += SPIN) {
    store<f64>(s, load<f64>(from))
    store<f64>(s, load<f64>(from, 8), 16)
    store<f64>(to, load<f64>(h))
    store<f64>(to, load<f64>(h, 8), 16)
  }
  for (let t = 0; t < pulled; t++) {
    const at = laneBias + <usize>word(pulledSpin, t) * SPIN + shift
    const pull = pair(pulls, k * pulled + t)
    store<f64>(at, load<f64>(at) + load<f64>(pull))
    store<f64>(at, load<f64>(at, 16) + load<f64>(pull, 8), 16)
  }
}

function take(lane: usize, k: i32): void {
  let to = stateAt(k)
  let s = lanes + (lane << 3)
  for (let i = 0; i < spins; i++, to += 16, s += SPIN) {
    store<f64>(to, load<f64>(s))
    store<f64>(to, load<f64>(s, 16), 8)
  }
}

function plus(a: v128, w: v128, s: usize): v128 {
  return f64x2.add(a, f64x2.mul(w, v128.load(s)))
}

/** One sweep of both lanes, each with its own omega. @returns the largest torques */
function sweepBoth(over: v128): v128 {
  const zero = f64x2.splat(0)
  const one = f64x2.splat(1)
  const none = f64x2.splat(NO_FIELD)
  const past = f64x2.sub(over, one)
  const plain = f64x2.eq(past, zero)
  const anyPlain = v128.any_true(plain)
  const s0 = lanes
  let residual = zero
  for (let k = 0; k < free; k++) {
    const i = word(order, k)
    const first = word(rowStart, i)
    let left = word(rowStart, i + 1) - first
    let w = number(rows, first)
    let q = neighbour + ((<usize>first) << 2)
    const h = laneBias + <usize>i * SPIN
    let fx = v128.load(h)
    let fy = v128.load(h, 16)
    if (left >= 8) {
      let x1 = zero
      let y1 = zero
      let x2 = zero
      let y2 = zero
      let x3 = zero
      let y3 = zero
      for (; left >= 4; left -= 4, q += 16, w += 32) {
        // Offsets are those of one state.
        const j0 = s0 + (load<u32>(q) << 1)
        const j1 = s0 + (load<u32>(q, 4) << 1)
        const j2 = s0 + (load<u32>(q, 8) << 1)
        const j3 = s0 + (load<u32>(q, 12) << 1)
        const w0 = v128.load64_splat(w)
        const w1 = v128.load64_splat(w, 8)
        const w2 = v128.load64_splat(w, 16)
        const w3 = v128.load64_splat(w, 24)
        fx = plus(fx, w0, j0)
        fy = plus(fy, w0, j0 + 16)
        x1 = plus(x1, w1, j1)
        y1 = plus(y1, w1, j1 + 16)
        x2 = plus(x2, w2, j2)
        y2 = plus(y2, w2, j2 + 16)
        x3 = plus(x3, w3, j3)
        y3 = plus(y3, w3, j3 + 16)
      }
      fx = f64x2.add(f64x2.add(fx, x1), f64x2.add(x2, x3))
      fy = f64x2.add(f64x2.add(fy, y1), f64x2.add(y2, y3))
    }
    for (; left > 0; left--, q += 4, w += 8) {
      const j = s0 + (load<u32>(q) << 1)
      const w0 = v128.load64_splat(w)
      fx = plus(fx, w0, j)
      fy = plus(fy, w0, j + 16)
    }
    const at = s0 + <usize>i * SPIN
    const x = v128.load(at)
    const y = v128.load(at, 16)
    residual = f64x2.pmax(residual, f64x2.abs(f64x2.sub(f64x2.mul(x, fy), f64x2.mul(y, fx))))
    const square = f64x2.add(f64x2.mul(fx, fx), f64x2.mul(fy, fy))
    const back = f64x2.mul(past, f64x2.sqrt(square))
    let gx = f64x2.sub(f64x2.mul(over, fx), f64x2.mul(back, x))
    let gy = f64x2.sub(f64x2.mul(over, fy), f64x2.mul(back, y))
    if (anyPlain) {
      gx = v128.bitselect(fx, gx, plain)
      gy = v128.bitselect(fy, gy, plain)
    }
    const length = f64x2.div(one, f64x2.sqrt(f64x2.add(f64x2.mul(gx, gx), f64x2.mul(gy, gy))))
    gx = f64x2.mul(gx, length)
    gy = f64x2.mul(gy, length)
    const still = f64x2.lt(square, none)
    if (v128.any_true(still)) {
      gx = v128.bitselect(x, gx, still)
      gy = v128.bitselect(y, gy, still)
    }
    v128.store(at, gx)
    v128.store(at, gy, 16)
  }
  return residual
}

/** Brings so many states to rest. */
export function restSpins(count: i32): void {
  if (count === 0) return
  let first = 0
  let sweepsFirst = 0
  if (count > 1) {
    let second = 1
    let sweepsSecond = 0
    let next = 2
    put(0, first)
    put(1, second)
    while (first >= 0 && second >= 0) {
      sweepsFirst++
      sweepsSecond++
      const residual = sweepBoth(
        f64x2(sweepsFirst <= warm ? 1 : omega, sweepsSecond <= warm ? 1 : omega),
      )
      const torque = f64x2.extract_lane(residual, 0)
      if (torque < tolerance || sweepsFirst >= mostSweeps) {
        take(0, first)
        rested(first, torque, sweepsFirst)
        first = next < count ? next++ : -1
        sweepsFirst = 0
        if (first >= 0) put(0, first)
      }
      const other = f64x2.extract_lane(residual, 1)
      if (other < tolerance || sweepsSecond >= mostSweeps) {
        take(1, second)
        rested(second, other, sweepsSecond)
        second = next < count ? next++ : -1
        sweepsSecond = 0
        if (second >= 0) put(1, second)
      }
    }
    if (second >= 0) {
      take(1, second)
      first = second
      sweepsFirst = sweepsSecond
    } else if (first >= 0) take(0, first)
  }
  if (first >= 0) restAlone(first, sweepsFirst)
}
