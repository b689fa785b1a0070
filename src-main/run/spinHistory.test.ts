import { expect, test } from 'vitest'
import type { SpinEye } from '../machine/machine'
import { SpinHistory } from './spinHistory'

/** Spins whose every coupling is the number of the step. */
function eyeAt(step: number, spins = 3): SpinEye {
  const none = new Float64Array(spins)
  return {
    moment: () => ({ coupling: new Float64Array(2).fill(step), bias: new Float64Array(2 * spins) }),
    responses: ({ coupling }) => ({
      nudge: none,
      input: Float64Array.of(1, 2, coupling[0]),
      both: Float64Array.of(0, 0.05 * coupling[0], coupling[0]),
      examples: 1,
      starts: 1,
    }),
    view: () => {
      throw new Error('not looked at here')
    },
  }
}

function trained(until: number): SpinHistory {
  const history = new SpinHistory([2], [1, 2])
  for (let step = 0; step <= until; step++) history.add(step, eyeAt(step))
  return history
}

test('moments stay few and evenly apart however long a training is', () => {
  const { step } = trained(100_000).rows(0.1)
  expect(step.length).toBeLessThanOrEqual(128)
  expect(step.length).toBeGreaterThan(60)
  expect(step[0]).toBe(0)
  expect(new Set(step.slice(1).map((s, i) => s - step[i])).size).toBe(1)
  expect(100_000 - step[step.length - 1]).toBeLessThanOrEqual(step[1])
})

test('large lattices keep fewer moments', () => {
  const history = new SpinHistory([0], [1])
  for (let step = 0; step <= 1000; step++) history.add(step, eyeAt(step, 100_000))
  expect(history.rows(0.1).step.length).toBeLessThanOrEqual(8)
})

test('the nearest moment is found, and its responses come as time allows', () => {
  const history = trained(10)
  expect(history.nearest(6.2)?.step).toBe(6)
  expect(history.nearest(1e9)?.step).toBe(10)
  let looked = 0
  history.look(eyeAt(0), () => ++looked === 4)
  expect(history.rows(0.1).answer.filter((a) => !Number.isNaN(a))).toHaveLength(4)
  history.look(eyeAt(0), () => false)
  const { answer, affected } = history.rows(0.1)
  // The input response of the output, spin 2.
  expect([...answer]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  // Of the two free spins one is above a tenth of the largest, from step 1 on.
  expect([...affected]).toEqual([0, ...Array.from({ length: 10 }, () => 0.5)])
  expect(history.rows(0.01).affected[5]).toBe(1)
})

test('a checkpoint goes on where it was, as coarse as it is', () => {
  const history = trained(5000)
  const again = new SpinHistory([2], [1, 2])
  again.restore(history.snapshot())
  expect(again.rows(0.1).step).toEqual(history.rows(0.1).step)
  expect(again.next).toBe(history.next)
  again.restore(undefined)
  expect(again.next).toBe(0)
  expect(again.nearest(3)).toBeNull()
})
