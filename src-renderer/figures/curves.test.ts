import * as echarts from 'echarts'
import { describe, expect, it } from 'vitest'
import { lossFigure, type LossInput } from './loss'
import { markerLines } from './markers'
import { markersNear, readingsAt } from './readings'
import { smooth } from './smooth'
import { lossTable, seriesCsv } from './table'
import { lightTheme as theme } from './theme'
import { clockText, placeLabels, placeText, timeTicks } from './timeAxis'

function input(length: number): LossInput {
  const x = Float64Array.from({ length }, (_, i) => 10 * i)
  const mean = x.map((at) => 1 / (1 + at))
  const [min, max] = [mean.map((m) => m / 2), mean.map((m) => 2 * m)]
  const train = { name: 'train' as const, label: 'train', x, mean, min, max }
  return { series: [train], xLabel: 'step', scale: 'log', markers: [] }
}

function svg(shown: LossInput): string {
  const size = { width: 600, height: 260 }
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(lossFigure(shown, theme))
  const drawn = chart.renderToSVGString().replaceAll('\u202f', ' ')
  chart.dispose()
  return drawn
}

describe('an axis of a stretch in view', () => {
  it('writes steps with the digits that tell neighbours apart', () => {
    const drawn = svg({ ...input(3), range: [1_234_500, 1_234_600] })
    expect(drawn).toContain('>1 234 520<')
    expect(drawn).not.toContain('1.23 M')
    expect(placeLabels([0, 2e6], 'step')(1.5e6).replaceAll('\u202f', ' ')).toBe('1.5 M')
    expect(placeLabels([100, 100.4], 'expected updates per edge')(100.25)).toBe('100.25')
  })

  it('counts run time as a clock does', () => {
    expect([0.004, 5, 750, 7380].map((s) => clockText(s))).toEqual([
      '0:00',
      '0:05',
      '12:30',
      '2:03:00',
    ])
    expect([0.7, 14, 700, 2e6].map((to) => timeTicks([0, to]))).toEqual([0.1, 2, 120, 432_000])
    const drawn = svg({ ...input(3), xLabel: 'run time', range: [0, 300] })
    for (const label of ['0:00', '1:00', '4:00']) expect(drawn).toContain(`>${label}<`)
    // Ticks stand where the clock has them, not where the view begins.
    const later = svg({ ...input(3), xLabel: 'run time', range: [97, 397] })
    for (const label of ['2:00', '4:00', '6:00']) expect(later).toContain(`>${label}<`)
  })

  it('says where the crosshair is with as many digits as the stretch needs', () => {
    const say = (...of: Parameters<typeof placeText>) => placeText(...of).replaceAll('\u202f', ' ')
    expect(say(1709.6, 'step')).toBe('step 1 710')
    expect(say(855.3, 'expected updates per edge')).toBe('855 updates per edge')
    expect(say(855.3, 'expected updates per edge', 2)).toBe('855.300 updates per edge')
    expect(say(62.5, 'run time', 2)).toBe('1:02.500 run time')
  })
})

describe('the crosshair', () => {
  it('reads the nearest row of each series, as it is', () => {
    const [reading] = readingsAt(input(100), 126)
    expect(reading).toMatchObject({ x: 130, mean: 1 / 131, min: 0.5 / 131, max: 2 / 131 })
    expect(readingsAt(input(100), 1e9)[0].x).toBe(990)
    expect(readingsAt(input(0), 5)[0].text).toBe('–')
  })

  it('names the changes beside it, the newest of many', () => {
    const markers = Array.from({ length: 9 }, (_, n) => ({ x: 100 + n / 10, label: `p = 0.${n}` }))
    expect(markersNear(markers, 100, [0, 1000])).toEqual([
      '5 more',
      'p = 0.5',
      'p = 0.6',
      'p = 0.7',
      'p = 0.8',
    ])
    expect(markersNear(markers, 300, [0, 1000])).toEqual([])
  })
})

describe('markers', () => {
  it('in one place share a line, and lose their labels when they are too many', () => {
    const at = (places: number[]) =>
      markerLines(
        places.map((x) => ({ x, label: 'p' })),
        [0, 1000],
        theme,
      ).data as { name: string; label: { show: boolean } }[]
    expect(at([500, 501, 502, 900]).map(({ name }) => name)).toEqual(['3 changes', 'p'])
    const many = at(Array.from({ length: 5000 }, (_, n) => n / 5))
    expect(many.length).toBeLessThan(150)
    expect(many.some(({ label }) => label.show)).toBe(false)
  })
})

describe('a smoothed curve', () => {
  it('keeps a straight line and its ends, and calms noise', () => {
    const line = Float64Array.from({ length: 200 }, (_, i) => 3 * i)
    smooth(line).forEach((value, i) => expect(value).toBeCloseTo(3 * i, 9))
    const noise = line.map((_, i) => i % 2)
    const calm = smooth(noise).subarray(20, 180)
    expect(Math.max(...calm) - Math.min(...calm)).toBeLessThan(0.1)
    expect(smooth(line.subarray(0, 5))).toEqual(line.subarray(0, 5))
  })
})

describe('the numbers of a figure', () => {
  it('are a table of what is in view, thinned to what can be read', () => {
    const table = lossTable({ ...input(1000), range: [1000, 9000] })
    expect(table.rows).toHaveLength(40)
    expect(table.rows[0][1].replaceAll('\u202f', ' ')).toBe('step 1 000')
    expect(table.note).toBe('761 more rows are in the CSV file.')
    expect(lossTable(input(3))).toMatchObject({ note: '' })
  })

  it('are CSV with every digit of the rows in view', () => {
    const column = (...values: number[]) => Float64Array.of(...values)
    const rows = {
      firstStep: column(1, 5, 9),
      lastStep: column(4, 8, 12),
      expectedUpdates: column(2, 4, 6),
      runTimeMs: column(10, 20, 30),
      min: column(1, 0.1, 0),
      max: column(3, 0.3, 9),
      mean: column(2, 0.1 + 0.2, 5),
    }
    const text = seriesCsv([{ name: 'batch', unit: 'V^2', rows }], ({ lastStep }, row) =>
      [8, 12].includes(lastStep[row]),
    )
    expect(text.slice(1).split('\r\n')).toEqual([
      'series,unit,first step (1),last step (1),expected updates (1/edge),run time (s),min (unit),max (unit),mean (unit)',
      'batch,V^2,5,8,4,0.02,0.1,0.3,0.30000000000000004',
      'batch,V^2,9,12,6,0.03,0,9,5',
      '',
    ])
  })
})
