// Four replicas side by side: one network, four sets of conductances, seeds, inputs and settings.
// A number is a row of four, held in two vectors; every lane does what tape.ts does, operation for
// operation, so that a lane is a run like any other.

import { clear, minus, number, word } from './memory'
import { drawnFour } from './random'

/** Bytes of a row of four numbers, and of the four rows that a position has. */
const ROW: usize = 32
const PLACE: i32 = 64

let free: i32 = 0
let outputs: i32 = 0
let sources: i32 = 0
let entries: i32 = 0
let innerCount: i32 = 0
let boundaryCount: i32 = 0
let edges: i32 = 0
/** As in tape.ts; offsets count positions in 64 bytes, edges and slots in 32. */
let columnStart: usize = 0
let rowOf: usize = 0
let tape: usize = 0
let inner: usize = 0
let boundary: usize = 0
let lower: usize = 0
/** By position: D, b. By position: V_F, V_C - V_F. */
let work: usize = 0
let state: usize = 0
let conductance: usize = 0
let ends: usize = 0
/** Four words per edge: the greatest that chooses it, and all bits set where it may update. */
let bound: usize = 0
let alive: usize = 0
/** Rows: eta, rate, lowest, highest. Key words of the four streams. */
let settings: usize = 0
let keys: usize = 0
let inputs: usize = 0
let targets: usize = 0
let examples: usize = 0
let loss: usize = 0
/** Discrete rule: four levels per edge, and the conductances of the levels. 0: ideal. */
let top: i32 = 0
let levelStep: i32 = 0
let level: usize = 0
let ofLevel: usize = 0

export function sizeLanes(n: i32, s: i32, o: i32, l: i32, i: i32, b: i32, e: i32): void {
  free = n
  sources = s
  outputs = o
  entries = l
  innerCount = i
  boundaryCount = b
  edges = e
}

export function placeLanePlan(
  starts: usize,
  rows: usize,
  products: usize,
  innerAt: usize,
  boundaryAt: usize,
  endsAt: usize,
): void {
  columnStart = starts
  rowOf = rows
  tape = products
  inner = innerAt
  boundary = boundaryAt
  ends = endsAt
}

export function placeLaneState(
  lowerAt: usize,
  workAt: usize,
  stateAt: usize,
  conductanceAt: usize,
  levelAt: usize,
  ofLevelAt: usize,
): void {
  lower = lowerAt
  work = workAt
  state = stateAt
  conductance = conductanceAt
  level = levelAt
  ofLevel = ofLevelAt
}

export function placeLaneDraws(boundAt: usize, aliveAt: usize, keysAt: usize, set: usize): void {
  bound = boundAt
  alive = aliveAt
  keys = keysAt
  settings = set
}

export function placeLaneTask(i: usize, t: usize, e: usize, l: usize): void {
  inputs = i
  targets = t
  examples = e
  loss = l
}

export function setLaneLevels(topLevel: i32, by: i32): void {
  top = topLevel
  levelStep = by
}

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

function mixFour(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d))
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

/** Rows of the streams of four lanes in block `step`, as seek() of random.ts. */
let row0: v128 = i64x2.splat(0)
let row1: v128 = i64x2.splat(0)

function seekFour(step: i64): void {
  const low = i32x4.splat(<i32>step)
  const high = i32x4.splat(<i32>(step >> 32))
  const key0 = v128.load(keys)
  const key1 = v128.load(keys, 16)
  row0 = mixFour(i32x4.add(i32x4.add(mixFour(v128.xor(low, key0)), high), key1))
  row1 = mixFour(v128.xor(mixFour(i32x4.add(low, key1)), i32x4.add(high, key0)))
}

/** Ideal rule: pmin and pmax choose as the comparisons of rules/ideal.ts do. */
function learnIdeal(): void {
  const golden = i32x4.splat(0x9e3779b9)
  const first = row0
  const second = row1
  const s0 = state
  const rate = v128.load(settings, 32)
  const rate2 = v128.load(settings, 48)
  const lowest = v128.load(settings, 64)
  const lowest2 = v128.load(settings, 80)
  const highest = v128.load(settings, 96)
  const highest2 = v128.load(settings, 112)
  let index = golden
  let k = conductance
  let at = ends
  let limit = bound
  let living = alive
  for (const end = at + ((<usize>edges) << 3); at < end; at += 8) {
    const chosen = v128.and(
      i32x4.le_u(drawnFour(index, first, second), v128.load(limit)),
      v128.load(living),
    )
    index = i32x4.add(index, golden)
    const a = s0 + load<u32>(at)
    const b = s0 + load<u32>(at, 4)
    const kept = v128.load(k)
    const next = f64x2.sub(
      kept,
      f64x2.mul(rate, rise(v128.load(a), v128.load(b), v128.load(a, 32), v128.load(b, 32))),
    )
    v128.store(
      k,
      v128.bitselect(
        f64x2.pmin(f64x2.pmax(next, lowest), highest),
        kept,
        i64x2.extend_low_i32x4_s(chosen),
      ),
    )
    const kept2 = v128.load(k, 16)
    const next2 = f64x2.sub(
      kept2,
      f64x2.mul(
        rate2,
        rise(v128.load(a, 16), v128.load(b, 16), v128.load(a, 48), v128.load(b, 48)),
      ),
    )
    v128.store(
      k,
      v128.bitselect(
        f64x2.pmin(f64x2.pmax(next2, lowest2), highest2),
        kept2,
        i64x2.extend_high_i32x4_s(chosen),
      ),
      16,
    )
    k += ROW
    limit += 16
    living += 16
  }
}

/** d (2 x + d) = (dV_C)^2 - (dV_F)^2 of two lanes: minus the contrast, with the same bits. */
function rise(xa: v128, xb: v128, da: v128, db: v128): v128 {
  const x = f64x2.sub(xa, xb)
  const d = f64x2.sub(da, db)
  return f64x2.mul(d, f64x2.add(f64x2.add(x, x), d))
}

function learnDiscrete(): void {
  for (let e: usize = 0; e < <usize>edges; e++) {
    const index = i32x4.splat(<i32>(e + 1) * 0x9e3779b9)
    const chosen = v128.and(
      i32x4.le_u(drawnFour(index, row0, row1), v128.load(bound + (e << 4))),
      v128.load(alive + (e << 4)),
    )
    const a = state + load<u32>(ends + (e << 3))
    const b = state + load<u32>(ends + (e << 3), 4)
    const first = rise(v128.load(a), v128.load(b), v128.load(a, 32), v128.load(b, 32))
    const second = rise(v128.load(a, 16), v128.load(b, 16), v128.load(a, 48), v128.load(b, 48))
    step1(e, 0, i32x4.extract_lane(chosen, 0), f64x2.extract_lane(first, 0))
    step1(e, 1, i32x4.extract_lane(chosen, 1), f64x2.extract_lane(first, 1))
    step1(e, 2, i32x4.extract_lane(chosen, 2), f64x2.extract_lane(second, 0))
    step1(e, 3, i32x4.extract_lane(chosen, 3), f64x2.extract_lane(second, 1))
  }
}

/** Discrete rule on one lane. */
function step1(e: usize, lane: usize, chosen: i32, by: f64): void {
  if (chosen === 0) return
  const here = level + (e << 4) + (lane << 2)
  const n = load<i32>(here) + (by > 0 ? levelStep : -levelStep)
  const kept = n < 1 ? 1 : n > top ? top : n
  store<i32>(here, kept)
  store<f64>(conductance + e * ROW + (lane << 3), load<f64>(number(ofLevel, kept)))
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
