import { expect, test } from 'vitest'
import { INTERVAL_BINS } from '../machine/intervals'
import { OpenBucket } from './bucket'
import { Pyramid } from './pyramid'
import { UpdateTiming } from './timing'

/** Numbers in [0, 1) that are the same every time (Park and Miller 1988). */
function uniform(): () => number {
  let state = 1
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

/** Each edge updates with the probability, or not: steps x words. */
function randomMasks(steps: number, edges: number, probability: number): Uint32Array {
  const words = Math.ceil(edges / 32)
  const next = uniform()
  const masks = new Uint32Array(steps * words)
  for (let step = 0; step < steps; step++)
    for (let edge = 0; edge < edges; edge++)
      if (next() < probability) masks[step * words + (edge >> 5)] |= 1 << edge
  return masks
}

/** Edge by edge and step by step; intervals begin after `from`. */
function naive(masks: Uint32Array, edges: number, from: number) {
  const words = Math.ceil(edges / 32)
  const updates = new Float64Array(edges)
  const lastUpdate = new Float64Array(edges)
  const intervals = new Uint32Array(INTERVAL_BINS)
  for (let edge = 0; edge < edges; edge++) {
    for (let step = 1; step <= masks.length / words; step++) {
      if (((masks[(step - 1) * words + (edge >> 5)] >>> (edge & 31)) & 1) === 0) continue
      const before = lastUpdate[edge]
      if (before > from) intervals[Math.min(step - before, INTERVAL_BINS - 1)] += 1
      updates[edge] += 1
      lastUpdate[edge] = step
    }
  }
  return { updates, lastUpdate, intervals }
}

const CHUNKS = [1, 7, 8, 9, 256, 3, 100, 1500, 64, 40, 16, 31]
const STEPS = CHUNKS.reduce((sum, count) => sum + count)

test.each(
  [1, 16, 32, 33, 100].flatMap((edges) =>
    [0.0005, 0.02, 0.3, 0.5, 0.9, 1].map((probability) => [edges, probability] as const),
  ),
)('%i edges at p = %f are timed as step by step, over a checkpoint', (edges, probability) => {
  const words = Math.ceil(edges / 32)
  const masks = randomMasks(STEPS, edges, probability)
  let timing = new UpdateTiming(edges)
  let step = 0
  CHUNKS.forEach((count, n) => {
    timing.add(step + 1, count, masks.subarray(step * words, (step + count) * words))
    step += count
    if (n === 2) timing.restart(step)
    if (n === 4 && edges > 1) timing.interrupt(1, step)
    if (n % 3 !== 2) return
    const kept = timing.snapshot()
    timing = new UpdateTiming(edges)
    timing.restore(kept)
  })
  const got = timing.measured()
  const [restarted, interrupted] = [16, 281]
  const { updates, lastUpdate } = naive(masks, edges, 0)
  expect(got.updates).toEqual(updates)
  expect(got.lastUpdate).toEqual(lastUpdate)
  const { intervals } = naive(masks, edges, restarted)
  // Without the one interval of edge 1 over the interruption.
  const ofEdge1 = (until: number): number[] =>
    Array.from({ length: STEPS }, (_, at) => at + 1).filter(
      (at) => edges > 1 && at > restarted && at <= until && (masks[(at - 1) * words] & 2) !== 0,
    )
  const before = ofEdge1(interrupted).at(-1)
  const after = ofEdge1(STEPS).find((at) => at > interrupted)
  if (before !== undefined && after !== undefined)
    intervals[Math.min(after - before, INTERVAL_BINS - 1)] -= 1
  expect(got.intervals).toEqual(intervals)
})

test('values of a chunk fold as one by one, to the last bit', () => {
  const next = uniform()
  const single = { bucket: new OpenBucket(), pyramid: new Pyramid(16) }
  const whole = { bucket: new OpenBucket(), pyramid: new Pyramid(16) }
  let firstStep = 1
  for (const count of CHUNKS) {
    const values = Float64Array.from({ length: count }, next)
    values.forEach((value, n) => {
      single.bucket.add(firstStep + n, value)
      single.pyramid.add(firstStep + n, value)
    })
    whole.bucket.addSteps(firstStep, values, count, whole.pyramid)
    firstStep += count
    expect(whole.pyramid.snapshot(16)).toEqual(single.pyramid.snapshot(16))
  }
  expect(whole.bucket.take()).toEqual(single.bucket.take())
})
