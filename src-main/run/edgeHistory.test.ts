import { expect, test } from 'vitest'
import { EdgeHistory } from './edgeHistory'

const at = (step: number, edges = 3) =>
  Float64Array.from({ length: edges }, (_, e) => step + 10 * e)

function historyOf(steps: number, edges = 3): EdgeHistory {
  const history = new EdgeHistory(at(0, edges))
  for (let step = 1; step <= steps; step++)
    if (step === history.next) history.add(step, at(step, edges))
  return history
}

test('every step is kept of a short run, with the conductances of each edge', () => {
  const { step, edges, conductance } = historyOf(100).query('r', 4096)
  expect([...step]).toEqual(Array.from({ length: 101 }, (_, i) => i))
  expect([...edges]).toEqual([0, 1, 2])
  expect([...conductance.subarray(7 * 3, 8 * 3)]).toEqual([7, 17, 27])
})

test('a long run is kept in bounded memory, at equal distances from step 0 on', () => {
  const { step, conductance } = historyOf(100_000).query('r', 4096)
  expect(step.length).toBeGreaterThan(1000)
  expect(step.length).toBeLessThanOrEqual(2048)
  const distances = new Set(Array.from(step.slice(1), (s, i) => s - step[i]))
  expect([...distances]).toEqual([64])
  expect(step[0]).toBe(0)
  step.forEach((s, row) => expect(conductance[3 * row + 1]).toBe(s + 10))
})

test('fewer rows on request end at the newest and begin at step 0', () => {
  const { step } = historyOf(1000).query('r', 10)
  expect(step.length).toBeLessThanOrEqual(11)
  expect([step[0], step[step.length - 1]]).toEqual([0, 1000])
})

test('a stretch comes with the rows next to its ends, all of them where there is room', () => {
  const { step } = historyOf(1000).query('r', 4096, 200, 210)
  expect([...step]).toEqual(Array.from({ length: 11 }, (_, i) => 200 + i))
  expect([...historyOf(100_000).query('r', 10, 500, 530).step]).toEqual([448, 512, 576])
  expect([...historyOf(10).query('r', 10, 500, 530).step]).toEqual([10])
})

test('of a large network 128 edges are kept, at equal distances', () => {
  const { edges, conductance } = historyOf(2, 1280).query('r', 10)
  expect(edges.length).toBe(128)
  expect([edges[0], edges[1], edges[127]]).toEqual([0, 10, 1270])
  expect(conductance[128 + 1]).toBe(1 + 100)
})

test('a run that goes on from a checkpoint keeps its past, more coarsely', () => {
  const history = historyOf(1000)
  const again = new EdgeHistory(at(0))
  again.restore(history.snapshot())
  for (let step = 1001; step <= 1500; step++) if (step === again.next) again.add(step, at(step))
  const { step, conductance } = again.query('r', 4096)
  expect(step[0]).toBe(0)
  expect(step[step.length - 1]).toBeGreaterThan(1490)
  step.forEach((s, row) => expect(conductance[3 * row]).toBe(s))
})

test('a machine that is listened to is kept where it was heard', () => {
  const history = new EdgeHistory(at(0))
  for (const step of [3, 5, 9]) history.add(step, at(step))
  expect([...history.query('r', 10).step]).toEqual([0, 3, 5, 9])
})
