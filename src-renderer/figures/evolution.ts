import type { SpinHistoryReply } from '@contract'
import {
  axisStyle,
  countLabel,
  frameOf,
  legendOf,
  nameAbove,
  nameBelow,
  percentLabel,
  powerLabel,
  type EChartsOption,
} from './axes'
import { decadesAround, extentOf } from './extent'
import { formatPercent, formatScientific } from './format'
import type { Numbers } from './numbers'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface EvolutionInput {
  history: Pick<SpinHistoryReply, 'step' | 'answer' | 'affected'>
  /** The moment that other figures show; null: now. */
  at: number | null
}

/** Where nothing answers there is no place on a logarithmic axis. */
const positive = (values: Float64Array): Float64Array => values.filter((value) => value > 0)

const room = { left: 56, right: 44, top: 30, bottom: 42 }

/**
 * Along the training: how much the outputs answer to a turned input, and the part of the spins that
 * is affected. Needs ECharts' line series, grid, legend, tooltip and markLine.
 */
export function evolutionFigure(
  { history, at }: EvolutionInput,
  theme: FigureTheme,
): EChartsOption {
  const { words } = theme
  const known = [...history.step.keys()].filter((row) => !Number.isNaN(history.answer[row]))
  const decades = decadesAround(extentOf([positive(history.answer)]) ?? [0.1, 1])
  const last = history.step.at(-1) ?? 0
  const line = (name: string, values: Float64Array, colour: string, axis: 0 | 1) => ({
    type: 'line' as const,
    name,
    yAxisIndex: axis,
    data: known.map((row) => [
      history.step[row],
      axis === 0 ? Math.max(values[row], decades[0]) : values[row],
    ]),
    showSymbol: false,
    lineStyle: { color: colour, width: 1.75, ...(axis === 1 ? { type: [4, 3] } : {}) },
    itemStyle: { color: colour },
    ...(axis === 0 && at !== null
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: theme.reference, width: 1.5, type: 'solid' as const },
            data: [{ xAxis: at }],
          },
        }
      : {}),
  })
  return {
    ...frameOf(theme, room),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'axis',
      axisPointer: { type: 'line', animation: false, lineStyle: { color: theme.axis } },
      formatter: (items: unknown) => {
        const [{ value }] = items as { value: [number, number] }[]
        const row = history.step.indexOf(value[0])
        return [
          words.atStep(String(value[0])),
          `${words.answerOf}: ${formatScientific(history.answer[row])}`,
          `${words.affectedPart}: ${formatPercent(history.affected[row])}`,
        ].join('\n')
      },
    },
    legend: {
      ...legendOf(theme, [words.answerOf, words.affectedPart]),
      icon: 'roundRect',
      itemHeight: 3,
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, last),
      ...axisStyle(theme, false),
      ...nameBelow(words.step, theme),
      axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: countLabel },
    },
    yAxis: [
      {
        type: 'log',
        min: decades[0],
        max: decades[1],
        ...axisStyle(theme, true),
        ...nameAbove('1/rad', theme, room),
        axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: powerLabel },
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.5,
        ...axisStyle(theme, false),
        axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: percentLabel },
      },
    ],
    series: [
      line(words.answerOf, history.answer, theme.accent, 0),
      line(words.affectedPart, history.affected, theme.reference, 1),
    ],
  } as EChartsOption
}

/** A row per moment that is kept. */
export function evolutionNumbers({ step, answer, affected }: EvolutionInput['history']): Numbers {
  return {
    columns: [{ name: 'step' }, { name: 'input response', unit: '1/rad' }, { name: 'affected' }],
    rows: Array.from(step, (at, row) => [at, answer[row], affected[row]]),
  }
}

/** The figure in a sentence. */
export function describeEvolution(
  { step, answer, affected }: EvolutionInput['history'],
  words: FigureWords = english,
): string {
  const known = [...step.keys()].filter((row) => !Number.isNaN(answer[row]))
  const [first, last] = [known.at(0), known.at(-1)]
  if (first === undefined || last === undefined) return words.noValues
  return words.evolution({
    last: String(step[last]),
    from: formatScientific(answer[first]),
    to: formatScientific(answer[last]),
    affected: formatPercent(affected[last]),
  })
}
