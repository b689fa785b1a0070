import {
  axisStyle,
  countsUp,
  frameOf,
  legendOf,
  nameBelow,
  plainLabel,
  type EChartsOption,
} from './axes'
import { filledBars } from './bars'
import { formatCount, formatSi } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

/** Intervals in simulated time, for schedules whose steps are events in time. */
export interface TimeIntervalsInput {
  /** counts[n] intervals from n to n + 1 times binS; the last: or longer. */
  counts: Uint32Array
  binS: number
  /** P of each bin, of the same length; see `exponentialLaw`. */
  law: Float64Array
}

/** Bins that a bar takes together: 16 bins are a mean interval, 4 bars then. */
const perBar = 4

function summarise({ counts, binS, law }: TimeIntervalsInput) {
  let [total, sum] = [0, 0]
  for (let n = 0; n < counts.length; n++) {
    total += counts[n]
    sum += (n + 0.5) * binS * counts[n]
  }
  // The bars that hold all but a five hundredth, of the law as of the counts.
  let [tail, lawTail, last] = [0, 0, counts.length]
  while (last > 6 * perBar) {
    tail += counts[last - 1]
    lawTail += law[last - 1]
    if (tail > 0.002 * total || lawTail > 0.002) break
    last--
  }
  const bars = Math.ceil(last / perBar)
  const measured = new Float64Array(bars)
  const expected = new Float64Array(bars)
  for (let n = 0; n < counts.length; n++) {
    const bar = Math.floor(n / perBar)
    if (bar >= bars) break
    measured[bar] += counts[n]
    expected[bar] += total * law[n]
  }
  return { measured, expected, total, meanS: total > 0 ? sum / total : NaN }
}

/** Intervals in seconds with the exponential law as a line. Needs custom and line series. */
export function timeIntervalsFigure(input: TimeIntervalsInput, theme: FigureTheme): EChartsOption {
  const { measured, expected, total, meanS } = summarise(input)
  const width = input.binS * perBar
  const edges = Float64Array.from({ length: measured.length + 1 }, (_, i) => i * width)
  const { words } = theme
  const name = words.timeBetween
  const title = words.intervalTitle(name, formatCount(total), formatSi(meanS, 's'))
  const law = words.expected(words.exponential)
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const n = (item as { dataIndex: number }).dataIndex
        const due = formatCount(expected[n])
        const [from, to] = [formatSi(edges[n], 's'), formatSi(edges[n + 1], 's')]
        return words.timeBin(from, to, formatCount(measured[n]), due)
      },
    },
    legend: legendOf(theme, total > 0 ? [words.measured, law] : [words.measured]),
    xAxis: {
      type: 'value',
      min: 0,
      max: edges[measured.length],
      ...axisStyle(theme, false),
      ...nameBelow(total > 0 ? title : name, theme),
      axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: plainLabel },
    },
    yAxis: countsUp(words.intervals, Math.max(1, ...measured, ...expected), theme),
    series: [
      filledBars(words.measured, edges, measured, theme.accent),
      ...(total > 0
        ? [
            {
              type: 'line' as const,
              name: law,
              data: Array.from(expected, (value, i) => [(i + 0.5) * width, value]),
              symbol: 'circle',
              symbolSize: measured.length > 60 ? 0 : 5,
              silent: true,
              lineStyle: { color: theme.reference, width: 1.5 },
              itemStyle: { color: theme.reference },
              z: 5,
            },
          ]
        : []),
    ],
  } as EChartsOption
}

/** The figure in a sentence. */
export function describeTimeIntervals(
  input: TimeIntervalsInput,
  words: FigureWords = english,
): string {
  const { total, meanS } = summarise(input)
  if (total === 0) return words.noIntervals
  return words.timeIntervalSummary(formatCount(total), formatSi(meanS, 's'))
}
