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
import { drawn, seek } from './random'

/** Events to a block of random words; an event draws four words. */
const BLOCK: i64 = 256
/** Fresh factorisation every so many events: 8 % of the cost at 64 nodes, and no drift. */
const REFACTOR: i64 = 10000

/** The factor is not that of the conductances: they were changed from outside. */
let stale: bool = true

/** Uniform in [0, 1), 53 bits from two words, as physics/random/draws.ts. */
function uniform(index: i32): f64 {
  const upper = <f64>(drawn(index) >>> 5)
  const lowerPart = <f64>(drawn(index + 1) >>> 6)
  return (upper * 67108864 + lowerPart) / 9007199254740992
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
    if (stale || event % REFACTOR === 0) prepareEvent(<f64>event)
    const error = ring(e, example, b, eta, alpha * load<f64>(number(gains, i)))
    example += (<usize>b) << 2
    store<f64>(number(times, i), time)
    store<i32>(rang + ((<usize>i) << 2), e)
    store<f64>(number(loss, i), error / <f64>(b * outputs))
  }
  return time
}
