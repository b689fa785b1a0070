import { describe, expect, it } from 'vitest'
import { recordingSchema, type Recording } from '@contract'
import { nextSampleAfter } from './sampling'

const recording = (detail: Recording['detail'], conductanceEvery = 1e12): Recording =>
  recordingSchema.parse({ detail, conductanceEvery })

function steps(of: Recording, upTo: number): number[] {
  const kept: number[] = []
  for (let step = nextSampleAfter(0, of); step <= upTo; step = nextSampleAfter(step, of))
    kept.push(step)
  return kept
}

describe('the steps that are kept', () => {
  it('are multiples of 100,000 unless the user asks for more', () => {
    const plain = recordingSchema.parse({})
    expect(steps(plain, 350_000)).toEqual([100_000, 200_000, 300_000])
  })

  it('are all, or every k-th besides the regular ones', () => {
    expect(steps(recording({ kind: 'all' }), 5)).toEqual([1, 2, 3, 4, 5])
    expect(steps(recording({ kind: 'every', steps: 4 }, 10), 21)).toEqual([4, 8, 10, 12, 16, 20])
  })

  it('lie evenly in the logarithm, and are the same from wherever one goes on', () => {
    const sparse = recording({ kind: 'logarithmic', fraction: 0.25 })
    const kept = steps(sparse, 2000)
    expect(kept.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12])
    for (let n = 12; n < kept.length; n++)
      expect((kept[n] - kept[n - 1]) / kept[n - 1]).toBeCloseTo(0.25, 1)
    for (let step = 0; step < 900; step++)
      expect(nextSampleAfter(step, sparse)).toBe(kept.find((one) => one > step))
  })
})
