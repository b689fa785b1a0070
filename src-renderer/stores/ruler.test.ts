import { describe, expect, it } from 'vitest'
import { joined, placeOf, stepAt, type Moments } from './ruler'

const moments = (steps: number[], updates: number[], ms: number[]): Moments => ({
  lastStep: Float64Array.from(steps),
  expectedUpdates: Float64Array.from(updates),
  runTimeMs: Float64Array.from(ms),
})

describe('a ruler of steps, updates and run time', () => {
  const rows = moments([0, 100, 200], [0, 50, 60], [0, 1000, 5000])

  it('places a step between the rows, and beyond them with the last slope', () => {
    expect([0, 50, 100, 150, 250].map((step) => placeOf(rows, step, 'updates'))).toEqual([
      0, 25, 50, 55, 65,
    ])
    expect([50, 150].map((step) => placeOf(rows, step, 'time'))).toEqual([0.5, 3])
    expect(placeOf(rows, 123, 'steps')).toBe(123)
  })

  it('finds the step of a place again', () => {
    for (const unit of ['steps', 'updates', 'time'] as const)
      for (const step of [1, 99, 101, 180, 260])
        expect(stepAt(rows, placeOf(rows, step, unit), unit)).toBeCloseTo(step, 9)
  })

  it('is 0 everywhere as long as nothing is known', () => {
    const none = moments([], [], [])
    expect([placeOf(none, 7, 'updates'), stepAt(none, 7, 'time')]).toEqual([0, 0])
  })

  it('stands still where time does: a value that was measured twice at once', () => {
    const still = moments([10, 20, 20], [5, 10, 10], [100, 200, 200])
    expect(placeOf(still, 30, 'updates')).toBeCloseTo(15, 9)
  })

  it('takes the finer rows where there are some', () => {
    const fine = moments([90, 110], [49, 50], [900, 1100])
    const both = joined(rows, fine)
    expect([...both.lastStep]).toEqual([0, 90, 110, 200])
    expect(placeOf(both, 100, 'updates')).toBeCloseTo(49.5, 9)
    expect(joined(rows, moments([], [], []))).toBe(rows)
  })
})
