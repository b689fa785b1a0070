import {
  axisStyle,
  countLabel,
  frameOf,
  margins,
  nameAbove,
  nameBelow,
  plainLabel,
  powerLabel,
} from './axes'
import type { EChartsOption } from './axes'
import { errorFormat } from './format'
import type { FigureTheme } from './theme'

/** One run of a comparison; columns of equal length, x ascending. */
export interface ComparedCurve {
  /** Short, at the end of its line. */
  label: string
  /** Place in the palette: it stays with the run whichever others are shown. */
  index: number
  x: Float64Array
  mean: Float64Array
}

export interface CompareInput {
  curves: readonly ComparedCurve[]
  xLabel: string
  scale: 'log' | 'linear'
}

/** Okabe and Ito's colours, then the same dashed: twelve runs stay apart also without colour. */
export function comparedStyle(
  index: number,
  theme: FigureTheme,
): { color: string; dashed: boolean } {
  const { qualitative } = theme
  const color = qualitative[index % qualitative.length]
  return { color, dashed: index >= qualitative.length }
}

/** Errors of several runs over each other, each named at its end. */
export function compareFigure(
  { curves, xLabel, scale }: CompareInput,
  theme: FigureTheme,
): EChartsOption {
  const log = scale === 'log'
  const say = errorFormat(theme.words)
  const room = { ...margins, right: 46 }
  return {
    ...frameOf(theme, room),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? say(value) : '–'),
    },
    xAxis: {
      type: 'value',
      min: 0,
      ...axisStyle(theme, false),
      ...nameBelow(xLabel, theme),
      axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: countLabel },
    },
    yAxis: {
      type: log ? 'log' : 'value',
      ...axisStyle(theme, true),
      ...nameAbove(theme.words.error, theme, room),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: log ? powerLabel : plainLabel },
    },
    series: curves.map(({ label, index, x, mean }) => {
      const { color, dashed } = comparedStyle(index, theme)
      return {
        type: 'line' as const,
        name: label,
        data: Array.from(x, (at, n) => [at, log && mean[n] <= 0 ? null : mean[n]]),
        showSymbol: x.length === 1,
        lineStyle: { color, width: 1.75, ...(dashed ? { type: [5, 3] } : {}) },
        itemStyle: { color },
        endLabel: { show: true, formatter: label, color, fontWeight: 'bold', distance: 4 },
        labelLayout: { moveOverlap: 'shiftY' as const },
      }
    }),
  } as EChartsOption
}

export interface ErrorGroup {
  name: string
  /** Final errors in the unit of the words; and whose they are. */
  values: readonly { label: string; index: number; error: number }[]
}

/** Quartiles and ends of a list; by linear interpolation between its order statistics. */
export function boxOf(values: readonly number[]): [number, number, number, number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const low = Math.floor(place)
    const high = Math.min(sorted.length - 1, low + 1)
    return sorted[low] + (place - low) * (sorted[high] - sorted[low])
  }
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)]
}

/** Final errors as points over boxes from quartile to quartile, one box per group. */
export function errorGroupsFigure(
  groups: readonly ErrorGroup[],
  theme: FigureTheme,
): EChartsOption {
  const boxes = groups.map(({ values }) => boxOf(values.map(({ error }) => error)))
  const say = errorFormat(theme.words)
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      valueFormatter: (value: unknown) => {
        const error: unknown = Array.isArray(value) ? value[1] : value
        return typeof error === 'number' ? say(error) : '–'
      },
    },
    xAxis: { type: 'category', data: groups.map(({ name }) => name), ...axisStyle(theme, false) },
    yAxis: {
      type: 'value',
      scale: true,
      ...axisStyle(theme, true),
      ...nameAbove(theme.words.finalError, theme),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: plainLabel },
    },
    series: [
      {
        type: 'custom' as const,
        name: 'quartiles',
        silent: true,
        data: boxes.map((box, group) => [group, ...box]),
        renderItem: (
          _: unknown,
          api: { value(n: number): number; coord(at: number[]): number[] },
        ) => {
          const [x] = api.coord([api.value(0), 0])
          const y = [1, 2, 3, 4, 5].map((n) => api.coord([0, api.value(n)])[1])
          const line = (x1: number, y1: number, x2: number, y2: number, lineWidth: number) => ({
            type: 'line' as const,
            shape: { x1, y1, x2, y2 },
            style: { stroke: theme.ghost, lineWidth },
          })
          return {
            type: 'group' as const,
            children: [
              line(x, y[0], x, y[1], 1),
              line(x, y[3], x, y[4], 1),
              {
                type: 'rect' as const,
                shape: { x: x - 16, y: y[3], width: 32, height: y[1] - y[3] },
                style: { fill: 'transparent', stroke: theme.ghost, lineWidth: 1 },
              },
              line(x - 16, y[2], x + 16, y[2], 2.5),
            ],
          }
        },
      },
      ...groups.flatMap(({ values }, group) =>
        values.map(({ label, index, error }) => ({
          type: 'scatter' as const,
          name: label,
          data: [[group, error]],
          symbolSize: 8,
          itemStyle: { color: comparedStyle(index, theme).color },
          label: { show: true, formatter: label, position: 'right' as const, color: theme.text },
          labelLayout: { moveOverlap: 'shiftY' as const },
        })),
      ),
    ],
  } as EChartsOption
}
