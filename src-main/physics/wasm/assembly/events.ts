// Poisson clocks, event by event: the arithmetic of events/clocks.ts and events/kernel.ts, operation
// for operation. An event touches the path from its edge to the root of the elimination tree, and
// nothing else.

import { factorEvents } from './eventFactor'
import {
  alias,
  counts,
  edges,
  examples,
  gains,
  keep,
  loss,
  outputs,
  rang,
  times,
  totalRate,
} from './eventMemory'
import { ring } from './eventRing'
import { logarithm } from './logarithm'
import { number, word } from './memory'
import { drawnFour, goldenFrom, row0, row1, seek } from './random'

/** Events to a block of random words; an event draws four words. */
const BLOCK: i64 = 256
/** Fresh factorisation every so many events: 8 % of the cost at 64 nodes, and no drift. */
const REFACTOR: i64 = 10000

/** The factor is not that of the conductances: they were changed from outside. */
let stale: bool = true

/**
 * Waiting times and edges of events first.. (counted from 0): `times` and `rang`. Ahead of the
 * events, because nothing in one event's draws waits for another's.
 */
function drawEvents(first: i64, count: i32): void {
  const rate = totalRate
  const all = <f64>edges
  let block: i64 = -1
  let rowA = i32x4.splat(0)
  let rowB = i32x4.splat(0)
  let time = times
  let edge = rang
  for (let i = 0; i < count; i++, time += 8, edge += 4) {
    const event = first + i
    if (event / BLOCK !== block) {
      block = event / BLOCK
      seek(block)
      rowA = i32x4.splat(row0)
      rowB = i32x4.splat(row1)
    }
    const four = drawnFour(goldenFrom(4 * <i32>(event % BLOCK)), rowA, rowB)
    // Two numbers uniform in [0, 1), 53 bits each from two words, as physics/random/draws.ts.
    const upper = v128.shuffle<i32>(i32x4.shr_u(four, 5), four, 0, 2, 0, 2)
    const rest = v128.shuffle<i32>(i32x4.shr_u(four, 6), four, 1, 3, 1, 3)
    const uniform = f64x2.mul(
      f64x2.add(
        f64x2.mul(f64x2.convert_low_i32x4_s(upper), f64x2.splat(67108864)),
        f64x2.convert_low_i32x4_s(rest),
      ),
      f64x2.splat(1.0 / 9007199254740992),
    )
    store<f64>(time, logarithm(1 - f64x2.extract_lane(uniform, 0)) / rate)
    const place = f64x2.extract_lane(uniform, 1) * all
    const drawnEdge = <i32>place
    const kept = place - <f64>drawnEdge < load<f64>(number(keep, drawnEdge))
    store<i32>(edge, kept ? drawnEdge : word(alias, drawnEdge))
  }
}

export function setStale(is: bool): void {
  stale = is
}

export function isStale(): bool {
  return stale
}

/** Has the factor of the present conductances ready for an event. */
export function prepareEvent(event: f64): void {
  if (!stale && <i64>event % REFACTOR !== 0) return
  factorEvents()
  stale = false
}

/**
 * Events first.. (counted from 0), each with its waiting time, edge and error.
 * @returns the time after the last.
 */
export function marchEvents(first: f64, count: i32, time: f64, eta: f64, alpha: f64): f64 {
  const from = <i64>first
  drawEvents(from, count)
  let example = examples
  // Which event of this call, or after it, is the next that may begin with a fresh factorisation.
  let fresh: i32 = 0
  for (let i = 0; i < count; i++) {
    time -= load<f64>(number(times, i))
    const b = word(counts, i)
    if (i === fresh) {
      prepareEvent(<f64>(from + i))
      fresh += <i32>(REFACTOR - ((from + i) % REFACTOR))
    }
    const error = ring(word(rang, i), example, b, eta, alpha * load<f64>(number(gains, i)))
    example += (<usize>b) << 2
    store<f64>(number(times, i), time)
    store<f64>(number(loss, i), error / <f64>(b * outputs))
  }
  return time
}
