import type { Bucket, History } from '@contract'
import { describe, expect, it } from 'vitest'
import { Curve, updatesAt } from './curve'

const bucket = (step: number, value: number): Bucket => ({
  firstStep: step,
  lastStep: step,
  count: 1,
  min: value,
  max: value,
  first: value,
  last: value,
  mean: value,
})

function history(steps: number[]): History {
  const column = Float64Array.from(steps)
  return {
    run: 'a',
    series: 'train',
    firstStep: column,
    lastStep: column,
    expectedUpdates: column.map((step) => step / 2),
    runTimeMs: column.map((step) => 2 * step),
    min: column,
    max: column,
    mean: column,
    range: { firstStep: 0, lastStep: steps.at(-1) ?? 0 },
  }
}

describe('a curve', () => {
  it('continues the record with live buckets, without a gap and without doubles', () => {
    const curve = new Curve()
    for (const step of [0, 30, 60, 90]) curve.append(bucket(step, step), step / 2)
    curve.replace(history([0, 30, 60]))
    curve.append(bucket(120, 120), 60)
    expect([...curve.columns().lastStep]).toEqual([0, 30, 60, 90, 120])
    expect([...curve.columns().expectedUpdates]).toEqual([0, 15, 30, 45, 60])
  })

  it('knows the updates at any step: between rows, before the first and beyond the last', () => {
    const rows = {
      lastStep: Float64Array.of(0, 100, 200),
      expectedUpdates: Float64Array.of(0, 50, 60),
    }
    expect([0, 50, 100, 150, 250].map((step) => updatesAt(rows, step))).toEqual([0, 25, 50, 55, 65])
    const none = { lastStep: new Float64Array(0), expectedUpdates: new Float64Array(0) }
    expect(updatesAt(none, 7)).toBe(0)
  })

  it('is bounded when the record does not answer', () => {
    const curve = new Curve()
    for (let step = 0; step < 5000; step++) curve.append(bucket(step, 1), step)
    expect(curve.columns().mean).toHaveLength(1000)
    expect(curve.columns().lastStep.at(-1)).toBe(4999)
  })
})
