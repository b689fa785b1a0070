import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunClock } from './clock'
import { Expectation } from './expectation'
import { RunHistory } from './history'
import { BASE_BUCKETS, Pyramid, type Rows } from './pyramid'

/** Each row is checked against the raw values of its steps; the rows must cover the range. */
function expectExact(rows: Rows, raw: readonly number[], from: number, to: number): void {
  const { firstStep, lastStep, min, max, mean } = rows
  const wanted = raw.map((_, n) => n + 1).filter((step) => step >= from && step <= to)
  if (wanted.length === 0) {
    expect(firstStep.length).toBeLessThanOrEqual(1)
    return
  }
  expect(firstStep[0]).toBeLessThanOrEqual(wanted[0])
  expect(lastStep.at(-1)).toBeGreaterThanOrEqual(wanted[wanted.length - 1])
  for (let row = 0; row < firstStep.length; row++) {
    if (row > 0) expect(firstStep[row]).toBe(lastStep[row - 1] + 1)
    const values = raw.slice(firstStep[row] - 1, lastStep[row])
    expect(min[row]).toBe(Math.min(...values))
    expect(max[row]).toBe(Math.max(...values))
    expect(mean[row]).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 8)
  }
}

function filled(raw: readonly number[], baseBuckets: number): Pyramid {
  const pyramid = new Pyramid(baseBuckets)
  raw.forEach((value, n) => pyramid.add(n + 1, value))
  return pyramid
}

const raw = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 700,
})
const question = fc.record({
  from: fc.integer({ min: 0, max: 720 }),
  length: fc.integer({ min: 0, max: 720 }),
  rows: fc.integer({ min: 1, max: 64 }),
})

describe('the pyramid of a series', () => {
  it('tells the exact minimum, maximum and mean over any range, in so many rows', () => {
    fc.assert(
      fc.property(raw, question, fc.constantFrom(4, 16, 1024), (values, ask, baseBuckets) => {
        const rows = filled(values, baseBuckets).query(ask.from, ask.from + ask.length, ask.rows)
        expect(rows.min.length).toBeLessThanOrEqual(ask.rows)
        expectExact(rows, values, ask.from, ask.from + ask.length)
      }),
      { numRuns: 300 },
    )
  })

  it('gives every value by itself as long as there is room', () => {
    const values = Array.from({ length: 100 }, (_, n) => (n * 37) % 11)
    const rows = filled(values, 1024).query(0, Infinity, 1000)
    expect([...rows.mean]).toEqual(values)
    expect(rows.firstStep).toEqual(rows.lastStep)
  })

  it('uses the rows that it is allowed: never less than half of them', () => {
    fc.assert(
      fc.property(raw, fc.integer({ min: 2, max: 64 }), (values, rows) => {
        const got = filled(values, 1024).query(0, Infinity, rows).min.length
        // A bucket that is not yet full may stand for two.
        expect(got).toBeGreaterThanOrEqual(Math.min(values.length, rows) / 2 - 1)
      }),
    )
  })

  it('goes on after a checkpoint as if nothing had happened, only coarser', () => {
    fc.assert(
      fc.property(raw, raw, question, (before, after, ask) => {
        const first = filled(before, 64)
        const second = new Pyramid(64)
        second.restore(structuredClone(first.snapshot(16)))
        after.forEach((value, n) => second.add(before.length + n + 1, value))
        const rows = second.query(ask.from, ask.from + ask.length, ask.rows)
        expectExact(rows, [...before, ...after], ask.from, ask.from + ask.length)
        expect(second.range()).toEqual({ firstStep: 1, lastStep: before.length + after.length })
      }),
    )
  })

  it('stays within its memory over ten million steps and keeps the one spike', () => {
    const pyramid = new Pyramid()
    const steps = 10_000_000
    const spike = 6_543_210
    for (let step = 1; step <= steps; step++) pyramid.add(step, step === spike ? 9 : 0.5)
    // 10^7 steps in at most 65,536 buckets: the smallest power of two that fits is 256.
    expect(pyramid.finestWidth).toBe(256)
    // Columns grow by doubling from 256: the small levels at the top are a tenth of a percent each.
    expect(pyramid.bytes).toBeLessThanOrEqual(2.1 * BASE_BUCKETS * 40)
    const rows = pyramid.query(0, Infinity, 1000)
    expect(rows.max.filter((max) => max === 9)).toHaveLength(1)
    const near = pyramid.query(spike - 300, spike + 300, 100)
    const at = near.max.indexOf(9)
    expect(near.firstStep[at]).toBeLessThanOrEqual(spike)
    expect(near.lastStep[at]).toBeGreaterThanOrEqual(spike)
  })
})

describe('the history of a run', () => {
  it('gives each row its expected updates, over changes of the schedule', () => {
    const expectation = new Expectation(0.5)
    const history = new RunHistory(expectation)
    for (let step = 1; step <= 100; step++) history.of('batch').add(step, 1)
    expectation.change(40, 0.1)
    expectation.change(40, 0.2)
    const { expectedUpdates, lastStep, range } = history.query('r', 'batch', 0, null, 1000)
    lastStep.forEach((step, row) =>
      expect(expectedUpdates[row]).toBeCloseTo(step <= 40 ? step / 2 : 20 + (step - 40) / 5, 12),
    )
    expect(range).toEqual({ firstStep: 1, lastStep: 100 })
  })

  it('gives each row the time spent learning up to it', () => {
    const clock = new RunClock()
    const history = new RunHistory(new Expectation(1), clock)
    for (let step = 1; step <= 100; step++) history.of('batch').add(step, 1)
    clock.pass(50, 200)
    clock.pass(100, 1000)
    const { runTimeMs, lastStep } = history.query('r', 'batch', 0, null, 1000)
    lastStep.forEach((step, row) =>
      expect(runTimeMs[row]).toBeCloseTo(step <= 50 ? 4 * step : 200 + 16 * (step - 50), 9),
    )
  })

  it('keeps the error of each output, over a checkpoint too', () => {
    const history = new RunHistory(new Expectation(1))
    for (let step = 0; step < 50; step++)
      history.addOutputs(step, Float64Array.of(step, 100 - step))
    const later = new RunHistory(new Expectation(1))
    later.restore(structuredClone(history.snapshot()))
    later.addOutputs(50, Float64Array.of(50, 50))
    const second = later.query('r', 'output:1', 0, null, 1000)
    expect([...second.mean]).toEqual(Array.from({ length: 51 }, (_, step) => 100 - step))
    expect(later.query('r', 'output:2', 0, null, 10).mean).toHaveLength(0)
  })

  it('is empty, and says so, before the first value', () => {
    const history = new RunHistory(new Expectation(1))
    const rows = history.query('r', 'test', 0, null, 10)
    expect(rows.min).toHaveLength(0)
    expect(rows.range).toEqual({ firstStep: 0, lastStep: 0 })
  })
})
