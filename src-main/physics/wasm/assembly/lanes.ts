// Four replicas side by side: one network, four sets of conductances, seeds, inputs and settings.
// A number is a row of four, held in two vectors; every lane does what tape.ts does, operation for
// operation, so that a lane is a run like any other.

import { learnDiscrete, learnIdeal, seekFour } from './laneLearn'
import {
  boundary,
  boundaryCount,
  columnStart,
  conductance,
  entries,
  examples,
  free,
  inner,
  innerCount,
  inputs,
  loss,
  lower,
  outputs,
  rowOf,
  settings,
  sources,
  state,
  tape,
  targets,
  top,
  work,
  PLACE,
  ROW,
} from './laneMemory'
import { clear, minus, number, word } from './memory'

function addTo(at: usize, low: v128, high: v128): void {
  v128.store(at, f64x2.add(v128.load(at), low))
  v128.store(at, f64x2.add(v128.load(at, 16), high), 16)
}

function takeFrom(at: usize, l: v128, a: v128, m: v128, b: v128): void {
  v128.store(at, minus(v128.load(at), l, a))
  v128.store(at, minus(v128.load(at, 16), m, b), 16)
}

/** Each lane's sources at the voltages of its example; one row of four example numbers. */
function hold(example: usize): void {
  for (let lane = 0; lane < 4; lane++) {
    const from = number(inputs, word(example, lane) * sources)
    const shift = (<usize>lane) << 3
    for (let s = 0; s < sources; s++) {
      const v = load<f64>(number(from, s))
      const at = <usize>((free + s) * PLACE) + shift
      store<f64>(work + at, v, 32)
      store<f64>(state + at, v)
    }
  }
}

function assemble(): void {
  const k0 = conductance
  const w0 = work
  const l0 = lower
  clear(l0, <usize>entries * ROW)
  clear(w0, <usize>(free * PLACE))
  let at = inner
  for (const end = at + ((<usize>innerCount) << 4); at < end; at += 16) {
    const k = k0 + load<u32>(at)
    const low = v128.load(k)
    const high = v128.load(k, 16)
    addTo(w0 + load<u32>(at, 4), low, high)
    addTo(w0 + load<u32>(at, 8), low, high)
    const slot = l0 + load<u32>(at, 12)
    v128.store(slot, f64x2.neg(low))
    v128.store(slot, f64x2.neg(high), 16)
  }
  at = boundary
  for (const end = at + <usize>(12 * boundaryCount); at < end; at += 12) {
    const k = k0 + load<u32>(at)
    const low = v128.load(k)
    const high = v128.load(k, 16)
    const a = w0 + load<u32>(at, 4)
    const held = w0 + load<u32>(at, 8)
    addTo(a, low, high)
    addTo(a + ROW, f64x2.mul(low, v128.load(held, 32)), f64x2.mul(high, v128.load(held, 48)))
  }
}

function factor(): void {
  const one = f64x2.splat(1)
  const w0 = work
  const l0 = lower
  let q = l0
  let row = rowOf
  let product = tape
  for (let j = 0; j < free; j++) {
    const own = w0 + <usize>(j * PLACE)
    const inverse = f64x2.div(one, v128.load(own))
    const inverse2 = f64x2.div(one, v128.load(own, 16))
    const b = v128.load(own, 32)
    const b2 = v128.load(own, 48)
    const last = l0 + <usize>word(columnStart, j + 1) * ROW
    for (; q < last; q += ROW, row += 4) {
      const entry = v128.load(q)
      const entry2 = v128.load(q, 16)
      const l = f64x2.mul(entry, inverse)
      const l2 = f64x2.mul(entry2, inverse2)
      const below = w0 + load<u32>(row)
      takeFrom(below, l, entry, l2, entry2)
      takeFrom(below + ROW, l, b, l2, b2)
      for (let r = q + ROW; r < last; r += ROW, product += 4)
        takeFrom(l0 + load<u32>(product), l, v128.load(r), l2, v128.load(r, 16))
      v128.store(q, l)
      v128.store(q, l2, 16)
    }
    const target = state + <usize>(j * PLACE)
    v128.store(target, f64x2.mul(b, inverse))
    v128.store(target, f64x2.mul(b2, inverse2), 16)
  }
}

/** Writes each lane's error over the outputs. */
function back(example: usize, error: usize): void {
  const s0 = state
  const eta = v128.load(settings)
  const eta2 = v128.load(settings, 16)
  let sum = f64x2.splat(0)
  let sum2 = f64x2.splat(0)
  let q = lower + <usize>entries * ROW - ROW
  let row = rowOf + ((<usize>entries) << 2) - 4
  let j = free - 1
  const innerFree = free - outputs
  for (; j >= innerFree; j--) {
    const own = s0 + <usize>(j * PLACE)
    let x = v128.load(own)
    let x2 = v128.load(own, 16)
    for (const first = lower + <usize>word(columnStart, j) * ROW; q >= first; q -= ROW, row -= 4) {
      const at = s0 + load<u32>(row)
      x = minus(x, v128.load(q), v128.load(at))
      x2 = minus(x2, v128.load(q, 16), v128.load(at, 16))
    }
    v128.store(own, x)
    v128.store(own, x2, 16)
    const o = j - innerFree
    const wanted = f64x2(targetOf(example, 0, o), targetOf(example, 1, o))
    const wanted2 = f64x2(targetOf(example, 2, o), targetOf(example, 3, o))
    const miss = f64x2.sub(wanted, x)
    const miss2 = f64x2.sub(wanted2, x2)
    sum = f64x2.add(sum, f64x2.mul(miss, miss))
    sum2 = f64x2.add(sum2, f64x2.mul(miss2, miss2))
    v128.store(own, f64x2.mul(eta, miss), 32)
    v128.store(own, f64x2.mul(eta2, miss2), 48)
  }
  for (; j >= 0; j--) {
    const own = s0 + <usize>(j * PLACE)
    let x = v128.load(own)
    let x2 = v128.load(own, 16)
    let d = f64x2.splat(0)
    let d2 = d
    for (const first = lower + <usize>word(columnStart, j) * ROW; q >= first; q -= ROW, row -= 4) {
      const l = v128.load(q)
      const l2 = v128.load(q, 16)
      const at = s0 + load<u32>(row)
      x = minus(x, l, v128.load(at))
      x2 = minus(x2, l2, v128.load(at, 16))
      d = minus(d, l, v128.load(at, 32))
      d2 = minus(d2, l2, v128.load(at, 48))
    }
    v128.store(own, x)
    v128.store(own, x2, 16)
    v128.store(own, d, 32)
    v128.store(own, d2, 48)
  }
  const count = f64x2.splat(<f64>outputs)
  v128.store(error, f64x2.div(sum, count))
  v128.store(error, f64x2.div(sum2, count), 16)
}

function targetOf(example: usize, lane: i32, o: i32): f64 {
  return load<f64>(number(targets, word(example, lane) * outputs + o))
}

/** `moving`: examples differ from step to step; else all are those of the first row. */
export function marchLanes(firstStep: f64, steps: i32, moving: bool): void {
  const first = <i64>firstStep
  let example = examples
  hold(example)
  for (let i = 0; i < steps; i++) {
    if (moving && i > 0) {
      example += 16
      hold(example)
    }
    assemble()
    factor()
    back(example, loss + <usize>i * ROW)
    seekFour(first + i)
    if (top === 0) learnIdeal()
    else learnDiscrete()
  }
}
