import type {
  CustomSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
  SeriesOption,
} from 'echarts'
import type { EChartsOption } from '@figures'
import { paintLine } from './lines'
import { hasPoints, paintPoints } from './points'
import { scalesOf, type PlotScales } from './scales'
import { paintCustom } from './shapes'
import { paintWords, wordless, wordsOf, type Words } from './texts'

type Painted =
  | (CustomSeriesOption & { type: 'custom' })
  | (LineSeriesOption & { type: 'line' })
  | (ScatterSeriesOption & { type: 'scatter' })

/** A figure in two: what stands still for long, and what moves with each frame. */
export interface Layers {
  /** The figure without values, for ECharts: axes, legend and markers. */
  frame: EChartsOption
  /** Changes when `frame` has another picture. */
  key: string
  series: readonly Painted[]
  words: readonly Words[]
  scales: PlotScales
}

/**
 * Takes a figure apart. Only what ECharts lays out is left to it: its update of a chart takes some
 * 6 ms, painting the values here 0.3 ms.
 * @param width @param height of the figure, px
 * @returns null: another kind of axis or series; ECharts has to draw all of it
 */
export function layersOf(option: EChartsOption, width: number, height: number): Layers | null {
  const scales = scalesOf(option, width, height)
  const all = [option.series ?? []].flat()
  if (scales === null || !all.every(isPainted)) return null
  const frame = { ...wordless(option), series: all.map(emptied) }
  const labels = [option.xAxis, option.yAxis].map(labelsOf)
  const key = JSON.stringify([frame, labels, width, height])
  return { frame, key, series: inOrder(all), words: wordsOf(option, scales), scales }
}

function isPainted(series: SeriesOption): series is Painted {
  if (series.type === 'custom') return true
  return (series.type === 'line' || series.type === 'scatter') && hasPoints(series)
}

/** Keeps its place in the legend, and markers. */
const emptied = (series: Painted): Painted => ({ ...series, data: [] })

/** What an axis writes at its ends and at the places it names: functions have no text of their own. */
function labelsOf(axis: EChartsOption['xAxis'] | EChartsOption['yAxis']): unknown {
  if (axis === undefined || Array.isArray(axis)) return null
  const { min, max, axisLabel } = axis as {
    min?: number
    max?: number
    axisLabel?: { customValues?: number[]; formatter?: (value: number) => string }
  }
  const { customValues = [], formatter } = axisLabel ?? {}
  if (formatter === undefined || min === undefined || max === undefined) return null
  return [min, max, ...customValues].map((value) => formatter(value))
}

const depth = ({ z = 2 }: Painted): number => z

function inOrder(series: readonly Painted[]): readonly Painted[] {
  return [...series].sort((a, b) => depth(a) - depth(b))
}

/** Paints what moves: the values, clipped to their plot, and the words that count along. */
export function paintLayers(
  context: CanvasRenderingContext2D,
  { series, words, scales }: Pick<Layers, 'series' | 'words' | 'scales'>,
): void {
  const { left, top, width, height } = scales
  for (const one of series) {
    if (one.type === 'scatter') paintPoints(context, one, scales)
    else {
      context.save()
      context.beginPath()
      // Half a line's width more: a line along the edge is not cut in two.
      context.rect(left - 1, top - 1, width + 2, height + 2)
      context.clip()
      if (one.type === 'line') paintLine(context, one, scales)
      else paintCustom(context, one, scales)
      context.restore()
      if (one.type === 'line' && one.showSymbol !== false) paintPoints(context, one, scales)
    }
  }
  for (const text of words) paintWords(context, text)
}
