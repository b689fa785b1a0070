import type { Bucket, History } from '@contract'
import { describe, expect, it } from 'vitest'
import { Curve, type Moment } from './curve'

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

const at = (step: number): Moment => ({ expectedUpdates: step / 2, runTimeMs: 2 * step })

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
    for (const step of [0, 30, 60, 90]) curve.append(bucket(step, step), at(step))
    curve.replace(history([0, 30, 60]))
    curve.append(bucket(120, 120), at(120))
    expect([...curve.columns().lastStep]).toEqual([0, 30, 60, 90, 120])
    expect([...curve.columns().expectedUpdates]).toEqual([0, 15, 30, 45, 60])
  })

  it('leaves the live buckets out while a former stretch is in view, and has them afterwards', () => {
    const curve = new Curve()
    curve.append(bucket(200, 200), at(200))
    curve.replace({ ...history([30, 60]), range: { firstStep: 0, lastStep: 190 } }, false)
    expect([...curve.columns().lastStep]).toEqual([30, 60])
    curve.replace(history([150, 190]))
    expect([...curve.columns().lastStep]).toEqual([150, 190, 200])
  })

  it('is bounded when the record does not answer', () => {
    const curve = new Curve()
    for (let step = 0; step < 5000; step++) curve.append(bucket(step, 1), at(step))
    expect(curve.columns().mean).toHaveLength(1000)
    expect(curve.columns().lastStep.at(-1)).toBe(4999)
  })
})
