import type { SpreadFigure } from '@contract'
import { frameOf, legendOf, type EChartsOption } from '../axes'
import { boxOf } from '../compare'
import { formatScientific } from '../format'
import type { FigureTheme } from '../theme'
import { folded, placeAxis, room, shift, valueAxis } from './axis'
import { boxes } from './boxes'

/** Width of a place with all of its series, px. */
const PLACE = 64

/** Every run as a point, over the median and the quartiles of its place. Needs custom and scatter. */
export function spreadFigure(figure: SpreadFigure, theme: FigureTheme): EChartsOption {
  const { series, xLabel, yLabel, yScale } = figure
  const values = series.flatMap(({ groups }) => groups.flatMap((g) => g.values.map((v) => v.value)))
  const y = valueAxis(values, yScale, yLabel, theme)
  const width = PLACE / series.length
  const places = series[0].groups.map(({ label }) => folded(label))
  const twoLines = places.some((place) => place.includes('\n'))
  return {
    ...frameOf(theme, twoLines ? { ...room, bottom: 60 } : room),
    tooltip: { ...frameOf(theme).tooltip, trigger: 'item' },
    legend: legendOf(
      theme,
      series.map(({ name }) => name),
    ),
    xAxis: { ...placeAxis(places, xLabel, theme), ...(twoLines && { nameGap: 40 }) },
    yAxis: y.option,
    series: series.flatMap(({ name, groups }, s) => {
      const colour = theme.qualitative[s % theme.qualitative.length]
      const offset = (s - (series.length - 1) / 2) * (width + 4)
      const filled = groups.flatMap(({ values: runs }, at) =>
        runs.length === 0 ? [] : [{ at, box: boxOf(runs.map(({ value }) => y.place(value))) }],
      )
      return [
        {
          type: 'scatter' as const,
          name,
          symbolSize: 3.5,
          itemStyle: { color: colour, opacity: 0.45 },
          tooltip: { formatter: tip },
          data: groups.flatMap(({ label, values: runs }, at) =>
            runs.map(({ value, run }, n) => ({
              name: `${name}, ${label}: ${formatScientific(value)}${run === '' ? '' : theme.words.sweeps.run(run)}`,
              value: [at, y.place(value)],
              run,
              symbolOffset: [offset + shift(n, width * 0.9), 0],
            })),
          ),
        },
        boxes(
          name,
          filled.map(({ at, box }) => ({ at, low: box[1], middle: box[2], high: box[3] })),
          { colour, width, offset },
        ),
      ]
    }),
  } as EChartsOption
}

export const tip = ({ name }: { name: string }): string => name
