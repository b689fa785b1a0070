import { describe, expect, it } from 'vitest'
import { breaksAt, gapLabel } from './gaps'
import { lightTheme } from './theme'
import { describeRaster, rasterGeometry, stepOfRow, type RasterInput } from './raster'
import { ordinal, updateShare } from './seen'
import { describeTwin, twinFigure, type TwinInput } from './twin'

describe('gaps', () => {
  it('say why, how long and how much was not seen', () => {
    const gap = { fromStep: 100, toStep: 341, fromMs: 0, toMs: 1800, frames: null }
    expect(gapLabel({ ...gap, reason: 'unplugged' })).toBe(
      'unplugged, 1.8\u202fs, 240 steps not seen',
    )
  })

  it('break a curve where they cover most of the way between two values', () => {
    const x = Float64Array.of(10, 20, 100, 110, 120)
    const gap = (from: number, to: number) => ({ from, to, label: '' })
    expect(breaksAt(x, [gap(21, 98)])).toEqual([2])
    // Between evaluations nothing of this curve was lost.
    expect(breaksAt(x, [gap(101, 103)])).toEqual([])
    expect(breaksAt(x, [gap(0, 5), gap(130, 140)])).toEqual([])
  })
})

describe('a raster of steps that do not follow each other', () => {
  const input: RasterInput = {
    raster: {
      firstStep: 10,
      steps: 4,
      words: 1,
      masks: Uint32Array.of(1, 0, 1, 1),
      at: Float64Array.of(10, 20, 90, 100),
    },
    edges: 1,
    window: 8,
    gaps: [{ fromStep: 20, toStep: 90 }],
  }

  it('names its rows by their own steps', () => {
    expect(stepOfRow(input.raster, 2)).toBe(90)
    const { stepTicks } = rasterGeometry(input, lightTheme, 900, 200)
    expect(stepTicks.map(({ text }) => text)).toContain('100')
  })

  it('marks where steps were not seen', () => {
    expect(rasterGeometry(input, lightTheme, 900, 200).gapColumns).toEqual([6])
    expect(describeRaster(input)).toContain('4 received steps from 10 to 100: 75.0 %')
    expect(describeRaster(input)).toContain('1 gap')
  })
})

describe('what is seen of the updates', () => {
  it('is compared with what is expected', () => {
    const raster = { firstStep: 1, steps: 2, words: 1, masks: Uint32Array.of(0b01, 0b11) }
    const timing = {
      sinceStep: 0,
      updateProbability: Float64Array.of(0.5, 0.7),
      updates: Float64Array.of(2, 1),
      lastUpdate: Float64Array.of(2, 2),
      intervals: new Uint32Array(4),
    }
    expect(updateShare({ raster, timing })).toEqual({ measured: 0.75, expected: 0.6 })
    expect([1, 2, 3, 11, 12, 21, 40].map(ordinal)).toEqual([
      ...['1st', '2nd', '3rd', '11th', '12th', '21st', '40th'],
    ])
  })
})

describe('the twin', () => {
  const input: TwinInput = {
    twin: {
      step: 1234,
      loss: 1,
      conductance: Float64Array.of(0, 0.5),
      levels: Float64Array.of(0, -3),
      freeV: Float64Array.of(0.001, 0, 0),
      rmsEdges: 2.1,
      rmsV: 0.0006,
      apartSince: 900,
    },
    edges: ['A–B', 'B–C'],
    nodes: ['A', 'B', 'C'],
    conductanceUnit: 'S',
  }

  it('is described by where both went apart and how far', () => {
    expect(describeTwin(input)).toBe(
      'Board less twin at step 1\u202f234: apart since step 900; rms 2.10 levels, 600\u202fµV.',
    )
    const agreed = { ...input, twin: { ...input.twin, apartSince: null } }
    expect(describeTwin(agreed)).toContain('identical so far')
  })

  it('has 0 in the middle of both axes, which end at round numbers beyond the bars', () => {
    const { yAxis } = twinFigure(input, lightTheme)
    expect(yAxis).toMatchObject([
      { min: -5, max: 5 },
      { min: -1, max: 1 },
    ])
  })
})
