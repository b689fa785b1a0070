import type { CustomSeriesOption } from 'echarts'
import type { EdgeHistoryReply } from '@contract'
import {
  axisStyle,
  countLabel,
  frameOf,
  margins,
  nameAbove,
  nameBelow,
  plainLabel,
  type EChartsOption,
} from './axes'
import { lineColour } from './colour'
import { decadesAround, extentOf, niceAbove, type Range } from './extent'
import { formatConductance, formatSi, grouped } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface EdgeHistoryInput {
  history: Omit<EdgeHistoryReply, 'run'>
  unit: 'S' | 'a.u.'
  scale: 'log' | 'linear'
  /** Number of the edge that is drawn above the others; null: none. */
  chosen: number | null
  /** Names of all edges of the network. */
  names: readonly string[]
}

function span({ history, scale }: EdgeHistoryInput): { range: Range; log: boolean } {
  const [low, high] = extentOf([history.conductance]) ?? [0, 1]
  const log = scale === 'log' && low > 0
  if (log) return { range: decadesAround([low, high]), log }
  return { range: [0, high > 0 ? niceAbove(high) : 1], log }
}

/** A polyline per edge, coloured by its newest conductance: the series draws them all. */
function lines(input: EdgeHistoryInput, range: Range, log: boolean, theme: FigureTheme) {
  const { step, edges, conductance } = input.history
  const width = edges.length
  const place = (k: number) => (log ? Math.log10(k) : k)
  const [low, high] = range.map(place)
  const newest = conductance.subarray((step.length - 1) * width)
  const series: CustomSeriesOption = {
    type: 'custom',
    name: 'edges',
    data: [0],
    silent: true,
    clip: true,
    tooltip: { show: false },
    renderItem: (_params, api) => {
      const children = Array.from(edges, (edge, i) => {
        const points = Array.from(step, (at, row) =>
          api.coord([at, place(conductance[row * width + i])]),
        )
        const chosen = edge === input.chosen
        const dim = input.chosen !== null && !chosen
        const t = (place(newest[i]) - low) / (high - low)
        return {
          type: 'polyline' as const,
          shape: { points },
          z2: chosen ? 2 : 1,
          style: {
            fill: 'none',
            stroke: chosen ? theme.reference : lineColour(t, theme.dark),
            lineWidth: chosen ? 2 : 1.1,
            opacity: dim ? 0.35 : 0.9,
          },
        }
      })
      return { type: 'group', children }
    },
  }
  return series
}

/** Conductance of every edge over the steps. Needs the custom series and grid. */
export function edgeHistoryFigure(input: EdgeHistoryInput, theme: FigureTheme): EChartsOption {
  const { range, log } = span(input)
  const { step } = input.history
  const place = (k: number) => (log ? Math.log10(k) : k)
  const label = (value: number) => {
    const k = log ? 10 ** value : value
    return input.unit === 'S' ? formatSi(k).replace(/\.?0+(?=\D|$)/, '') : plainLabel(k)
  }
  const end = step[step.length - 1]
  const note = input.chosen === null ? '' : theme.words.marked(input.names[input.chosen])
  return {
    ...frameOf(theme),
    tooltip: { show: false },
    xAxis: {
      type: 'value',
      min: 0,
      max: niceAbove(Math.max(end, 100)),
      ...axisStyle(theme, false),
      ...nameBelow(theme.words.step + note, theme),
      axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: countLabel },
    },
    yAxis: {
      type: 'value',
      min: place(range[0]),
      max: place(range[1]),
      ...(log ? { interval: 1 } : {}),
      ...axisStyle(theme, true),
      ...nameAbove(theme.words.conductance(input.unit), theme, margins),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: label },
    },
    series: [lines(input, range, log, theme)],
  } as EChartsOption
}

/** The figure in a sentence. */
export function describeEdgeHistory(
  { history, unit, names, chosen }: EdgeHistoryInput,
  words: FigureWords = english,
): string {
  const { step, edges, conductance } = history
  if (step.length === 0) return words.noConductances
  const newest = conductance.subarray((step.length - 1) * edges.length)
  const [low, high] = extentOf([newest]) ?? [0, 0]
  const at = edges.indexOf(chosen ?? -1)
  const one = at < 0 ? '' : words.edgeAt(names[edges[at]], formatConductance(newest[at], unit))
  return words.edgeHistory({
    shown: edges.length,
    all: names.length,
    last: grouped(step[step.length - 1]),
    low: formatConductance(low, unit),
    high: formatConductance(high, unit),
    one,
  })
}
