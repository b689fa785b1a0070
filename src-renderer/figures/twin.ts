import type { Twin } from '@contract'
import { axisStyle, frameOf, plainLabel, type EChartsOption } from './axes'
import { formatScientific, formatSi, grouped } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface TwinInput {
  twin: Twin
  /** Names of the edges and the nodes, for tooltips. */
  edges: readonly string[]
  nodes: readonly string[]
  conductanceUnit: 'S' | 'a.u.'
}

/** Half of the axis, so that 0 stands in the middle; a flat row of zeros still has an axis. */
function reach(values: Float64Array, least: number): number {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), least)
  const decade = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 5, 10].find((s) => s * decade >= most * 0.999) ?? 10) * decade
}

/** Differences that the bars of the edges stand for. */
const edgeValues = ({ twin }: TwinInput): Float64Array => twin.levels ?? twin.conductance

/** What the bars of the edges and of the nodes count, and their root mean squares. */
function titles(
  { twin, conductanceUnit }: TwinInput,
  words: FigureWords,
): [edges: string, nodes: string] {
  const unit = twin.levels === null ? conductanceUnit : words.levels
  return [
    `${unit}, rms ${formatScientific(twin.rmsEdges, 2)}`,
    `mV, rms ${formatSi(twin.rmsV, 'V', 2)}`,
  ]
}

/**
 * Board less twin: a bar per edge on the left, a bar per node on the right. Needs the
 * bar series, grid and tooltip.
 */
export function twinFigure(input: TwinInput, theme: FigureTheme): EChartsOption {
  const edges = edgeValues(input)
  const volts = input.twin.freeV.map((value) => 1000 * value)
  const edgeReach = reach(edges, input.twin.levels === null ? 1e-6 : 1)
  // A count of a frame's voltages is 0.24 mV at the usual range of 8 V.
  const voltReach = reach(volts, 1)
  const [edgeTitle, nodeTitle] = titles(input, theme.words)
  const top = 24
  const axis = (name: string, most: number, gridIndex: number) => ({
    type: 'value' as const,
    gridIndex,
    name,
    nameLocation: 'end' as const,
    nameGap: 8,
    nameTextStyle: {
      color: theme.muted,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      align: 'left' as const,
      padding: [0, 0, 0, -36],
    },
    min: -most,
    max: most,
    interval: most,
    ...axisStyle(theme, true),
    axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: plainLabel },
  })
  const places = (names: readonly string[], gridIndex: number) => ({
    type: 'category' as const,
    gridIndex,
    data: [...names],
    ...axisStyle(theme, false),
    axisLine: { show: true, onZero: true, lineStyle: { color: theme.axis } },
    axisTick: { show: false },
    axisLabel: { show: false },
  })
  const bars = (name: string, values: Float64Array, at: number) => ({
    type: 'bar' as const,
    name,
    xAxisIndex: at,
    yAxisIndex: at,
    data: Array.from(values),
    barCategoryGap: '25%',
    itemStyle: { color: theme.accent },
  })
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const { seriesName, name, value } = item as Record<'seriesName' | 'name', string> & {
          value: number
        }
        const unit = seriesName === 'nodes' ? formatSi(value / 1000, 'V') : formatScientific(value)
        return `${name}: ${unit}`
      },
    },
    grid: [
      { left: 44, right: '48%', top, bottom: 12 },
      { left: '66%', right: 12, top, bottom: 12 },
    ],
    xAxis: [places(input.edges, 0), places(input.nodes, 1)],
    yAxis: [axis(edgeTitle, edgeReach, 0), axis(nodeTitle, voltReach, 1)],
    series: [bars('edges', edges, 0), bars('nodes', volts, 1)],
  } as EChartsOption
}

/** Whether they still agree: `identical so far`, or `apart since step 1 234`. */
export function twinVerdict({ apartSince }: Twin, words: FigureWords = english): string {
  return apartSince === null ? words.identical : words.apart(grouped(apartSince))
}

/** How far apart, in numbers: `rms 0.25 levels, 1.20 mV`. */
export function twinDistance(
  { twin, conductanceUnit }: TwinInput,
  words: FigureWords = english,
): string {
  const unit = twin.levels === null ? conductanceUnit : words.levels
  return `rms ${formatScientific(twin.rmsEdges)} ${unit}, ${formatSi(twin.rmsV, 'V')}`
}

/** The figure in a sentence. */
export function describeTwin(input: TwinInput, words: FigureWords = english): string {
  const { twin } = input
  return words.twin(grouped(twin.step), twinVerdict(twin, words), twinDistance(input, words))
}
