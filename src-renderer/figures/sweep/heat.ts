import type { HeatFigure } from '@contract'
import type { CustomSeriesOption } from 'echarts'
import { frameOf, nameAbove, type EChartsOption } from '../axes'
import { sequentialColour, textOn } from '../colour'
import { boxOf } from '../compare'
import { formatScientific } from '../format'
import type { FigureTheme } from '../theme'
import { placeAxis, room } from './axis'

/** Cells beyond so many say their number in the tooltip only. */
const MOST_TEXTS = 80

interface Cell {
  x: number
  y: number
  median: number
  runs: number
  run: string
}

/** Median of each cell that has runs. */
export function heatCells({ cells }: HeatFigure): Cell[] {
  return cells
    .filter(({ values }) => values.length > 0)
    .map(({ x, y, values }) => {
      const median = boxOf(values.map(({ value }) => value))[2]
      const near = [...values].sort(
        (a, b) => Math.abs(a.value - median) - Math.abs(b.value - median),
      )
      return { x, y, median, runs: values.length, run: near[0].run }
    })
}

/** 0..1 on the colours; what is not above 0 has the lowest one on a logarithmic scale. */
function shade(figure: HeatFigure, cells: readonly Cell[]): (value: number) => number {
  const log = figure.valueScale === 'log'
  const on = (value: number) => (log ? Math.log10(value) : value)
  const known = cells.map(({ median }) => median).filter((value) => !log || value > 0)
  const [low, high] = [on(Math.min(...known)), on(Math.max(...known))]
  return (value) => {
    if (log && value <= 0) return 0
    return high > low ? (on(value) - low) / (high - low) : 0.5
  }
}

/** Medians as colours with their numbers inside; a click opens the run in the middle of a cell. */
export function heatFigure(figure: HeatFigure, theme: FigureTheme): EChartsOption {
  const words = theme.words.sweeps
  const cells = heatCells(figure)
  const of = shade(figure, cells)
  const left = 24 + 7 * Math.max(4, ...figure.y.map((label) => label.length))
  const frame = { ...room, left }
  const yAxis = {
    ...placeAxis(figure.y, figure.yLabel, theme),
    ...nameAbove(figure.yLabel, theme, frame),
  }
  const drawn: CustomSeriesOption = {
    type: 'custom',
    data: cells.map(({ x, y, median, runs, run }) => ({
      name: words.cell(`${figure.y[y]}, ${figure.x[x]}`, formatScientific(median), runs),
      value: [x, y, median],
      run,
    })),
    renderItem: (_params, api) => {
      const [x, y, median] = [0, 1, 2].map((n) => Number(api.value(n)))
      const [centreX, centreY] = api.coord([x, y])
      const size = api.size?.([1, 1])
      const [width, height] = Array.isArray(size) ? size : [0, 0]
      const fill = sequentialColour(of(median))
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: {
              x: centreX - width / 2 + 1,
              y: centreY - height / 2 + 1,
              width: Math.max(0, width - 2),
              height: Math.max(0, height - 2),
            },
            style: { fill },
          },
          {
            type: 'text',
            x: centreX,
            y: centreY,
            silent: true,
            style: {
              text: cells.length <= MOST_TEXTS ? formatScientific(median, 2) : '',
              align: 'center',
              verticalAlign: 'middle',
              fill: textOn(fill),
              font: `${theme.fontSize}px ${theme.fontFamily}`,
            },
          },
        ],
      }
    },
  }
  return {
    ...frameOf(theme, frame),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: ({ name }: { name: string }) => name,
    },
    title: {
      text: words.medianOf(figure.valueLabel),
      right: 18,
      top: 4,
      textStyle: { color: theme.muted, fontSize: theme.fontSize, fontWeight: 'normal' },
    },
    xAxis: placeAxis(figure.x, figure.xLabel, theme),
    yAxis,
    series: [drawn],
  } as EChartsOption
}
