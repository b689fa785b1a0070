// How the chosen edges change: the arithmetic of rules/ideal.ts and rules/discrete.ts.

import { columns, two, weighted } from './basis'
import { gatheredContrast } from './moments'
import { conductance, state } from './tape'
import { contrastTwo } from './twoMoments'

/** Positions (a, b) of each edge. */
let ends: usize = 0
/** 0: ideal, 1: discrete. */
let rule: i32 = 0
let low: f64 = 0
let high: f64 = 0
let level: usize = 0
let ofLevel: usize = 0
let top: i32 = 0
let levelStep: i32 = 0

export function placeEdges(endsAt: usize, levelAt: usize, ofLevelAt: usize): void {
  ends = endsAt
  level = levelAt
  ofLevel = ofLevelAt
}

export function setIdeal(lowest: f64, highest: f64): void {
  rule = 0
  low = lowest
  high = highest
}

export function setDiscrete(topLevel: i32, by: i32): void {
  rule = 1
  top = topLevel
  levelStep = by
}

/** (dV_F)^2 - (dV_C)^2 of one example, from the pairs (free, clamped minus free). */
function contrastOf(a: i32, b: i32): f64 {
  const drop = f64x2.sub(v128.load(state + ((<usize>a) << 4)), v128.load(state + ((<usize>b) << 4)))
  const d = f64x2.extract_lane(drop, 1)
  return -d * (2 * f64x2.extract_lane(drop, 0) + d)
}

/** k < low ? low : k > high ? high : k, but no branch: an edge at a bound leaves it half the time. */
function bounded(k: f64, lowest: v128, highest: v128): f64 {
  return f64x2.extract_lane(f64x2.pmin(f64x2.pmax(f64x2.splat(k), lowest), highest), 0)
}

/** Updates the edges whose bits are set; `batch`: from the gathered examples. */
export function learn(mask: usize, words: i32, batch: bool, rate: f64): void {
  if (batch && two && rule === 0) {
    learnIdealTwo(mask, words, rate)
    return
  }
  const lowest = f64x2.splat(low)
  const highest = f64x2.splat(high)
  for (let w = 0; w < words; w++) {
    let bits = load<u32>(mask + ((<usize>w) << 2))
    while (bits !== 0) {
      const e = ((<usize>w) << 5) + <usize>ctz(bits)
      bits &= bits - 1
      const a = load<i32>(ends + (e << 3))
      const b = load<i32>(ends + (e << 3), 4)
      const contrast = !batch ? contrastOf(a, b) : two ? contrastTwo(a, b) : gatheredContrast(a, b)
      const at = conductance + (e << 3)
      if (rule === 0) {
        store<f64>(at, bounded(load<f64>(at) + rate * contrast, lowest, highest))
      } else {
        const here = level + (e << 2)
        const n = load<i32>(here) + (contrast < 0 ? levelStep : -levelStep)
        const kept = n < 1 ? 1 : n > top ? top : n
        store<i32>(here, kept)
        store<f64>(at, load<f64>(ofLevel + ((<usize>kept) << 3)))
      }
    }
  }
}

/**
 * The same for the ideal rule and moments of at most two sources and outputs, as contrastTwo has
 * them. Whatever the loop reads stays in registers.
 */
function learnIdealTwo(mask: usize, words: i32, rate: f64): void {
  const phi = columns + 16
  const fields = weighted
  const lowest = f64x2.splat(low)
  const highest = f64x2.splat(high)
  let ofWord = ends
  let k0 = conductance
  for (let w = 0; w < words; w++, mask += 4, ofWord += 256, k0 += 256) {
    let bits = load<u32>(mask)
    while (bits !== 0) {
      const e = (<usize>ctz(bits)) << 3
      bits &= bits - 1
      const a = <usize>load<u32>(ofWord + e)
      const b = <usize>load<u32>(ofWord + e, 4)
      const f = f64x2.sub(v128.load(phi + (a << 5)), v128.load(phi + (b << 5)))
      const fall = f64x2.sub(v128.load(fields + (a << 4)), v128.load(fields + (b << 4)))
      const product = f64x2.mul(f, fall)
      const contrast = -f64x2.extract_lane(product, 0) - f64x2.extract_lane(product, 1)
      const at = k0 + e
      store<f64>(at, bounded(load<f64>(at) + rate * contrast, lowest, highest))
    }
  }
}
