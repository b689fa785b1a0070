import type { PairsFigure } from '@contract'
import { frameOf, type EChartsOption } from '../axes'
import { formatScientific } from '../format'
import type { FigureTheme } from '../theme'
import type { FigureWords } from '../wording'
import { placeAxis, room, shift, valueAxis } from './axis'
import { boxes } from './boxes'
import { tip } from './spread'

/** Ratios beyond this share of all are drawn on the edge: one pair must not flatten the rest. */
const SEEN = 0.99

/** The lowest and highest ratio to draw, 1 and all intervals among them. */
function seenRatios({ groups, bounds }: PairsFigure): number[] {
  const ratios = groups
    .flatMap(({ values }) => values.map(({ value }) => value))
    .filter((value) => value > 0 && Number.isFinite(value))
    .sort((a, b) => a - b)
  const cut = Math.floor(((1 - SEEN) / 2) * ratios.length)
  const kept = ratios.slice(cut, ratios.length - cut)
  const ends = groups.flatMap(({ low, high, median }) => [low, high, median])
  return [...kept, ...ends.filter((x) => x > 0), 1, ...bounds.map(({ at }) => at)]
}

/**
 * Paired ratios on a logarithmic axis: every pair as a point, the median with its interval, and the
 * p of the sign test under the name of the place. Needs custom, scatter and markLine.
 */
export function pairsFigure(figure: PairsFigure, theme: FigureTheme): EChartsOption {
  const { groups, xLabel, yLabel, bounds } = figure
  const words = theme.words.sweeps
  const y = valueAxis(seenRatios(figure), 'log', yLabel, theme)
  const labels = groups.map(({ label, p }) => `${label}\n${signText(p, theme.words)}`)
  const line = (at: number, name: string, dashed: boolean) => ({
    yAxis: at,
    name,
    lineStyle: { color: dashed ? theme.reference : theme.axis, type: dashed ? [4, 3] : 'solid' },
    label: { show: dashed, formatter: name, color: theme.reference, position: 'insideEndTop' },
  })
  return {
    ...frameOf(theme, { ...room, bottom: 60 }),
    tooltip: { ...frameOf(theme).tooltip, trigger: 'item' },
    xAxis: { ...placeAxis(labels, xLabel, theme), nameGap: 40 },
    yAxis: y.option,
    series: [
      {
        type: 'scatter' as const,
        symbolSize: 3.5,
        itemStyle: { color: theme.muted, opacity: 0.5 },
        tooltip: { formatter: tip },
        data: groups.flatMap(({ label, values }, at) =>
          values
            .filter(({ value }) => Number.isFinite(value))
            .map(({ value, run }, n) => ({
              name: `${label}: ${formatScientific(value)}${run === '' ? '' : words.run(run)}`,
              value: [at, y.place(value)],
              run,
              symbolOffset: [shift(n, 44), 0],
            })),
        ),
        markLine: {
          silent: true,
          animation: false,
          symbol: 'none',
          data: [line(1, '1', false), ...bounds.map(({ at, label }) => line(at, label, true))],
        },
      },
      boxes(
        words.interval,
        groups.map(({ low, median, high }, at) => ({
          at,
          low: y.place(low),
          middle: y.place(median),
          high: y.place(high),
        })),
        { colour: theme.accent, width: 34, offset: 0, whiskers: true },
      ),
    ],
  } as EChartsOption
}

/** `sign test 0.24`, which is not taken for an update probability. */
export function signText(p: number, words: FigureWords): string {
  return words.signTest(p < 0.001 ? '< 0.001' : p.toPrecision(2))
}
