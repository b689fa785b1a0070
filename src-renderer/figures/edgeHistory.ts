import type { CustomSeriesOption } from 'echarts'
import type { EdgeHistoryReply } from '@contract'
import { axisStyle, frameOf, margins, nameAbove, plainLabel, type EChartsOption } from './axes'
import { lineColour } from './colour'
import { decadesAround, extentOf, niceAbove, type Range } from './extent'
import { formatConductance, formatSi, grouped } from './format'
import { nearest } from './readings'
import { markerLines, type Marker } from './markers'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'
import { axisOfPlaces } from './timeAxis'
import type { PlaceUnit } from './kinds'

/** A third of the Live view is this wide in the smallest windows. */
const PLOT_PX = 190

export interface EdgeHistoryInput {
  history: Omit<EdgeHistoryReply, 'run'>
  unit: 'S' | 'a.u.'
  scale: 'log' | 'linear'
  /** Number of the edge that is drawn above the others; null: none. */
  chosen: number | null
  /** Names of all edges of the network. */
  names: readonly string[]
  /** What to show of the x axis; by default all of it. */
  range?: Range
  /** Place of a step on the x axis; by default the step itself. */
  place?(step: number): number
  xLabel?: PlaceUnit
  /** Changes of the run, on the x axis. */
  markers?: Marker[]
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
  const places = step.map((at) => input.place?.(at) ?? at)
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
        const points = Array.from(places, (at, row) =>
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
  const end = step[step.length - 1]
  const shown = input.range ?? [0, niceAbove(Math.max(end, 100))]
  const place = (k: number) => (log ? Math.log10(k) : k)
  const label = (value: number) => {
    const k = log ? 10 ** value : value
    return input.unit === 'S' ? formatSi(k).replace(/\.?0+(?=\D|$)/, '') : plainLabel(k)
  }
  const note = input.chosen === null ? '' : theme.words.marked(input.names[input.chosen])
  return {
    ...frameOf(theme),
    tooltip: { show: false },
    xAxis: axisOfPlaces(shown, input.xLabel ?? 'step', theme, note),
    yAxis: {
      type: 'value',
      min: place(range[0]),
      max: place(range[1]),
      ...(log ? { interval: 1 } : {}),
      ...axisStyle(theme, true),
      ...nameAbove(theme.words.conductance(input.unit), theme, margins),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: label },
    },
    series: [
      lines(input, range, log, theme),
      // Markers stand on a line, which has no points here.
      { type: 'line', data: [], markLine: markerLines(input.markers ?? [], shown, theme, PLOT_PX) },
    ],
  } as EChartsOption
}

/** The figure in a sentence. */
export function describeEdgeHistory(input: EdgeHistoryInput, words: FigureWords = english): string {
  const { history, unit, names, chosen } = input
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

/** What the crosshair tells of the edges: the chosen one, the lowest, the middle and the highest. */
export function edgeReadings(
  { history, unit, names, chosen, place = (at) => at }: EdgeHistoryInput,
  at: number,
  words: FigureWords = english,
): { name: string; label: string; text: string }[] {
  const { step, edges, conductance } = history
  const row = nearest(step.map(place), at)
  if (row < 0) return []
  const values = conductance.subarray(row * edges.length, (row + 1) * edges.length)
  const order = [...values.keys()].sort((a, b) => values[a] - values[b])
  const reading = (name: keyof FigureWords['edgeMarks'], i: number) => ({
    name,
    label: `${words.edgeMarks[name]} ${names[edges[i]]}`,
    text: formatConductance(values[i], unit),
  })
  const own = edges.indexOf(chosen ?? -1)
  return [
    ...(own < 0 ? [] : [reading('chosen', own)]),
    reading('highest', order[order.length - 1]),
    reading('middle', order[order.length >> 1]),
    reading('lowest', order[0]),
  ]
}
