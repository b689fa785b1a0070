import type { PlainFigure } from '@contract'
import { frameOf, legendOf, type EChartsOption } from '../axes'
import { formatScientific } from '../format'
import type { FigureTheme } from '../theme'
import { room, valueAxis } from './axis'
import { tip } from './spread'

/** Numbers against numbers. Needs line and scatter. */
export function plainFigure(figure: PlainFigure, theme: FigureTheme): EChartsOption {
  const { series, xLabel, xScale, yLabel, yScale } = figure
  const points = series.flatMap((one) => one.points)
  const x = valueAxis(
    points.map((point) => point.x),
    xScale,
    xLabel,
    theme,
    'x',
  )
  const y = valueAxis(
    points.map((point) => point.y),
    yScale,
    yLabel,
    theme,
  )
  return {
    ...frameOf(theme, room),
    tooltip: { ...frameOf(theme).tooltip, trigger: 'item' },
    legend: legendOf(
      theme,
      series.map(({ name }) => name),
    ),
    xAxis: x.option,
    yAxis: y.option,
    series: series.map(({ name, drawn, points: own }, n) => {
      const color = theme.qualitative[n % theme.qualitative.length]
      return {
        type: drawn === 'points' ? ('scatter' as const) : ('line' as const),
        name,
        symbol: 'circle',
        symbolSize: 6,
        showSymbol: drawn !== 'line',
        lineStyle: { color, width: 1.75, ...(drawn === 'line' ? { type: [5, 3] } : {}) },
        itemStyle: { color },
        tooltip: { formatter: tip },
        data: own.map(({ x: atX, y: atY, run }) => ({
          name: `${name}: ${formatScientific(atX)}, ${formatScientific(atY)}`,
          value: [x.place(atX), y.place(atY)],
          run,
        })),
      }
    }),
  } as EChartsOption
}
