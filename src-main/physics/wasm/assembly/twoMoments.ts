// What a batch does to the edges, at most two sources and two outputs: the arithmetic of moments.ts,
// operation for operation. What is padded is zero and adds zero. A vector has the two chains.

import { chains, columns, nodes, weighted } from './basis'
import { minus } from './memory'
import { take } from './order'
import { free, outputs } from './tape'

/** Moments of each source and of each output. */
let ofSource0: v128 = f64x2.splat(0)
let ofSource1: v128 = f64x2.splat(0)
let ofOutput0: v128 = f64x2.splat(0)
let ofOutput1: v128 = f64x2.splat(0)

/** Row of the last example that was gathered. */
export let lastOfTwo: usize = 0

/** As gather of moments.ts. */
export function gatherTwo(places: usize, own: usize, count: i32, eta: f64): f64 {
  const first = columns + ((<usize>(free - outputs)) << 5)
  // Of one output the other's response is zero: moments.ts alone writes to the room of its chains.
  const second = outputs > 1 ? first + 32 : chains
  let c00 = f64x2.splat(0)
  let c01 = f64x2.splat(0)
  let c10 = f64x2.splat(0)
  let c11 = f64x2.splat(0)
  let q00 = f64x2.splat(0)
  let q10 = f64x2.splat(0)
  let q11 = f64x2.splat(0)
  const end = own + ((<usize>(count & ~1)) << 2)
  let b = own
  while (own < end) {
    const a = take(places, own)
    b = take(places + 4, own + 4)
    const va = v128.load(a)
    const vb = v128.load(b)
    const v0 = v128.shuffle<f64>(va, vb, 0, 2)
    const v1 = v128.shuffle<f64>(va, vb, 1, 3)
    const ta = v128.load(a, 16)
    const tb = v128.load(b, 16)
    // The response is loaded each time: with it in registers two of the sums would not be.
    let miss0 = v128.shuffle<f64>(ta, tb, 0, 2)
    miss0 = minus(miss0, v128.load_splat<f64>(first), v0)
    miss0 = minus(miss0, v128.load_splat<f64>(first, 8), v1)
    let miss1 = v128.shuffle<f64>(ta, tb, 1, 3)
    miss1 = minus(miss1, v128.load_splat<f64>(second), v0)
    miss1 = minus(miss1, v128.load_splat<f64>(second, 8), v1)
    c00 = f64x2.add(c00, f64x2.mul(miss0, v0))
    c01 = f64x2.add(c01, f64x2.mul(miss0, v1))
    c10 = f64x2.add(c10, f64x2.mul(miss1, v0))
    c11 = f64x2.add(c11, f64x2.mul(miss1, v1))
    q00 = f64x2.add(q00, f64x2.mul(miss0, miss0))
    q10 = f64x2.add(q10, f64x2.mul(miss1, miss0))
    q11 = f64x2.add(q11, f64x2.mul(miss1, miss1))
    places += 8
    own += 8
  }
  lastOfTwo = b
  if ((count & 1) !== 0) {
    // The last has no other beside it: what would be in the second chain is zero.
    const a = take(places, own)
    lastOfTwo = a
    const v0 = v128.load_zero<f64>(a)
    const v1 = v128.load_zero<f64>(a, 8)
    let miss0 = v128.load_zero<f64>(a, 16)
    miss0 = minus(miss0, v128.load_splat<f64>(first), v0)
    miss0 = minus(miss0, v128.load_splat<f64>(first, 8), v1)
    let miss1 = v128.load_zero<f64>(a, 24)
    miss1 = minus(miss1, v128.load_splat<f64>(second), v0)
    miss1 = minus(miss1, v128.load_splat<f64>(second, 8), v1)
    c00 = f64x2.add(c00, f64x2.mul(miss0, v0))
    c01 = f64x2.add(c01, f64x2.mul(miss0, v1))
    c10 = f64x2.add(c10, f64x2.mul(miss1, v0))
    c11 = f64x2.add(c11, f64x2.mul(miss1, v1))
    q00 = f64x2.add(q00, f64x2.mul(miss0, miss0))
    q10 = f64x2.add(q10, f64x2.mul(miss1, miss0))
    q11 = f64x2.add(q11, f64x2.mul(miss1, miss1))
  }
  const once = f64x2.splat(eta)
  const twice = f64x2.splat(eta * eta)
  const square = joined(q00, q11)
  const mixed = joined(q10, q10)
  ofSource0 = f64x2.mul(once, joined(c00, c10))
  ofSource1 = f64x2.mul(once, joined(c01, c11))
  ofOutput0 = f64x2.mul(twice, v128.shuffle<f64>(square, mixed, 0, 2))
  ofOutput1 = f64x2.mul(twice, v128.shuffle<f64>(mixed, square, 0, 3))
  return f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1)
}

/** Sums of two pairs of chains. */
function joined(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3))
}

/** As weigh of moments.ts. */
export function weighTwo(): void {
  const two = f64x2.splat(2)
  const m0 = f64x2.mul(two, ofSource0)
  const m1 = f64x2.mul(two, ofSource1)
  const q0 = ofOutput0
  const q1 = ofOutput1
  let to = weighted
  let row = columns
  const end = columns + ((<usize>nodes) << 5)
  do {
    let sum = f64x2.mul(m0, v128.load_splat<f64>(row))
    sum = f64x2.add(sum, f64x2.mul(m1, v128.load_splat<f64>(row, 8)))
    sum = f64x2.add(sum, f64x2.mul(q0, v128.load_splat<f64>(row, 16)))
    sum = f64x2.add(sum, f64x2.mul(q1, v128.load_splat<f64>(row, 24)))
    v128.store(to, sum)
    row += 32
    to += 16
  } while (row < end)
}

/** As gatheredContrast of moments.ts. */
export function contrastTwo(a: i32, b: i32): f64 {
  const phi = columns + 16
  const f = f64x2.sub(v128.load(phi + ((<usize>a) << 5)), v128.load(phi + ((<usize>b) << 5)))
  const w = f64x2.sub(
    v128.load(weighted + ((<usize>a) << 4)),
    v128.load(weighted + ((<usize>b) << 4)),
  )
  const product = f64x2.mul(f, w)
  return -f64x2.extract_lane(product, 0) - f64x2.extract_lane(product, 1)
}
