// An edge rings: it looks at its examples and updates. The arithmetic of events/kernel.ts, operation
// for operation.

import {
  bias,
  columnStart,
  conductance,
  drops,
  ends,
  factor,
  free,
  high,
  inputs,
  learns,
  level,
  levelStep,
  low,
  lower,
  offset,
  ofLevel,
  outputs,
  outputV,
  rowOf,
  sources,
  targets,
  top,
  weight,
} from './eventMemory'
import { changePath, readPath } from './eventPath'
import { number, word } from './memory'

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

/** Sums error and contrast of one example as the edge e reads it; w holds the drops of psi. */
function lookAt(e: i32, m: i32, eta: f64): f64 {
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
  if (offset === 0) {
    contrast += -d * (2 * x + d)
    return error
  }
  const freeV = abs(x) + load<f64>(number(offset, e))
  const clampedV = abs(x + d)
  contrast += freeV * abs(freeV) - clampedV * abs(clampedV)
  return error
}

function nextConductance(e: i32, rate: f64): f64 {
  const own: f64 = factor === 0 ? 1 : load<f64>(number(factor, e))
  if (top === 0) {
    const k = load<f64>(number(conductance, e)) + rate * contrast * own
    return k < low ? low : k > high ? high : k
  }
  const here = level + ((<usize>e) << 2)
  const n = load<i32>(here) + (contrast < 0 ? levelStep : -levelStep)
  const kept = n < 1 ? 1 : n > top ? top : n
  store<i32>(here, kept)
  return load<f64>(number(ofLevel, kept)) * own
}

/** Both ends are held: their difference alone makes the drop, and none is added by the clamps. */
function readHeld(a: i32, b: i32): void {
  for (let o = 0; o < outputs; o++) store<f64>(number(drops, o), 0)
  if (a >= 0) store<f64>(number(weight, a), 1)
  if (b >= 0) store<f64>(number(weight, b), load<f64>(number(weight, b)) - 1)
}

/** The edge e rings: it compares and updates. @returns the error over its examples. */
export function ring(e: i32, example: usize, count: i32, eta: f64, alpha: f64): f64 {
  const a = word(ends, 3 * e)
  const b = word(ends, 3 * e + 1)
  if (a >= 0) readPath(a, b)
  else readHeld(b, word(ends, 3 * e + 2))
  contrast = 0
  let error: f64 = 0
  for (let i = 0; i < count; i++) error += lookAt(e, word(example, i), eta)
  for (let s = 0; s < sources; s++) store<f64>(number(weight, free + s), 0)
  if (load<u8>(learns + <usize>e) !== 0) {
    contrast += bias * <f64>count
    const at = number(conductance, e)
    const next = nextConductance(e, alpha / (eta * <f64>count))
    const change = next - load<f64>(at)
    store<f64>(at, next)
    if (a >= 0 && change !== 0) changePath(a, change)
  }
  return error
}
