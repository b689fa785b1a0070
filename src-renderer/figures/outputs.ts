import {
  axisStyle,
  frameOf,
  legendOf,
  margins,
  nameAbove,
  nameBelow,
  plainLabel,
  type EChartsOption,
} from './axes'
import { extentOf, niceAbove, niceAround, type Range } from './extent'
import { formatSi, formatVoltage } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface OutputsInput {
  /** M x O voltages, V, row by row. */
  outputs: Float64Array
  targets: Float64Array
  /** O names. */
  names: string[]
}

/** Up to so many rows are drawn one below the other; more become a scatter. */
const mostRows = 12
const shapes = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow']

/**
 * Desired against actual voltages. Few: one row per output, the target a bar mark and the output
 * a dot, joined by the error. Many: a scatter with the line y = x. Needs ECharts' scatter, line
 * and custom series, grid and legend.
 */
export function outputsFigure(input: OutputsInput, theme: FigureTheme): EChartsOption {
  return input.outputs.length <= mostRows ? rowsFigure(input, theme) : scatterFigure(input, theme)
}

/** From 0 V to a round end beyond all voltages. */
function voltageRange(input: OutputsInput): Range {
  const [low, high] = extentOf([input.outputs, input.targets]) ?? [0, 1]
  const top = high > 0 ? niceAbove(high * 1.02) : 0
  const bottom = low < 0 ? -niceAbove(-low * 1.02) : 0
  return top > bottom ? [bottom, top] : [0, 1]
}

function rowsFigure(input: OutputsInput, theme: FigureTheme): EChartsOption {
  const { outputs, targets, names } = input
  const room = { ...margins, left: 64 }
  const examples = outputs.length / Math.max(1, names.length)
  const rowName = (i: number) => {
    const name = names[i % names.length]
    return examples > 1 ? `${name} · ${Math.floor(i / names.length) + 1}` : name
  }
  const rows = Array.from(outputs, (output, i) => [output, targets[i], i])
  const say = (value: number) => formatVoltage(value, 3, theme.words.voltageUnit)
  const [low, high] = voltageRange(input)
  return {
    ...frameOf(theme, room),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const [output, target, i] = (item as { value: number[] }).value
        return theme.words.desired(rowName(i), say(output), say(target))
      },
    },
    legend: legendOf(theme, [theme.words.output, theme.words.target]),
    xAxis: {
      type: 'value',
      min: low,
      max: high,
      ...axisStyle(theme, true),
      ...nameBelow(theme.words.voltage, theme),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: plainLabel },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((_, i) => rowName(i)),
      ...axisStyle(theme, false),
      axisTick: { show: false },
      axisLabel: { ...axisStyle(theme, false).axisLabel, width: 54, overflow: 'truncate' },
    },
    series: [
      {
        type: 'custom',
        data: rows,
        silent: true,
        encode: { x: [0, 1], y: 2 },
        z: 1,
        tooltip: { show: false },
        renderItem: (_p: unknown, api: DumbbellApi) => {
          const [x1, y] = api.coord([api.value(0), api.value(2)])
          const [x2] = api.coord([api.value(1), api.value(2)])
          return {
            type: 'line',
            shape: { x1, y1: y, x2, y2: y },
            style: { stroke: theme.ghost, lineWidth: 1.5 },
          }
        },
      },
      {
        type: 'scatter',
        name: theme.words.output,
        data: rows,
        encode: { x: 0, y: 2 },
        symbol: 'circle',
        symbolSize: 9,
        itemStyle: { color: theme.accent },
        z: 3,
      },
      {
        type: 'scatter',
        name: theme.words.target,
        data: rows,
        encode: { x: 1, y: 2 },
        symbol: 'rect',
        symbolSize: [3, 18],
        itemStyle: { color: theme.reference },
        z: 2,
      },
    ],
  } as EChartsOption
}

interface DumbbellApi {
  coord(value: number[]): number[]
  value(dimension: number): number
}

function scatterFigure(input: OutputsInput, theme: FigureTheme): EChartsOption {
  const { outputs, targets, names } = input
  const { range, step } = niceAround(extentOf([outputs, targets]) ?? [0, 1])
  const examples = Math.floor(outputs.length / names.length)
  const count = outputs.length
  const say = (value: number) => formatVoltage(value, 3, theme.words.voltageUnit)
  const axis = {
    type: 'value',
    min: range[0],
    max: range[1],
    interval: step,
    ...axisStyle(theme, true),
    axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: plainLabel },
  }
  // The last label is centred on the edge of the plot: one with a power of ten would be cut off.
  const across = { ...axis, axisLabel: { ...axis.axisLabel, alignMaxLabel: 'right' } }
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const { seriesName, value } = item as { seriesName: string; value: number[] }
        return theme.words.desired(seriesName, say(value[1]), say(value[0]))
      },
    },
    legend: legendOf(theme, names.length > 6 ? [] : names),
    xAxis: { ...across, ...nameBelow(theme.words.desiredVoltage, theme) },
    yAxis: { ...axis, ...nameAbove(theme.words.outputVoltage, theme) },
    series: [
      {
        type: 'line',
        data: [
          [range[0], range[0]],
          [range[1], range[1]],
        ],
        showSymbol: false,
        silent: true,
        tooltip: { show: false },
        lineStyle: { color: theme.ghost, width: 1, type: [4, 3] },
        z: 1,
      },
      ...names.map((name, o) => {
        const flat = new Float64Array(2 * examples)
        for (let m = 0; m < examples; m++) {
          flat[2 * m] = targets[m * names.length + o]
          flat[2 * m + 1] = outputs[m * names.length + o]
        }
        return {
          type: 'scatter',
          name,
          data: flat,
          dimensions: ['desired', 'output'],
          symbol: shapes[o % shapes.length],
          symbolSize: count > 1000 ? 3 : 6,
          large: count > 3000,
          itemStyle: { color: theme.qualitative[o % theme.qualitative.length], opacity: 0.8 },
        }
      }),
    ],
  } as EChartsOption
}

/** The figure in a sentence. */
export function describeOutputs(
  { outputs, targets, names }: OutputsInput,
  words: FigureWords = english,
): string {
  if (outputs.length === 0) return words.noOutputs
  let [sum, worst] = [0, 0]
  for (let i = 0; i < outputs.length; i++) {
    const distance = Math.abs(outputs[i] - targets[i])
    sum += distance
    worst = Math.max(worst, distance)
  }
  return words.outputs(
    outputs.length / names.length,
    names.length,
    formatSi(sum / outputs.length, words.voltageUnit),
    formatSi(worst, words.voltageUnit),
  )
}
