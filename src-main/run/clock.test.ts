import { describe, expect, it } from 'vitest'
import { RunClock } from './clock'

describe('the clock of a run', () => {
  it('says when a step was, linear between the frames, and not beyond the newest', () => {
    const clock = new RunClock()
    clock.pass(100, 1000)
    clock.pass(400, 2000)
    expect([0, 50, 100, 250, 400, 900].map((step) => clock.at(step))).toEqual([
      0, 500, 1000, 1500, 2000, 2000,
    ])
  })

  it('knows the newest step even between two points that it keeps', () => {
    const clock = new RunClock()
    for (let n = 1; n <= 40; n++) clock.pass(n, n)
    expect(clock.at(40)).toBe(40)
    expect(clock.at(33)).toBeCloseTo(33, 9)
    // Every fifth millisecond, and the newest.
    expect(clock.snapshot().step.length).toBeLessThan(12)
  })

  it('stays bounded over days, and exact to a thousandth of the run', () => {
    const clock = new RunClock()
    // A frame each 16 ms for two days; twice as fast after the first.
    const frames = 1e7
    const stepAt = (n: number) => (n < frames / 2 ? n : 2 * n - frames / 2)
    for (let n = 1; n <= frames; n++) clock.pass(stepAt(n), 16 * n)
    expect(clock.snapshot().step.length).toBeLessThanOrEqual(4097)
    for (const n of [1, 1000, 4_999_999, 5_000_001, 7_654_321, frames])
      expect(Math.abs(clock.at(stepAt(n)) - 16 * n)).toBeLessThan((16 * frames) / 1000)
  })

  it('goes on from a checkpoint', () => {
    const clock = new RunClock()
    clock.pass(100, 1000)
    const later = new RunClock()
    later.restore(clock.snapshot())
    later.pass(200, 4000)
    expect([100, 150, 200].map((step) => later.at(step))).toEqual([1000, 2500, 4000])
  })
})
