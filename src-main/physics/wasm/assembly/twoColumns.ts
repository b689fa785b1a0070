// The basis of a batch by the tape, at most two sources and two outputs: the arithmetic of
// columns.ts, operation for operation, where a row of columns is (psi, phi). The pivots D lie in
// phi's place until the way back. What was stored as a vector is read as one, and the other way
// round: a load that finds two stores under way waits for both (some 20 cycles).

import { columns } from './basis'
import { clear, minus, number } from './memory'
import {
  boundary,
  boundaryCount,
  columnStart,
  conductance,
  entries,
  free,
  inner,
  innerCount,
  lower,
  outputs,
  rowOf,
  tape,
} from './tape'

/** Address of the row whose offset in an array of pairs is given; c0 is where the columns begin. */
function rowOfPair(c0: usize, offset: u32): usize {
  return c0 + ((<usize>offset) << 1)
}

function assemble(): void {
  const k0 = conductance
  const l0 = lower
  const c0 = columns
  clear(l0, ((<usize>entries + 1) & ~1) << 3)
  clear(c0, (<usize>free) << 5)
  let at = inner
  for (const end = at + ((<usize>innerCount) << 4); at < end; at += 16) {
    const k = load<f64>(k0 + load<u32>(at))
    const a = rowOfPair(c0, load<u32>(at, 4))
    const b = rowOfPair(c0, load<u32>(at, 8))
    store<f64>(a, load<f64>(a, 16) + k, 16)
    store<f64>(b, load<f64>(b, 16) + k, 16)
    store<f64>(l0 + load<u32>(at, 12), -k)
  }
  at = boundary
  for (const end = at + <usize>(12 * boundaryCount); at < end; at += 12) {
    const k = v128.load_splat<f64>(k0 + load<u32>(at))
    const row = rowOfPair(c0, load<u32>(at, 4))
    const unit = v128.load(rowOfPair(c0, load<u32>(at, 8)))
    store<f64>(row, load<f64>(row, 16) + f64x2.extract_lane(k, 0), 16)
    v128.store(row, f64x2.add(v128.load(row), f64x2.mul(k, unit)))
  }
}

/** LDL^T with the forward pass of psi carried along; leaves D^-1 L^-1 b in psi. */
export function factorTwo(): void {
  assemble()
  const l0 = lower
  const c0 = columns
  let q = l0
  let row = rowOf
  let product = tape
  let own = c0
  let start = columnStart
  for (const end = own + ((<usize>free) << 5); own < end; own += 32) {
    start += 4
    const inverse = 1.0 / load<f64>(own, 16)
    const psi = v128.load(own)
    const last = number(l0, load<i32>(start))
    for (; q < last; q += 8, row += 4) {
      const entry = load<f64>(q)
      const l = entry * inverse
      const below = rowOfPair(c0, load<u32>(row))
      store<f64>(below, load<f64>(below, 16) - l * entry, 16)
      v128.store(below, minus(v128.load(below), f64x2.splat(l), psi))
      for (let r = q + 8; r < last; r += 8, product += 4) {
        const slot = l0 + load<u32>(product)
        store<f64>(slot, load<f64>(slot) - l * load<f64>(r))
      }
      store<f64>(q, l)
    }
    v128.store(own, f64x2.mul(psi, f64x2.splat(inverse)))
  }
}

/** Back-substitution: psi of all sources, phi of all outputs. */
export function backTwo(): void {
  const l0 = lower
  const c0 = columns
  const first = c0 + ((<usize>(free - outputs)) << 5)
  let own = c0 + ((<usize>free) << 5)
  let start = columnStart + ((<usize>free) << 2)
  let q = number(l0, load<i32>(start)) - 8
  let row = rowOf + ((<usize>load<i32>(start)) << 2) - 4
  while (own > first) {
    own -= 32
    start -= 4
    let psi = v128.load(own)
    for (const until = number(l0, load<i32>(start)); q >= until; q -= 8, row -= 4)
      psi = minus(psi, v128.load_splat<f64>(q), v128.load(rowOfPair(c0, load<u32>(row))))
    v128.store(own, psi)
    v128.store(own, own === first ? f64x2(1, 0) : f64x2(0, 1), 16)
  }
  while (own > c0) {
    own -= 32
    start -= 4
    let psi = v128.load(own)
    let phi = f64x2.splat(0)
    for (const until = number(l0, load<i32>(start)); q >= until; q -= 8, row -= 4) {
      const l = v128.load_splat<f64>(q)
      const at = rowOfPair(c0, load<u32>(row))
      psi = minus(psi, l, v128.load(at))
      phi = minus(phi, l, v128.load(at, 16))
    }
    v128.store(own, psi)
    v128.store(own, phi, 16)
  }
}
