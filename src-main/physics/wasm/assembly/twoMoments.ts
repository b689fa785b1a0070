// What a batch does to the edges, at most two sources and two outputs: the arithmetic of moments.ts,
// operation for operation. What is padded is zero and adds zero.

import { columns, nodes, weighted } from './basis'
import { minus } from './memory'
import { free, outputs } from './tape'

/** Moments of each source and of each output. */
let ofSource0: v128 = f64x2.splat(0)
let ofSource1: v128 = f64x2.splat(0)
let ofOutput0: v128 = f64x2.splat(0)
let ofOutput1: v128 = f64x2.splat(0)

/** As gather of moments.ts. */
export function gatherTwo(table: usize, examples: usize, count: i32, eta: f64): f64 {
  const both = f64x2.splat(eta)
  const zero = f64x2.splat(0)
  const first = columns + ((<usize>(free - outputs)) << 5)
  const psi0 = v128.load(first)
  const psi1 = outputs > 1 ? v128.load(first, 32) : zero
  const w0 = v128.shuffle<f64>(psi0, psi1, 0, 2)
  const w1 = v128.shuffle<f64>(psi0, psi1, 1, 3)
  let m0 = zero
  let m1 = zero
  let square = zero
  let mixed = zero
  let error: f64 = 0
  for (const end = examples + ((<usize>count) << 2); examples < end; examples += 4) {
    const row = table + ((<usize>load<u32>(examples)) << 5)
    const v0 = v128.load_splat<f64>(row)
    const v1 = v128.load_splat<f64>(row, 8)
    const miss = minus(minus(v128.load(row, 16), w0, v0), w1, v1)
    const errors = f64x2.mul(miss, miss)
    error += f64x2.extract_lane(errors, 0)
    error += f64x2.extract_lane(errors, 1)
    const step = f64x2.mul(both, miss)
    m0 = f64x2.add(m0, f64x2.mul(step, v0))
    m1 = f64x2.add(m1, f64x2.mul(step, v1))
    square = f64x2.add(square, f64x2.mul(step, step))
    mixed = f64x2.add(mixed, f64x2.mul(step, v128.shuffle<f64>(step, step, 1, 0)))
  }
  ofSource0 = m0
  ofSource1 = m1
  ofOutput0 = v128.shuffle<f64>(square, mixed, 0, 2)
  ofOutput1 = v128.shuffle<f64>(mixed, square, 0, 3)
  return error
}

/** As weigh of moments.ts. */
export function weighTwo(): void {
  const two = f64x2.splat(2)
  const m0 = f64x2.mul(two, ofSource0)
  const m1 = f64x2.mul(two, ofSource1)
  const q0 = ofOutput0
  const q1 = ofOutput1
  let to = weighted
  for (let row = columns, end = columns + ((<usize>nodes) << 5); row < end; row += 32, to += 16) {
    let sum = f64x2.mul(m0, v128.load_splat<f64>(row))
    sum = f64x2.add(sum, f64x2.mul(m1, v128.load_splat<f64>(row, 8)))
    sum = f64x2.add(sum, f64x2.mul(q0, v128.load_splat<f64>(row, 16)))
    sum = f64x2.add(sum, f64x2.mul(q1, v128.load_splat<f64>(row, 24)))
    v128.store(to, sum)
  }
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
