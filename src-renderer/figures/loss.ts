import type { HistorySeries } from '@contract'
import {
  axisStyle,
  frameOf,
  legendOf,
  margins,
  nameAbove,
  percentLabel,
  plainLabel,
  powerLabel,
  type EChartsOption,
} from './axes'
import { band } from './band'
import { decadesAround, niceAbove, type Range } from './extent'
import { breaksAt, gapBands, type GapMark } from './gaps'
import { errorFormat, formatError, formatPercent } from './format'
import { markerLines, type Marker } from './markers'
import { smooth } from './smooth'
import { seriesColour, type FigureTheme } from './theme'
import { axisOfPlaces, spanText } from './timeAxis'
import type { PlaceUnit } from './kinds'
import { english, type FigureWords } from './words'

/** One bucket per place; x ascending. Two buckets per pixel column are enough. */
export interface LossSeries {
  name: HistorySeries
  label: string
  x: Float64Array
  min: Float64Array
  max: Float64Array
  mean: Float64Array
}

export interface LossInput {
  series: LossSeries[]
  xLabel: PlaceUnit
  scale: 'log' | 'linear'
  /** Adjustments, on the x axis. */
  markers: Marker[]
  /** Stretches that nobody saw, on the x axis, ascending: lines end there and begin again. */
  gaps?: readonly GapMark[]
  /** What to show of the x axis; by default all of it. */
  range?: Range
  /** Default: errors, V². */
  quantity?: 'error' | 'accuracy'
  /** The window draws its own legend and crosshair over the figure. */
  bare?: boolean
}

interface Extents {
  x: Range
  y: Range
  /** Some value is 0 and cannot stand on a logarithmic axis. */
  zeros: boolean
}

function extents(input: LossInput): Extents {
  let [left, right] = [Infinity, -Infinity]
  for (const { x } of input.series) {
    if (x.length > 0) [left, right] = [Math.min(left, x[0]), Math.max(right, x[x.length - 1])]
  }
  if (left > right) [left, right] = [0, 100]
  // A run is read from its beginning; it gets somewhere even before its second value.
  const x: Range = input.range ?? [Math.min(left, 0), Math.max(right, left + 1)]
  let [low, high, zeros] = [Infinity, 0, false]
  for (const s of input.series) {
    for (let i = 0; i < s.x.length; i++) {
      if (s.x[i] < x[0] || s.x[i] > x[1]) continue
      if (s.max[i] > high) high = s.max[i]
      if (s.min[i] <= 0) zeros = true
      for (const value of [s.min[i], s.mean[i]]) if (value > 0 && value < low) low = value
    }
  }
  if (input.quantity === 'accuracy') return { x, y: [0, 1], zeros: false }
  if (high <= 0) return { x, y: input.scale === 'log' ? [1e-3, 1] : [0, 1], zeros }
  const y =
    input.scale === 'log'
      ? onTicks(decadesAround([Math.min(low, high), high]))
      : [0, niceAbove(high)]
  return { x, y: y as Range, zeros }
}

/** Powers of ten between two labels: at most six fit below each other. */
function decadesApart([low, high]: Range): number {
  return Math.ceil(Math.log10(high / low) / 6 - 1e-9)
}

/** Ticks begin at the lower end of the axis: it is moved down onto one. */
function onTicks([low, high]: Range): Range {
  const apart = decadesApart([low, high])
  return [10 ** (Math.floor(Math.log10(low) / apart + 1e-9) * apart), high]
}

/** The upper end of the axis has no label where no tick falls on it. */
function decadeLabels(y: Range) {
  return { showMaxLabel: Math.round(Math.log10(y[1] / y[0])) % decadesApart(y) === 0 }
}

/** [x, y, x, y, ...]; what is below the axis lies on its lower edge, and breaks have no y. */
function interleave(
  x: Float64Array,
  y: Float64Array,
  floor: number,
  breaks: readonly number[],
): Float64Array {
  const flat = new Float64Array(2 * (x.length + breaks.length))
  let at = 0
  for (let i = 0; i < x.length; i++) {
    if (breaks.includes(i)) {
      flat[at++] = x[i]
      flat[at++] = NaN
    }
    flat[at++] = x[i]
    flat[at++] = y[i] < floor ? floor : y[i]
  }
  return flat
}

/** The error of batches is noise around a line; beside a twin both are compared value by value. */
function smoothed({ series }: LossInput, { name, mean }: LossSeries): Float64Array {
  return name === 'batch' && !series.some((s) => s.name === 'twin') ? smooth(mean) : mean
}

/**
 * Errors (or accuracies) over the run: the mean of each bucket as a line, its min and max as a
 * band. Needs ECharts' line and custom series, grid, legend, tooltip and markLine.
 */
export function lossFigure(input: LossInput, theme: FigureTheme): EChartsOption {
  const { x, y, zeros } = extents(input)
  const log = input.scale === 'log' && input.quantity !== 'accuracy'
  const accuracy = input.quantity === 'accuracy'
  const { words } = theme
  const unit = accuracy ? words.accuracy : words.error
  const note = log && zeros ? words.zeros : ''
  const gaps = input.gaps ?? []
  const breaks = input.series.map((s) => breaksAt(s.x, gaps))
  const lines = input.series.map((s, index) => ({
    type: 'line' as const,
    name: s.label,
    data: interleave(s.x, smoothed(input, s), log ? y[0] : -Infinity, breaks[index]),
    dimensions: ['x', 'y'],
    encode: { x: 0, y: 1 },
    // Sampling would draw across a break.
    ...(breaks[index].length === 0 ? { sampling: 'minmax' as const } : {}),
    // One point makes no line: show it.
    showSymbol: s.x.length === 1,
    symbol: 'circle',
    symbolSize: 5,
    clip: true,
    silent: true,
    lineStyle: {
      color: seriesColour(s.name, theme),
      width: s.name === 'batch' ? 1.25 : 1.75,
      // Where board and twin agree both are seen.
      ...(s.name === 'twin' ? { type: [4, 3] as number[] } : {}),
    },
    itemStyle: { color: seriesColour(s.name, theme) },
    z: s.name === 'batch' ? 2 : 3,
    ...(index === 0 ? { markLine: markerLines(input.markers, x, theme) } : {}),
  }))
  const bands = input.series
    .map((s, index) =>
      band(s.label, s, seriesColour(s.name, theme), log ? y[0] : -Infinity, breaks[index]),
    )
    .filter((_, index) => input.series[index].x.length > 1)
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      show: !input.bare,
      trigger: 'axis',
      axisPointer: { type: 'line', animation: false, lineStyle: { color: theme.axis } },
      valueFormatter: (value: unknown) =>
        typeof value === 'number'
          ? accuracy
            ? formatPercent(value)
            : formatError(value, words.errorUnit)
          : '–',
    },
    legend: input.bare
      ? { show: false }
      : legendOf(
          theme,
          input.series.map((s) => s.label),
        ),
    xAxis: axisOfPlaces(x, input.xLabel, theme),
    yAxis: {
      type: log ? 'log' : 'value',
      ...(log ? { interval: decadesApart(y) } : {}),
      min: y[0],
      max: y[1],
      ...axisStyle(theme, true),
      ...nameAbove(unit + note, theme, margins),
      axisLabel: {
        ...axisStyle(theme, true).axisLabel,
        formatter: accuracy ? percentLabel : log ? powerLabel : plainLabel,
        ...(log ? decadeLabels(y) : {}),
      },
    },
    series: [...(gaps.length > 0 ? [gapBands(gaps, x, y, theme)] : []), ...bands, ...lines],
  } as EChartsOption
}

/** The figure in a sentence, for those who do not see it. */
export function describeLoss(input: LossInput, words: FigureWords = english): string {
  const format = input.quantity === 'accuracy' ? formatPercent : errorFormat(words)
  const parts = input.series
    .filter((s) => s.x.length > 0)
    .map((s) => {
      const end = s.mean.length - 1
      return words.fromTo(s.label, format(s.mean[0]), format(s.mean[end]))
    })
  if (parts.length === 0) return words.noValues
  const last = Math.max(
    ...input.series.filter((s) => s.x.length > 0).map((s) => s.x[s.x.length - 1]),
  )
  return words.loss(spanText(last, input.xLabel, words), parts, input.gaps?.length ?? 0)
}
