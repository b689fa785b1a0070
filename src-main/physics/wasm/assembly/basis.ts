// A batch of any size from one factorisation: the arithmetic of solver/tape.ts (solveBasis, gather,
// gatheredContrast), operation for operation. By position there is a row of columns: psi of the S
// sources, then phi of the O outputs, each padded to an even number, two columns to a vector.

import {
  assemble,
  columnStart,
  factorTape,
  free,
  lower,
  outputs,
  rowOf,
  sources,
  tape,
} from './tape'
import { minus, number, word } from './memory'

/** Rows of columns by position; rows of weighted fields by position. */
export let columns: usize = 0
export let weighted: usize = 0
/** Response: for each source the outputs; moments likewise for each source, then each output. */
export let response: usize = 0
let moments: usize = 0
export let nodes: i32 = 0
/** Right-hand sides come from here: (edge x 8, free, held) of each boundary edge. */
export let psiPairs: i32 = 0
export let phiPairs: i32 = 0
/** Bytes of a row of columns. */
export let stride: usize = 0

export function placeBasis(
  nodeCount: i32,
  columnsAt: usize,
  weightedAt: usize,
  responseAt: usize,
  momentsAt: usize,
): void {
  nodes = nodeCount
  columns = columnsAt
  weighted = weightedAt
  response = responseAt
  moments = momentsAt
  psiPairs = (sources + 1) >> 1
  phiPairs = (outputs + 1) >> 1
  stride = (<usize>(psiPairs + phiPairs)) << 4
}

function rowAt(position: i32): usize {
  return columns + <usize>position * stride
}

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

/**
 * The basis of at most two sources and two outputs, where a row is two vectors: the forward pass goes
 * along with the factorisation. The same operations as in the general case.
 */
function solveTwo(work: usize, conductance: usize, boundary: usize, count: i32): void {
  assemble()
  assembleColumns(conductance, boundary, count)
  const n = free
  const x = columns
  const l0 = lower
  const inner = n - outputs
  let q = l0
  let row = rowOf
  let product = tape
  for (let j = 0; j < n; j++) {
    const own = x + ((<usize>j) << 5)
    const pivot = work + ((<usize>j) << 4)
    const inverse = 1.0 / load<f64>(pivot)
    const psi = v128.load(own)
    const last = number(l0, word(columnStart, j + 1))
    for (; q < last; q += 8, row += 4) {
      const entry = load<f64>(q)
      const l = entry * inverse
      const below = <usize>load<u32>(row)
      store<f64>(work + below, load<f64>(work + below) - l * entry)
      const at = x + (below << 1)
      v128.store(at, minus(v128.load(at), f64x2.splat(l), psi))
      for (let r = q + 8; r < last; r += 8, product += 4) {
        const slot = l0 + load<u32>(product)
        store<f64>(slot, load<f64>(slot) - l * load<f64>(r))
      }
      store<f64>(q, l)
    }
    v128.store(own, f64x2.mul(psi, f64x2.splat(inverse)))
  }
  q = l0 + ((<usize>word(columnStart, n)) << 3) - 8
  row -= 4
  let j = n - 1
  for (; j >= inner; j--) {
    const own = x + ((<usize>j) << 5)
    let psi = v128.load(own)
    for (const first = number(l0, word(columnStart, j)); q >= first; q -= 8, row -= 4)
      psi = minus(psi, v128.load_splat<f64>(q), v128.load(x + ((<usize>load<u32>(row)) << 1)))
    v128.store(own, psi)
    store<f64>(own, j === inner ? 1 : 0, 16)
    store<f64>(own, j === inner ? 0 : 1, 24)
  }
  for (; j >= 0; j--) {
    const own = x + ((<usize>j) << 5)
    let psi = v128.load(own)
    let phi = f64x2.splat(0)
    for (const first = number(l0, word(columnStart, j)); q >= first; q -= 8, row -= 4) {
      const l = v128.load_splat<f64>(q)
      const at = x + ((<usize>load<u32>(row)) << 1)
      psi = minus(psi, l, v128.load(at))
      phi = minus(phi, l, v128.load(at, 16))
    }
    v128.store(own, psi)
    v128.store(own, phi, 16)
  }
}

/** Basis of an assembled network: factors it too. */
export function solveBasis(work: usize, conductance: usize, boundary: usize, count: i32): void {
  if (psiPairs === 1 && phiPairs === 1) {
    solveTwo(work, conductance, boundary, count)
    return
  }
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

/** Output voltage per volt at each source, out of psi. */
export function readResponse(): void {
  const bytes = (<usize>phiPairs) << 4
  for (let o = 0; o < outputs; o++)
    for (let s = 0; s < sources; s++)
      store<f64>(
        number(response + <usize>s * bytes, o),
        load<f64>(number(rowAt(free - outputs + o), s)),
      )
}

/**
 * Sums over `count` examples of d v^T and d d^T, d = eta (V_D - V_F).
 * @param inputs M rows of S @param targets M rows of O, padded to an even number.
 * @returns the sum over examples and outputs of (V_D - V_F)^2.
 */
export function gather(inputs: usize, targets: usize, examples: usize, count: i32, eta: f64): f64 {
  if (psiPairs === 1 && phiPairs === 1) return gatherTwo(inputs, targets, examples, count, eta)
  const bytes = (<usize>phiPairs) << 4
  const total = <usize>(sources + outputs) * bytes
  for (let at = moments; at < moments + total; at += 16) v128.store(at, f64x2.splat(0))
  const both = f64x2.splat(eta)
  let error: f64 = 0
  for (let i = 0; i < count; i++) {
    const m = <usize>word(examples, i)
    const v = inputs + ((m * <usize>sources) << 3)
    // The step of the outputs goes behind the moments: it is read again by each of them.
    const step = moments + total
    for (let p = 0; p < phiPairs; p++) {
      const shift = (<usize>p) << 4
      let miss = v128.load(targets + m * bytes + shift)
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

/** The same with at most two sources and two outputs: the moments stay in registers. */
function gatherTwo(inputs: usize, targets: usize, examples: usize, count: i32, eta: f64): f64 {
  const both = f64x2.splat(eta)
  const w0 = v128.load(response)
  const w1 = sources > 1 ? v128.load(response, 16) : f64x2.splat(0)
  const width = sources
  let m0 = f64x2.splat(0)
  let m1 = m0
  let q0 = m0
  let q1 = m0
  let error: f64 = 0
  for (let i = 0; i < count; i++) {
    const m = <usize>word(examples, i)
    const v = inputs + ((m * <usize>width) << 3)
    const v0 = v128.load_splat<f64>(v)
    let miss = minus(v128.load(targets + (m << 4)), w0, v0)
    let v1 = f64x2.splat(0)
    if (width > 1) {
      v1 = v128.load_splat<f64>(v, 8)
      miss = minus(miss, w1, v1)
    }
    const square = f64x2.mul(miss, miss)
    error += f64x2.extract_lane(square, 0)
    error += f64x2.extract_lane(square, 1)
    const step = f64x2.mul(both, miss)
    m0 = f64x2.add(m0, f64x2.mul(step, v0))
    m1 = f64x2.add(m1, f64x2.mul(step, v1))
    q0 = f64x2.add(q0, f64x2.mul(step, v128.shuffle<f64>(step, step, 0, 0)))
    q1 = f64x2.add(q1, f64x2.mul(step, v128.shuffle<f64>(step, step, 1, 1)))
  }
  v128.store(moments, m0)
  if (width > 1) v128.store(moments, m1, 16)
  const phi = moments + ((<usize>width) << 4)
  v128.store(phi, q0)
  if (outputs > 1) v128.store(phi, q1, 16)
  return error
}

/** weighted_o = sum_s 2 dv_os psi_s + sum_p dd_op phi_p, by position. */
export function weigh(): void {
  if (psiPairs === 1 && phiPairs === 1) {
    weighTwo()
    return
  }
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

function weighTwo(): void {
  const two = f64x2.splat(2)
  const wide = sources > 1
  const m0 = f64x2.mul(two, v128.load(moments))
  const m1 = wide ? f64x2.mul(two, v128.load(moments, 16)) : f64x2.splat(0)
  const phi = moments + ((<usize>sources) << 4)
  const q0 = v128.load(phi)
  const both = outputs > 1
  const q1 = both ? v128.load(phi, 16) : f64x2.splat(0)
  const zero = f64x2.splat(0)
  let to = weighted
  for (let row = columns, end = columns + ((<usize>nodes) << 5); row < end; row += 32, to += 16) {
    let sum = f64x2.add(zero, f64x2.mul(m0, v128.load_splat<f64>(row)))
    if (wide) sum = f64x2.add(sum, f64x2.mul(m1, v128.load_splat<f64>(row, 8)))
    sum = f64x2.add(sum, f64x2.mul(q0, v128.load_splat<f64>(row, 16)))
    if (both) sum = f64x2.add(sum, f64x2.mul(q1, v128.load_splat<f64>(row, 24)))
    v128.store(to, sum)
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
