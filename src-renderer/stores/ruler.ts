import type { History } from '@contract'

/** What the x axis of all charts over time counts; run time in seconds. */
export type AxisUnit = 'steps' | 'updates' | 'time'

/** Places of the same moments on each axis; columns of equal length, ascending. */
export type Moments = Pick<History, 'lastStep' | 'expectedUpdates' | 'runTimeMs'>

/** The one moment of a frame. */
export function momentOf(frame: {
  step: number
  expectedUpdates: number
  runTimeMs: number
}): Moments {
  return {
    lastStep: Float64Array.of(frame.step),
    expectedUpdates: Float64Array.of(frame.expectedUpdates),
    runTimeMs: Float64Array.of(frame.runTimeMs),
  }
}

/** Where the moments lie on an axis. */
export function placesOf(moments: Moments, unit: AxisUnit): Float64Array {
  if (unit === 'steps') return moments.lastStep
  if (unit === 'updates') return moments.expectedUpdates
  return moments.runTimeMs.map((ms) => ms / 1000)
}

/** Place of a step on an axis. O(log moments). */
export function placeOf(moments: Moments, step: number, unit: AxisUnit): number {
  return unit === 'steps' ? step : along(moments.lastStep, placesOf(moments, unit), step)
}

/** The step at a place of an axis, with a fraction. O(log moments). */
export function stepAt(moments: Moments, place: number, unit: AxisUnit): number {
  return unit === 'steps' ? place : along(placesOf(moments, unit), moments.lastStep, place)
}

/**
 * Piecewise linear through (0, 0) and the points, with the last slope beyond them; 0 everywhere
 * without any.
 * @param x ascending
 */
export function along(x: Float64Array, y: Float64Array, at: number): number {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (x[middle] < at) low = middle + 1
    else high = middle
  }
  let right = Math.min(low, x.length - 1)
  // Beyond the end the slope is that of the last two different points.
  while (low === x.length && right > 0 && x[right] === x[right - 1]) right--
  if (right < 0) return 0
  const [fromX, fromY] = right > 0 ? [x[right - 1], y[right - 1]] : [0, 0]
  const span = x[right] - fromX
  return span > 0 ? fromY + ((y[right] - fromY) * (at - fromX)) / span : y[right]
}

/** Two lists of moments as one; where both know a stretch the second, finer one counts. */
export function joined(coarse: Moments, fine: Moments): Moments {
  const { length } = fine.lastStep
  if (length === 0) return coarse
  const [first, last] = [fine.lastStep[0], fine.lastStep[length - 1]]
  const before = coarse.lastStep.findIndex((step) => step >= first)
  const after = coarse.lastStep.findIndex((step) => step > last)
  const pick = (name: keyof Moments): Float64Array<ArrayBuffer> => {
    const [a, b] = [coarse[name], fine[name]]
    const head = before < 0 ? a : a.subarray(0, before)
    const tail = after < 0 ? a.subarray(a.length) : a.subarray(after)
    const all = new Float64Array(head.length + b.length + tail.length)
    all.set(head)
    all.set(b, head.length)
    all.set(tail, head.length + b.length)
    return all
  }
  return {
    lastStep: pick('lastStep'),
    expectedUpdates: pick('expectedUpdates'),
    runTimeMs: pick('runTimeMs'),
  }
}
