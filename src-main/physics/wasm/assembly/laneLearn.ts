// Which edges of four replicas update, and how: the arithmetic of select.ts and learn.ts in every lane.

import {
  alive,
  bound,
  conductance,
  edges,
  ends,
  keys,
  level,
  levelStep,
  ofLevel,
  settings,
  state,
  top,
  ROW,
} from './laneMemory'
import { number } from './memory'
import { drawnFour } from './random'

function mixFour(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d))
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

/** Rows of the streams of four lanes in block `step`, as seek() of random.ts. */
let row0: v128 = i64x2.splat(0)
let row1: v128 = i64x2.splat(0)

export function seekFour(step: i64): void {
  const low = i32x4.splat(<i32>step)
  const high = i32x4.splat(<i32>(step >> 32))
  const key0 = v128.load(keys)
  const key1 = v128.load(keys, 16)
  row0 = mixFour(i32x4.add(i32x4.add(mixFour(v128.xor(low, key0)), high), key1))
  row1 = mixFour(v128.xor(mixFour(i32x4.add(low, key1)), i32x4.add(high, key0)))
}

/** Ideal rule: pmin and pmax choose as the comparisons of rules/ideal.ts do. */
export function learnIdeal(): void {
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

export function learnDiscrete(): void {
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
