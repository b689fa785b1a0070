// One training example along the tape of solver/plan.ts: the arithmetic of solver/factor.ts and
// solver/tape.ts, operation for operation. Two numbers that go the same way share a vector:
// (diagonal, right-hand side) while factoring, (free, clamped minus free) while going back.

import { clear, minus, number, pair, word } from './memory'

export let free: i32 = 0
export let sources: i32 = 0
export let outputs: i32 = 0
export let entries: i32 = 0
export let innerCount: i32 = 0
export let boundaryCount: i32 = 0
/** Column starts, and rows as byte offsets in arrays of pairs. */
export let columnStart: usize = 0
export let rowOf: usize = 0
/** Byte offsets in `lower` that the products go to. */
export let tape: usize = 0
/** (edge x 8, a x 16, b x 16, slot x 8) of the inner, (edge x 8, free x 16, held x 16) of the
 * boundary edges. */
export let inner: usize = 0
export let boundary: usize = 0
export let lower: usize = 0
/** n pairs (D, b), then the held nodes' (1, V); 0 where fronts solve. */
export let work: usize = 0
/** N pairs (free V, clamped minus free V) by position. */
export let state: usize = 0
export let conductance: usize = 0

export function sizeTape(n: i32, s: i32, o: i32, entryCount: i32, i: i32, b: i32): void {
  free = n
  sources = s
  outputs = o
  entries = entryCount
  innerCount = i
  boundaryCount = b
}

export function placeTape(
  starts: usize,
  rows: usize,
  products: usize,
  innerAt: usize,
  boundaryAt: usize,
  lowerAt: usize,
): void {
  columnStart = starts
  rowOf = rows
  tape = products
  inner = innerAt
  boundary = boundaryAt
  lower = lowerAt
}

export function placeState(workAt: usize, stateAt: usize, conductanceAt: usize): void {
  work = workAt
  state = stateAt
  conductance = conductanceAt
}

/** Holds the sources at the S voltages of an example. */
export function hold(inputs: usize): void {
  for (let s = 0; s < sources; s++) {
    const v = load<f64>(number(inputs, s))
    if (work !== 0) store<f64>(pair(work, free + s), v, 8)
    store<f64>(pair(state, free + s), v)
  }
}

export function assemble(): void {
  const k0 = conductance
  const w0 = work
  const l0 = lower
  clear(l0, ((<usize>entries + 1) & ~1) << 3)
  clear(w0, (<usize>free) << 4)
  let at = inner
  for (const end = at + ((<usize>innerCount) << 4); at < end; at += 16) {
    const k = load<f64>(k0 + load<u32>(at))
    const a = w0 + load<u32>(at, 4)
    const b = w0 + load<u32>(at, 8)
    store<f64>(a, load<f64>(a) + k)
    store<f64>(b, load<f64>(b) + k)
    store<f64>(l0 + load<u32>(at, 12), -k)
  }
  at = boundary
  for (const end = at + <usize>(12 * boundaryCount); at < end; at += 12) {
    const k = v128.load_splat<f64>(k0 + load<u32>(at))
    const a = w0 + load<u32>(at, 4)
    // k times (1, V): the first product is exact.
    v128.store(a, f64x2.add(v128.load(a), f64x2.mul(k, v128.load(w0 + load<u32>(at, 8)))))
  }
}

/**
 * LDL^T with the forward pass carried along. Leaves D^-1 L^-1 b in the first of the state pairs and
 * 1/D in the first of the work pairs.
 */
function factor(): void {
  const n = free
  const w0 = work
  const l0 = lower
  let q = l0
  let row = rowOf
  let product = tape
  for (let j = 0; j < n; j++) {
    const own = pair(w0, j)
    const inverse = 1.0 / load<f64>(own)
    const b = load<f64>(own, 8)
    const last = number(l0, word(columnStart, j + 1))
    for (; q < last; q += 8, row += 4) {
      const entry = load<f64>(q)
      const l = entry * inverse
      const below = w0 + load<u32>(row)
      const both = f64x2.replace_lane(f64x2.splat(entry), 1, b)
      v128.store(below, minus(v128.load(below), f64x2.splat(l), both))
      for (let r = q + 8; r < last; r += 8, product += 4) {
        const slot = l0 + load<u32>(product)
        store<f64>(slot, load<f64>(slot) - l * load<f64>(r))
      }
      store<f64>(q, l)
    }
    store<f64>(own, inverse)
    store<f64>(pair(state, j), b * inverse)
  }
}

/** @returns the sum over outputs of (V_D - V_F)^2. */
function back(targets: usize, eta: f64): f64 {
  const s0 = state
  let q = lower + ((<usize>entries) << 3) - 8
  let row = rowOf + ((<usize>entries) << 2) - 4
  let error: f64 = 0
  let j = free - 1
  const innerFree = free - outputs
  for (; j >= innerFree; j--) {
    const own = pair(s0, j)
    let x = load<f64>(own)
    for (const first = number(lower, word(columnStart, j)); q >= first; q -= 8, row -= 4)
      x -= load<f64>(q) * load<f64>(s0 + load<u32>(row))
    const miss = load<f64>(number(targets, j - innerFree)) - x
    error += miss * miss
    store<f64>(own, x)
    store<f64>(own, eta * miss, 8)
  }
  for (; j >= 0; j--) {
    const own = pair(s0, j)
    let xd = f64x2(load<f64>(own), 0)
    for (const first = number(lower, word(columnStart, j)); q >= first; q -= 8, row -= 4)
      xd = minus(xd, v128.load_splat<f64>(q), v128.load(s0 + load<u32>(row)))
    v128.store(own, xd)
  }
  return error
}

/** Assembles and factors; the right-hand side is that of the held voltages in the work pairs. */
export function factorTape(): void {
  assemble()
  factor()
}

export function solveTape(targets: usize, eta: f64): f64 {
  factorTape()
  return back(targets, eta)
}
