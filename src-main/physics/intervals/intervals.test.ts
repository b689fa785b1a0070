import { expect, test } from 'vitest'
import { Draws } from '../random'
import { makeIntervalCounter } from './make'

/** Each edge updates with the probability, or not: steps x words. */
function randomMasks(steps: number, edges: number, probability: number): Uint32Array {
  const words = Math.ceil(edges / 32)
  const draws = new Draws(5, 'schedule')
  const masks = new Uint32Array(steps * words)
  for (let step = 0; step < steps; step++)
    for (let edge = 0; edge < edges; edge++)
      if (draws.between(0, 1) < probability) masks[step * words + (edge >> 5)] |= 1 << edge
  return masks
}

/** Longer ones than a call of the module takes, and pieces that are not whole. */
const chunks = [256, 8, 1, 2500, 40, 7, 1024, 3, 256, 256]
const steps = chunks.reduce((sum, count) => sum + count)

test.each(
  [1, 16, 33, 143, 2100].flatMap((edges) =>
    [0.001, 0.1, 0.5, 1].map((probability) => [edges, probability] as const),
  ),
)('TypeScript and WebAssembly count %i edges at p = %f alike', (edges, probability) => {
  const words = Math.ceil(edges / 32)
  const masks = randomMasks(steps, edges, probability)
  const counters = [makeIntervalCounter(edges, 'typescript'), makeIntervalCounter(edges, 'fastest')]
  const [plain, fast] = counters
  expect(fast.constructor).not.toBe(plain.constructor)
  for (const counter of counters) {
    let step = 0
    chunks.forEach((count, n) => {
      counter.add(step + 1, count, masks.subarray(step * words, (step + count) * words))
      step += count
      if (n === 2) counter.interrupt(edges - 1, step)
      if (n === 5) counter.interruptAll(step)
      if (n === 7) counter.settle()
    })
    counter.settle()
  }
  expect(plain.updates.some((count) => count > 0)).toBe(true)
  for (const column of ['updates', 'lastUpdate', 'countedFrom', 'intervals'] as const)
    expect(fast[column]).toEqual(plain[column])
})
