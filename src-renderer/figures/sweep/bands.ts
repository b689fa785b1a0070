import type { BandsFigure } from '@contract'
import { countLabel, frameOf, legendOf, type EChartsOption } from '../axes'
import { band } from '../band'
import { formatScientific } from '../format'
import type { FigureTheme } from '../theme'
import { room, valueAxis } from './axis'

/** Learning curves: the median over runs as a line, its quartiles as a band. Needs custom and line. */
export function bandsFigure(figure: BandsFigure, theme: FigureTheme): EChartsOption {
  const { series, xLabel, xScale, yLabel, yScale } = figure
  const y = valueAxis(
    series.flatMap(({ lower, upper }) => [...lower, ...upper]),
    yScale,
    yLabel,
    theme,
  )
  const x = valueAxis(
    series.flatMap(({ x: at }) => at),
    xScale,
    xLabel,
    theme,
    'x',
    // A curve may begin and end on the frame.
    0,
  )
  const colour = (n: number) => theme.qualitative[n % theme.qualitative.length]
  const dashed = (n: number) => (n >= theme.qualitative.length ? { type: [5, 3] } : {})
  const placed = (values: readonly number[]) => Float64Array.from(values, y.place)
  return {
    ...frameOf(theme, room),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formatScientific(value) : '–',
    },
    legend: legendOf(
      theme,
      series.map(({ name }) => name),
    ),
    xAxis: x.log ? x.option : { ...x.option, axisLabel: { ...labels(theme) } },
    yAxis: y.option,
    series: [
      ...series.map((one, n) => ({
        ...band(
          one.name,
          { x: Float64Array.from(one.x, x.place), min: placed(one.lower), max: placed(one.upper) },
          colour(n),
          -Infinity,
          [],
          series.length > 2 ? 0.12 : 0.25,
        ),
      })),
      ...series.map((one, n) => ({
        type: 'line' as const,
        name: one.name,
        data: one.x.map((at, i) => [x.place(at), y.place(one.median[i])]),
        showSymbol: one.x.length === 1,
        lineStyle: { color: colour(n), width: 1.75, ...dashed(n) },
        itemStyle: { color: colour(n) },
        z: 3,
      })),
    ],
  } as EChartsOption
}

const labels = (theme: FigureTheme) => ({
  color: theme.muted,
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
  hideOverlap: true,
  formatter: countLabel,
})
