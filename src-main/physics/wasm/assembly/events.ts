// Poisson clocks, event by event: the arithmetic of events/kernel.ts, operation for operation.
// Sparse LDL^T with the source nodes as rows that are never eliminated; an event touches the path
// from its edge to the root of the elimination tree, and nothing else.

import { logarithm } from './logarithm'
import { number, word } from './memory'
import { drawn, seek } from './random'

/** Events to a block of random words; an event draws four words. */
const BLOCK: i64 = 256
/** Fresh factorisation every so many events: 8 % of the cost at 64 nodes, and no drift. */
const REFACTOR: i64 = 10000

let free: i32 = 0
let sources: i32 = 0
let outputs: i32 = 0
let edges: i32 = 0
let columnStart: usize = 0
/** Byte offsets of the rows in arrays of numbers. */
let rowOf: usize = 0
let parent: usize = 0
/** (a, b, slot) of each edge: positions, b -1 for a ground, a -1 where both ends are held. */
let ends: usize = 0
let lower: usize = 0
let pivot: usize = 0
let weight: usize = 0
/** What readPath leaves for changePath: at most the entries and the pivots. */
let trail: usize = 0
/** O drops of phi at the edge, O free output voltages. */
let drops: usize = 0
let outputV: usize = 0
let conductance: usize = 0
let inputs: usize = 0
let targets: usize = 0
/** Alias table: probability to keep the edge drawn, and what to take else. */
let keep: usize = 0
let alias: usize = 0
let totalRate: f64 = 1
/** Edges that do not change: flags. */
let learns: usize = 0
let examples: usize = 0
let counts: usize = 0
let times: usize = 0
let rang: usize = 0
let loss: usize = 0
let level: usize = 0
let ofLevel: usize = 0
let top: i32 = 0
let levelStep: i32 = 0
let low: f64 = 0
let high: f64 = 0
/** The factor is not that of the conductances: they were changed from outside. */
let stale: bool = true

export function sizeEvents(n: i32, s: i32, o: i32, e: i32): void {
  free = n
  sources = s
  outputs = o
  edges = e
}

export function placeEventPlan(starts: usize, rows: usize, up: usize, endsAt: usize): void {
  columnStart = starts
  rowOf = rows
  parent = up
  ends = endsAt
}

export function placeEventState(
  lowerAt: usize,
  pivotAt: usize,
  weightAt: usize,
  trailAt: usize,
  dropsAt: usize,
  outputAt: usize,
  conductanceAt: usize,
  levelAt: usize,
  ofLevelAt: usize,
): void {
  lower = lowerAt
  pivot = pivotAt
  weight = weightAt
  trail = trailAt
  drops = dropsAt
  outputV = outputAt
  conductance = conductanceAt
  level = levelAt
  ofLevel = ofLevelAt
}

export function placeEventDraws(keepAt: usize, aliasAt: usize, learnsAt: usize): void {
  keep = keepAt
  alias = aliasAt
  learns = learnsAt
}

export function placeEventTask(i: usize, t: usize, e: usize, c: usize): void {
  inputs = i
  targets = t
  examples = e
  counts = c
}

export function placeEventRecord(timesAt: usize, rangAt: usize, lossAt: usize): void {
  times = timesAt
  rang = rangAt
  loss = lossAt
}

export function setEventRule(t: i32, step: i32, lowest: f64, highest: f64, rate: f64): void {
  top = t
  levelStep = step
  low = lowest
  high = highest
  totalRate = rate
}

/** The factor anew from the conductances. */
export function factorEvents(): void {
  const l0 = lower
  const total = word(columnStart, free)
  for (let q = 0; q < total; q++) store<f64>(number(l0, q), 0)
  for (let j = 0; j < free; j++) store<f64>(number(pivot, j), 0)
  for (let e = 0; e < edges; e++) {
    const a = word(ends, 3 * e)
    const b = word(ends, 3 * e + 1)
    if (a < 0) continue
    const k = load<f64>(number(conductance, e))
    store<f64>(number(pivot, a), load<f64>(number(pivot, a)) + k)
    if (b < 0) continue
    if (b < free) store<f64>(number(pivot, b), load<f64>(number(pivot, b)) + k)
    const slot = number(l0, word(ends, 3 * e + 2))
    store<f64>(slot, load<f64>(slot) - k)
  }
  for (let j = 0; j < free; j++) {
    const inverse = 1.0 / load<f64>(number(pivot, j))
    const end = word(columnStart, j + 1)
    for (let q = word(columnStart, j); q < end; q++) {
      const entry = load<f64>(number(l0, q))
      const l = entry * inverse
      const i = word(rowOf, q) >> 3
      store<f64>(number(l0, q), l)
      if (i >= free) continue
      store<f64>(number(pivot, i), load<f64>(number(pivot, i)) - l * entry)
      let s = word(columnStart, i)
      for (let r = q + 1; r < end; r++) {
        const row = word(rowOf, r)
        while (word(rowOf, s) !== row) s++
        store<f64>(number(l0, s), load<f64>(number(l0, s)) - l * load<f64>(number(l0, r)))
      }
    }
  }
  stale = false
}

/**
 * Eliminates w = e_a - e_b along the path: leaves the drops of psi in its source rows, those of phi
 * aside. The pivots' weights and every new weight go to `trail`, for changePath.
 */
function readPath(a: i32, b: i32): void {
  const w = weight
  const l0 = lower
  const r0 = rowOf
  const start = columnStart
  const up = parent
  const inner = free - outputs
  store<f64>(number(w, a), 1)
  if (b >= 0) store<f64>(number(w, b), load<f64>(number(w, b)) - 1)
  let to = trail
  let seen = false
  for (let j = a; j >= 0; j = word(up, j)) {
    if (j >= inner && !seen) {
      seen = true
      for (let o = 0; o < outputs; o++)
        store<f64>(number(drops, o), load<f64>(number(w, inner + o)))
    }
    const own = number(w, j)
    const p = load<f64>(own)
    store<f64>(own, 0)
    store<f64>(to, p)
    to += 8
    const first = <usize>word(start, j)
    let row = r0 + (first << 2)
    const end = number(l0, word(start, j + 1))
    for (let q = l0 + (first << 3); q < end; q += 8, row += 4, to += 8) {
      const at = w + load<u32>(row)
      const t = load<f64>(at) - load<f64>(q) * p
      store<f64>(at, t)
      store<f64>(to, t)
    }
  }
  if (!seen) for (let o = 0; o < outputs; o++) store<f64>(number(drops, o), 0)
}

/**
 * Rank-1 update of L, D and the source rows along the path that was read last (Gill, Golub, Murray,
 * Saunders, 1974, method C1).
 */
function changePath(a: i32, change: f64): void {
  const l0 = lower
  const d0 = pivot
  const start = columnStart
  const up = parent
  let alpha = change
  let from = trail
  for (let j = a; j >= 0; j = word(up, j)) {
    const p = load<f64>(from)
    from += 8
    const d = load<f64>(number(d0, j))
    const next = d + alpha * p * p
    const beta = (alpha * p) / next
    alpha *= d / next
    store<f64>(number(d0, j), next)
    const both = f64x2.splat(beta)
    const end = number(l0, word(start, j + 1))
    let q = number(l0, word(start, j))
    for (; q + 8 < end; q += 16, from += 16)
      v128.store(q, f64x2.add(v128.load(q), f64x2.mul(both, v128.load(from))))
    if (q < end) {
      store<f64>(q, load<f64>(q) + beta * load<f64>(from))
      from += 8
    }
  }
}

/** Free output voltages of an example: back-substitution of the outputs alone. */
function readOutputs(v: usize): void {
  const inner = free - outputs
  const l0 = lower
  // Rows of free nodes below the outputs do not occur: one base for either kind of row.
  const x0 = outputV - ((<usize>inner) << 3)
  const v0 = v - ((<usize>free) << 3)
  const limit = (<u32>free) << 3
  for (let j = free - 1; j >= inner; j--) {
    let x: f64 = 0
    const end = word(columnStart, j + 1)
    for (let q = word(columnStart, j); q < end; q++) {
      const i = <u32>word(rowOf, q)
      x -= load<f64>(number(l0, q)) * load<f64>((i < limit ? x0 : v0) + i)
    }
    store<f64>(number(outputV, j - inner), x)
  }
}

let contrast: f64 = 0

/** Sums error and contrast of one example; w holds the drops of psi. */
function lookAt(m: i32, eta: f64): f64 {
  const v = number(inputs, m * sources)
  readOutputs(v)
  let error: f64 = 0
  let d: f64 = 0
  for (let o = 0; o < outputs; o++) {
    const miss = load<f64>(number(targets, m * outputs + o)) - load<f64>(number(outputV, o))
    error += miss * miss
    d += eta * miss * load<f64>(number(drops, o))
  }
  let x: f64 = 0
  for (let s = 0; s < sources; s++)
    x += load<f64>(number(weight, free + s)) * load<f64>(number(v, s))
  contrast += -d * (2 * x + d)
  return error
}

function nextConductance(e: i32, rate: f64): f64 {
  if (top === 0) {
    const k = load<f64>(number(conductance, e)) + rate * contrast
    return k < low ? low : k > high ? high : k
  }
  const here = level + ((<usize>e) << 2)
  const n = load<i32>(here) + (contrast < 0 ? levelStep : -levelStep)
  const kept = n < 1 ? 1 : n > top ? top : n
  store<i32>(here, kept)
  return load<f64>(number(ofLevel, kept))
}

/** The edge e rings: it compares and updates. @returns the error over its examples. */
function ring(e: i32, example: usize, count: i32, eta: f64, alpha: f64): f64 {
  const a = word(ends, 3 * e)
  const b = word(ends, 3 * e + 1)
  if (a >= 0) {
    readPath(a, b)
  } else for (let o = 0; o < outputs; o++) store<f64>(number(drops, o), 0)
  contrast = 0
  let error: f64 = 0
  for (let i = 0; i < count; i++) error += lookAt(word(example, i), eta)
  for (let s = 0; s < sources; s++) store<f64>(number(weight, free + s), 0)
  if (load<u8>(learns + <usize>e) !== 0) {
    const at = number(conductance, e)
    const next = nextConductance(e, alpha / (eta * <f64>count))
    const change = next - load<f64>(at)
    store<f64>(at, next)
    if (a >= 0 && change !== 0) changePath(a, change)
  }
  return error
}

/** Uniform in [0, 1), 53 bits from two words, as physics/random/draws.ts. */
function uniform(index: i32): f64 {
  const upper = <f64>(drawn(index) >>> 5)
  const lowerPart = <f64>(drawn(index + 1) >>> 6)
  return (upper * 67108864 + lowerPart) / 9007199254740992
}

export function setStale(is: bool): void {
  stale = is
}

/**
 * Events first.. (counted from 0), each with its waiting time, edge and error.
 * @returns the time after the last.
 */
export function marchEvents(first: f64, count: i32, time: f64, eta: f64, alpha: f64): f64 {
  const from = <i64>first
  let example = examples
  let block: i64 = -1
  for (let i = 0; i < count; i++) {
    const event = from + i
    if (event / BLOCK !== block) {
      block = event / BLOCK
      seek(block)
    }
    const index = 4 * <i32>(event % BLOCK)
    time -= logarithm(1 - uniform(index)) / totalRate
    const place = uniform(index + 2) * <f64>edges
    const drawnEdge = <i32>place
    const rest = place - <f64>drawnEdge
    const e = rest < load<f64>(number(keep, drawnEdge)) ? drawnEdge : word(alias, drawnEdge)
    const b = word(counts, i)
    if (stale || event % REFACTOR === 0) factorEvents()
    const error = ring(e, example, b, eta, alpha)
    example += (<usize>b) << 2
    store<f64>(number(times, i), time)
    store<i32>(rang + ((<usize>i) << 2), e)
    store<f64>(number(loss, i), error / <f64>(b * outputs))
  }
  return time
}
