// The basis of a batch by the tape, any number of sources and outputs: the arithmetic of
// solver/tape.ts (solveBasis), operation for operation.

import { columns, phiPairs, psiPairs, rowAt, stride } from './basis'
import { minus, number, word } from './memory'
import { columnStart, factorTape, free, lower, outputs, rowOf } from './tape'

/** b_s of a unit voltage at each source: the conductances to it. Held rows never change. */
function assembleColumns(conductance: usize, boundary: usize, count: i32): void {
  const end = columns + <usize>free * stride
  const zero = i64x2.splat(0)
  for (let at = columns; at < end; at += 16) v128.store(at, zero)
  for (let i = 0; i < count; i++) {
    const k = v128.load_splat<f64>(conductance + load<u32>(boundary))
    // Offsets are in arrays of pairs: 16 bytes to a position.
    let to = columns + <usize>(load<u32>(boundary, 4) >> 4) * stride
    let from = columns + <usize>(load<u32>(boundary, 8) >> 4) * stride
    for (let p = 0; p < psiPairs; p++, to += 16, from += 16)
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(k, v128.load(from))))
    boundary += 12
  }
}

/** Forward pass of all psi; `work` holds 1/D. */
function forward(work: usize): void {
  let q = lower
  let row = rowOf
  for (let j = 0; j < free; j++) {
    const own = rowAt(j)
    const last = number(lower, word(columnStart, j + 1))
    for (; q < last; q += 8, row += 4) {
      const l = v128.load_splat<f64>(q)
      let below = columns + <usize>(load<u32>(row) >> 4) * stride
      let at = own
      for (let p = 0; p < psiPairs; p++, at += 16, below += 16)
        v128.store(below, minus(v128.load(below), l, v128.load(at)))
    }
    const inverse = v128.load_splat<f64>(work + ((<usize>j) << 4))
    let at = own
    for (let p = 0; p < psiPairs; p++, at += 16) v128.store(at, f64x2.mul(v128.load(at), inverse))
  }
}

/** Back-substitution of one position, `pairs` vectors of its row. */
function backRow(j: i32, pairs: i32): void {
  const first = number(lower, word(columnStart, j))
  const from = word(columnStart, j + 1) - 1
  const own = rowAt(j)
  for (let p = 0; p < pairs; p++) {
    const shift = (<usize>p) << 4
    let sum = v128.load(own + shift)
    let row = rowOf + ((<usize>from) << 2)
    for (let q = number(lower, from); q >= first; q -= 8, row -= 4) {
      const at = columns + <usize>(load<u32>(row) >> 4) * stride + shift
      sum = minus(sum, v128.load_splat<f64>(q), v128.load(at))
    }
    v128.store(own + shift, sum)
  }
}

/** Basis of an assembled network: factors it too. */
export function solveAny(work: usize, conductance: usize, boundary: usize, count: i32): void {
  factorTape()
  assembleColumns(conductance, boundary, count)
  forward(work)
  const inner = free - outputs
  for (let j = free - 1; j >= inner; j--) backRow(j, psiPairs)
  for (let o = 0; o < outputs; o++) {
    const phi = rowAt(inner + o) + ((<usize>psiPairs) << 4)
    for (let p = 0; p < outputs; p++) store<f64>(number(phi, p), p === o ? 1 : 0)
  }
  for (let j = inner - 1; j >= 0; j--) backRow(j, psiPairs + phiPairs)
}
