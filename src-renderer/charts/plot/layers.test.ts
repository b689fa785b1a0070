import {
  conductanceFigure,
  confusionFigure,
  figureTheme,
  intervalsFigure,
  lossFigure,
  outputsFigure,
  twinFigure,
  type EChartsOption,
  type LossInput,
} from '@figures'
import { describe, expect, it } from 'vitest'
import { echarts } from '../echarts'
import { layersOf } from './layers'
import { scalesOf } from './scales'

const theme = figureTheme(false)
const [width, height] = [640, 320]

function loss(scale: LossInput['scale'], last: number, end = 1000): EChartsOption {
  const x = Float64Array.of(0, 400, end)
  const mean = Float64Array.of(0.5, 0.02, last)
  const series = [{ name: 'train' as const, label: 'train', x, min: mean, max: mean, mean }]
  const markers = [{ x: 300, label: 'p = 0.2' }]
  return lossFigure({ series, xLabel: 'step', scale, markers, bare: true }, theme)
}
const confusion = (counts: number[]) =>
  confusionFigure({ counts: Uint32Array.from(counts), classes: ['a', 'b'], set: 'flowers' }, theme)
const intervals = (counts: number[]) =>
  intervalsFigure({ counts: Uint32Array.from(counts), law: null }, theme)

/** Where ECharts itself puts a value. */
function placed(option: EChartsOption, value: [number, number]): number[] {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const place = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, value)
  chart.dispose()
  return place
}

describe('a figure that is painted in two layers', () => {
  it.each([
    ['a logarithmic loss', loss('log', 0.001), [250, 0.03]],
    ['a linear loss', loss('linear', 0.001), [250, 0.3]],
    ['a histogram', intervals([0, 9, 3, 1, 0, 0, 0, 0]), [2, 4]],
    ['a confusion matrix', confusion([5, 1, 2, 4]), [1, 0]],
  ] as [string, EChartsOption, [number, number]][])(
    'has its values where ECharts puts them: %s',
    (_, option, value) => {
      const scales = scalesOf(option, width, height)
      const [x, y] = placed(option, value)
      expect(scales?.x(value[0])).toBeCloseTo(x, 0)
      expect(scales?.y(value[1])).toBeCloseTo(y, 0)
    },
  )

  it('leaves its frame as it is while only values and the words that count along change', () => {
    const key = (option: EChartsOption) => layersOf(option, width, height)?.key
    expect(key(loss('log', 0.002))).toBe(key(loss('log', 0.004)))
    expect(key(confusion([5, 1, 2, 4]))).toBe(key(confusion([6, 0, 2, 4])))
    expect(key(intervals([0, 9, 3, 1, 0, 0, 0, 0]))).toBe(key(intervals([0, 9, 4, 1, 0, 0, 0, 0])))
  })

  it('has another frame where an axis, a label or the size changes', () => {
    const keys = [loss('log', 0.002), loss('linear', 0.002), loss('log', 0.002, 3000)].map(
      (option) => layersOf(option, width, height)?.key,
    )
    expect(new Set([...keys, layersOf(loss('log', 0.002), width, 300)?.key]).size).toBe(4)
  })

  it('keeps markers, legend entries and axes in the frame, and no value', () => {
    const frame = layersOf(loss('log', 0.002), width, height)?.frame
    const series = [frame?.series ?? []].flat()
    expect(series.map(({ data }) => data)).toEqual([[], []])
    expect(series.find(({ type }) => type === 'line')).toHaveProperty('markLine.data.length', 1)
  })

  it('says below the plot what the figure says there', () => {
    const layers = layersOf(intervals([0, 9, 3, 1, 0, 0, 0, 0]), width, height)
    expect(layers?.words.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^steps between updates · 13 intervals, mean 1\.38$/),
    ])
    expect(layers?.frame.xAxis).toMatchObject({ name: '' })
  })

  it('is possible for every figure of the Live view but the twin, which has two plots', () => {
    const now = Float64Array.of(0.5, 1, 2)
    const volts = Float64Array.from({ length: 40 }, (_, i) => i / 40)
    const possible = [
      conductanceFigure({ now, initial: now, unit: 'S', levels: null }, theme),
      outputsFigure({ outputs: now, targets: now, names: ['A'] }, theme),
      outputsFigure({ outputs: volts, targets: volts, names: ['A', 'B', 'C', 'D'] }, theme),
    ]
    expect(possible.map((option) => layersOf(option, width, height) !== null)).toEqual([
      true,
      true,
      true,
    ])
    const twin = {
      step: 4,
      loss: 0.1,
      apartSince: null,
      levels: null,
      conductance: now,
      freeV: now,
      rmsEdges: 1,
      rmsV: 1,
    }
    const board = twinFigure(
      { twin, edges: ['a', 'b', 'c'], nodes: ['A', 'B', 'C'], conductanceUnit: 'S' },
      theme,
    )
    expect(layersOf(board, width, height)).toBeNull()
  })
})
