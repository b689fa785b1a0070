import type {
  BandsFigure,
  HeatFigure,
  PairsFigure,
  PlainFigure,
  SpreadFigure,
  SweepFigure,
} from '@contract'
import { expect, test } from 'vitest'
import { lightTheme } from '../theme'
import { heatCells, runOfItem, sweepFigureCsv, sweepFigureOption } from './index'

const runs = (...values: number[]) => values.map((value, i) => ({ value, run: `r${i}` }))
const named = { title: 'A figure', caption: 'What it shows.' }
const spread: SpreadFigure = {
  kind: 'spread',
  ...named,
  xLabel: 'p',
  yLabel: 'error (V²)',
  yScale: 'log',
  series: [
    {
      name: 'masks',
      groups: [
        { label: 'p = 1', values: runs(1e-3, 2e-3, 4e-3) },
        { label: '=p', values: [] },
        { label: 'p = 0.25', values: runs(0, 1e-5) },
      ],
    },
  ],
}
const pairs: PairsFigure = {
  kind: 'pairs',
  ...named,
  xLabel: 'p',
  yLabel: 'ratio',
  groups: [
    { label: 'p = 0.25', values: runs(0.5, 0.7, 900), median: 0.7, low: 0.5, high: 0.9, p: 0.0004 },
  ],
  bounds: [{ at: 1.1, label: '1.1' }],
}
const heat: HeatFigure = {
  kind: 'heat',
  ...named,
  xLabel: 'p',
  yLabel: 'b',
  valueLabel: 'error',
  valueScale: 'log',
  x: ['1', '0.5'],
  y: ['1', '4'],
  cells: [
    { x: 0, y: 0, values: runs(1, 3, 100) },
    { x: 1, y: 0, values: [] },
    { x: 1, y: 1, values: runs(0.01) },
  ],
}
const bands: BandsFigure = {
  kind: 'bands',
  ...named,
  xLabel: 'step',
  xScale: 'log',
  yLabel: 'error (V²)',
  yScale: 'log',
  series: [{ name: 'p = 1', x: [1, 10], median: [1, 0.1], lower: [0.5, 0.05], upper: [2, 0.2] }],
}
const plain: PlainFigure = {
  kind: 'plain',
  ...named,
  xLabel: 'edges',
  xScale: 'log',
  yLabel: 'time (µs)',
  yScale: 'log',
  series: [
    {
      name: 'here',
      drawn: 'both',
      points: [
        { x: 10, y: 1, run: '' },
        { x: 100, y: 9, run: 'r7' },
      ],
    },
  ],
}
const all: SweepFigure[] = [spread, pairs, heat, bands, plain]

interface Item {
  name: string
  value: number[]
  run: string
}
interface Series {
  type: string
  data: Item[]
}
const seriesOf = (figure: SweepFigure) =>
  sweepFigureOption(figure, lightTheme).series as unknown[] as Series[]
const axisOf = (figure: SweepFigure) =>
  sweepFigureOption(figure, lightTheme).yAxis as {
    min: number
    max: number
    type: string
    name: string
  }

test('every point of a figure knows its run, and a click on it finds that', () => {
  const [points] = seriesOf(spread)
  expect(points.data.map(runOfItem)).toEqual(['r0', 'r1', 'r2', 'r0', 'r1'])
  expect(seriesOf(heat)[0].data.map(runOfItem)).toEqual(['r1', 'r0'])
  expect(seriesOf(plain)[0].data.map(runOfItem)).toEqual([null, 'r7'])
  expect([null, 3, { run: '' }, {}].map(runOfItem)).toEqual([null, null, null, null])
})

test('a logarithmic axis has whole decades, and holds zeros at its edge and says so', () => {
  const axis = axisOf(spread)
  expect(axis).toMatchObject({ type: 'log', min: 1e-5, max: 1e-2 })
  expect(axis.name).toBe('error (V²), zeros at the edge')
  const [points] = seriesOf(spread)
  expect(points.data.map(({ value }) => value[1])).toEqual([1e-3, 2e-3, 4e-3, 1e-5, 1e-5])
})

test('a box stands where there are runs, from quartile to quartile', () => {
  const [, box] = seriesOf(spread)
  expect(box.data).toEqual([
    [0, expect.closeTo(1.5e-3), 2e-3, expect.closeTo(3e-3)],
    [2, 1e-5, expect.closeTo(5e-6 + 1e-5 / 2, 9), expect.closeTo(1e-5, 9)],
  ])
})

test('ratios lie around 1, with the interval and the sign test of their median', () => {
  const option = sweepFigureOption(pairs, lightTheme)
  const labels = (option.xAxis as { data: string[] }).data
  expect(labels).toEqual(['p = 0.25\nsign test < 0.001'])
  expect(seriesOf(pairs)[1].data).toEqual([[0, 0.5, 0.7, 0.9]])
  const { min, max } = axisOf(pairs)
  expect(min).toBeLessThan(0.5)
  expect(max).toBeGreaterThan(1.1)
})

test('values close to each other have an even axis, with labels between them', () => {
  const of = (...values: number[]) =>
    axisOf({
      ...spread,
      yScale: 'log',
      series: [
        { name: '', groups: [{ label: 'p', values: values.map((value) => ({ value, run: '' })) }] },
      ],
    })
  expect(of(0.13, 0.26)).toMatchObject({ type: 'value', min: 0.1, max: expect.closeTo(0.3) })
  expect(of(0.013, 0.26)).toMatchObject({ type: 'log', min: 0.01, max: 1 })
  expect(of(0, 0.26)).toMatchObject({ type: 'log' })
})

test('a cell of a map is its median, and opens the run in its middle', () => {
  expect(heatCells(heat)).toEqual([
    { x: 0, y: 0, median: 3, runs: 3, run: 'r1' },
    { x: 1, y: 1, median: 0.01, runs: 1, run: 'r0' },
  ])
})

test('figures without a finite value draw their axes all the same', () => {
  const empty: SweepFigure[] = [
    { ...spread, series: [{ name: 'none', groups: [{ label: 'p', values: [] }] }] },
    { ...pairs, groups: [] },
    { ...heat, cells: [] },
    { ...bands, series: [{ name: 'none', x: [], median: [], lower: [], upper: [] }] },
    { ...plain, series: [{ name: 'none', drawn: 'points', points: [] }] },
  ]
  for (const figure of empty) expect(() => sweepFigureOption(figure, lightTheme)).not.toThrow()
})

test('a table of a figure has every number and its run, and no formula for a spreadsheet', () => {
  for (const figure of all) expect(sweepFigureCsv(figure).startsWith('\ufeff')).toBe(true)
  const lines = sweepFigureCsv({ ...spread, xLabel: '=p, of an edge' })
    .slice(1)
    .split('\r\n')
  expect(lines[0]).toBe(`series,"'=p, of an edge",error (V²),run`)
  expect(lines.slice(1)).toEqual([
    'masks,p = 1,0.001,r0',
    'masks,p = 1,0.002,r1',
    'masks,p = 1,0.004,r2',
    'masks,p = 0.25,0,r0',
    'masks,p = 0.25,0.00001,r1',
    '',
  ])
  expect(sweepFigureCsv(bands)).toContain('p = 1,10,0.1,0.05,0.2')
})
