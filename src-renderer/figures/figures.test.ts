import * as echarts from 'echarts'
import { describe, expect, it } from 'vitest'
import {
  conductanceFigure,
  confusionFigure,
  contrast,
  describeConfusion,
  describeConductance,
  describeIntervals,
  describeLoss,
  describeOutputs,
  divergingColour,
  expectedLaw,
  figureTheme,
  intervalsFigure,
  lossFigure,
  outputsFigure,
  sequentialColour,
  summariseIntervals,
  viridis,
  type EChartsOption,
  type LossInput,
} from './index'
import { binsOver, countInto } from './bins'
import { decadesAround, niceAbove, niceAround } from './extent'

const theme = figureTheme(false)

function draw(option: EChartsOption, width = 360, height = 220): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const column = (...values: number[]) => Float64Array.of(...values)

function loss(values: number[], scale: 'log' | 'linear' = 'log'): LossInput {
  const mean = Float64Array.from(values)
  const x = Float64Array.from(values, (_, i) => 10 * i)
  const train = { name: 'train' as const, label: 'train', x, mean, min: mean, max: mean }
  return { series: [train], xLabel: 'step', scale, markers: [{ x: 10, label: 'p 0.25' }] }
}

describe('the loss figure', () => {
  it('spans whole decades of the errors', () => {
    const svg = draw(lossFigure(loss([0.5, 0.02, 0.003]), theme), 600, 300)
    for (const label of ['10⁰', '10⁻¹', '10⁻²', '10⁻³']) expect(svg).toContain(label)
    expect(svg).not.toContain('10⁻⁴')
  })

  it('labels some of many decades, evenly', () => {
    const svg = draw(lossFigure(loss([0.5, 1e-4, 3e-11]), theme), 600, 240)
    const powers = [...svg.matchAll(/>10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)</g)].map(([, , digits]) =>
      Number([...digits].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(d)).join('')),
    )
    expect(powers.sort((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10, 12])
  })

  it('says that zeros lie at the lower edge of a logarithmic axis, and draws no NaN', () => {
    const svg = draw(lossFigure(loss([0.5, 0, 0.003]), theme))
    expect(svg).toContain('zeros at the lower edge')
    expect(svg).not.toContain('NaN')
    expect(draw(lossFigure(loss([0.5, 0], 'linear'), theme))).not.toContain('lower edge')
  })

  it('draws without any value, with one, and with zeros only', () => {
    for (const values of [[], [0.5], [0, 0]]) {
      const svg = draw(lossFigure(loss(values), theme))
      expect(svg).toContain('error (V²)')
      expect(svg).not.toContain('NaN')
    }
  })

  it('marks adjustments by their label', () => {
    expect(draw(lossFigure(loss([0.5, 0.1, 0.2]), theme))).toContain('p 0.25')
  })

  it('turns the label of a marker at the end of the axis to its left', () => {
    const at = (x: number) => {
      const input = { ...loss([0.5, 0.1, 0.2]), markers: [{ x, label: 'restore A–B' }] }
      const svg = draw(lossFigure(input, theme), 500, 300)
      return /text-anchor="(\w+)"[^>]*>restore A–B/.exec(svg)?.[1] ?? 'start'
    }
    expect([at(2), at(19.9)]).toEqual(['start', 'end'])
  })

  it('labels markers that are close in two rows, and no more', () => {
    const markers = [1, 1.3, 1.6, 10].map((x) => ({ x, label: `p = 0.${x * 10}` }))
    const svg = draw(lossFigure({ ...loss([0.5, 0.1, 0.2]), markers }, theme), 500, 300)
    expect(svg.match(/p = 0\.\d+/g)).toEqual(['p = 0.10', 'p = 0.13', 'p = 0.100'])
  })

  it('heads its tooltip with the step, or with the updates', () => {
    const head = (xLabel: LossInput['xLabel'], value: number) => {
      const axis = lossFigure({ ...loss([1, 2]), xLabel }, theme).xAxis as {
        axisPointer: { label: { formatter(params: { value: number }): string } }
      }
      return axis.axisPointer.label.formatter({ value }).replaceAll('\u202f', ' ')
    }
    expect(head('step', 1710)).toBe('step 1 710')
    expect(head('expected updates per edge', 855.3)).toBe('855 updates per edge')
  })

  it('is told in a sentence', () => {
    expect(describeLoss(loss([0.5, 0.003]))).toMatch(
      /^Over 10 steps: train from 0\.500.V² to 3\.00×10⁻³.V²\.$/,
    )
    expect(describeLoss(loss([]))).toBe('No values yet.')
  })
})

describe('histograms', () => {
  it('count every value once, the upper edge in the last bin', () => {
    for (const log of [false, true]) {
      const bins = binsOver([1, 100], 10, log)
      const counts = countInto([1, 1.5, 50, 99.999, 100, NaN], bins)
      expect(counts.reduce((a, b) => a + b, 0)).toBe(5)
      expect(counts[9]).toBeGreaterThanOrEqual(2)
    }
  })

  it('draw the level grid of the discrete rule on a logarithmic axis', () => {
    const levels = Float64Array.from({ length: 128 }, (_, i) => 128 / ((128 - i) * 1e5))
    const values = column(levels[3], levels[100])
    const input = { now: values, initial: values, unit: 'S' as const, levels }
    const svg = draw(conductanceFigure(input, theme))
    expect(svg).toContain('100\u202fµ')
    expect(svg.match(/<path d="M[\d.]+ 178(\.\d+)?L[\d.]+ 174/g)?.length).toBeGreaterThan(100)
    expect(describeConductance(input)).toContain('Conductances of 2 edges')
  })

  it('label at most every second power of ten over many decades', () => {
    const values = column(1e-6, 0.02, 3)
    const svg = draw(
      conductanceFigure({ now: values, initial: values, unit: 'a.u.', levels: null }, theme),
    )
    const labels = svg.match(/>(10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|[\d.]+×10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|0\.01|1)</g) ?? []
    // The first 1 is a count of edges.
    expect(labels).toEqual(['>1<', '>10⁻⁶<', '>10⁻⁴<', '>0.01<', '>1<'])
  })

  it('fold a long empty tail into the last bar and lose no interval', () => {
    const counts = new Uint32Array(65)
    counts.set([0, 500, 250, 125, 60, 30, 15, 10, 5, 3, 2])
    const rates = column(0.5, 0.5, 0, 0.5)
    const schedule = { kind: 'bernoulli', probability: 0.5, compensate: false } as const
    const law = expectedLaw(schedule, rates, 65)
    const { measured, expected, total, censored } = summariseIntervals({ counts, law })
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
    expect(total).toBe(1000)
    expect(sum(measured)).toBe(total)
    expect(sum(expected ?? column())).toBeCloseTo(total, 6)
    expect(measured.length).toBeLessThan(15)
    expect(censored).toBe(true)
    expect(draw(intervalsFigure({ counts, law }, theme))).toContain(`≥${measured.length}`)
  })

  it('say that there is nothing yet', () => {
    const input = { counts: new Uint32Array(65), law: null }
    expect(draw(intervalsFigure(input, theme))).not.toContain('NaN')
    expect(describeIntervals(input)).toBe('No edge has updated twice yet.')
  })
})

describe('outputs and classes', () => {
  it('draw few outputs by name and many as a cloud on the line y = x', () => {
    const few = { outputs: column(1, 2), targets: column(1.5, 2), names: ['C', 'G'] }
    expect(draw(outputsFigure(few, theme))).toContain('>C<')
    const outputs = Float64Array.from({ length: 90 }, (_, i) => i / 30)
    const many = { outputs, targets: outputs, names: ['A', 'C', 'G'] }
    expect(draw(outputsFigure(many, theme))).toContain('desired voltage (V)')
    expect(describeOutputs(few)).toContain('largest 500\u202fmV')
  })

  it('put the accuracy into the title and every count into its cell', () => {
    const input = {
      counts: Uint32Array.of(40, 0, 0, 0, 37, 3, 0, 2, 38),
      classes: ['setosa', 'versicolor', 'virginica'],
      set: 'test flowers',
    }
    const svg = draw(confusionFigure(input, theme))
    expect(svg).toContain('95.8\u202f% · 115 of 120 test flowers')
    for (const text of ['>40<', '>37<', '>3<', 'versicolor']) expect(svg).toContain(text)
    expect(describeConfusion(input)).toContain('115 of 120')
  })
})

describe('colours and ranges', () => {
  it('reads labels in both themes at 4.5:1 or better, data at 3:1', () => {
    for (const t of [figureTheme(false), figureTheme(true)]) {
      for (const text of [t.text, t.muted]) {
        expect(contrast(text, t.background)).toBeGreaterThanOrEqual(4.5)
      }
      for (const data of [...Object.values(t.series), ...t.qualitative, t.accent, t.reference]) {
        expect(contrast(data, t.background), data).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('has the ends of viridis and a neutral centre', () => {
    expect(viridis).toHaveLength(256)
    expect([sequentialColour(-1), sequentialColour(2)]).toEqual(['#440154', '#fde725'])
    expect(divergingColour(0, false)).toBe('#f4f4f2')
    expect(divergingColour(-1, true)).toBe('#2166ac')
  })

  it('rounds ranges outwards', () => {
    expect([niceAbove(0.73), niceAbove(5), niceAbove(1001)]).toEqual([0.8, 5, 1200])
    expect(decadesAround([0.02, 0.5])).toEqual([0.01, 1])
    expect(niceAround([1.9, 3.4])).toEqual({ range: [1.5, 3.5], step: 0.5 })
    // Shares end at 1, numbers of bonds where there are some.
    expect(niceAround([0.45, 1]).range).toEqual([0.4, 1])
    expect(niceAround([2, 5], 0)).toEqual({ range: [2, 5], step: 1 })
  })
})
