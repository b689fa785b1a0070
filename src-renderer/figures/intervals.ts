import { axisStyle, countsUp, frameOf, legendOf, nameBelow, type EChartsOption } from './axes'
import { filledBars } from './bars'
import { formatCount } from './format'
import type { IntervalLaw } from './laws'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface IntervalsInput {
  /** counts[n] intervals of n steps; the last: that or longer (a frame's `timing.intervals`). */
  counts: Uint32Array
  /** Of the same length as counts; null when there is nothing to expect. */
  law: IntervalLaw | null
}

export interface IntervalSummary {
  /** Shown bars: measured and expected numbers of 1..shown-1 steps, and of `shown` or more last. */
  measured: Float64Array
  expected: Float64Array | null
  total: number
  /** Mean interval, steps; intervals in the last place of the histogram count as its length. */
  mean: number
  /** The last bar stands for that many steps or more. */
  censored: boolean
}

/** The part of the law or of the counts that may be folded into the last bar. */
const foldedTail = 0.002

/** Cuts the long empty tail and folds it into the last bar, for the law as for the counts. */
export function summariseIntervals({ counts, law }: IntervalsInput): IntervalSummary {
  let [total, sum] = [0, 0]
  for (let n = 1; n < counts.length; n++) {
    total += counts[n]
    sum += n * counts[n]
  }
  let last = counts.length - 1
  let [tail, lawTail] = [counts[last], law?.law[last] ?? 0]
  const fits = () => tail <= foldedTail * total && lawTail <= foldedTail
  // At least six bars, so that the figure of a fixed period is not one block.
  while (last > 6 && fits()) {
    last--
    tail += counts[last]
    lawTail += law?.law[last] ?? 0
  }
  const measured = new Float64Array(last)
  // Without intervals nothing is expected: a line of zeros would look like a law.
  const expected = law && total > 0 ? new Float64Array(last) : null
  for (let n = 1; n < counts.length; n++) {
    const place = Math.min(n, last) - 1
    measured[place] += counts[n]
    if (expected && law) expected[place] += total * law.law[n]
  }
  const censored = counts.slice(last + 1).some((c) => c > 0) || last === counts.length - 1
  return { measured, expected, total, mean: total > 0 ? sum / total : NaN, censored }
}

/**
 * Intervals between updates of one edge, all edges pooled, with the expected number as points
 * and a line. Needs the custom and line series, grid and legend.
 */
export function intervalsFigure(input: IntervalsInput, theme: FigureTheme): EChartsOption {
  const { measured, expected, total, mean, censored } = summariseIntervals(input)
  const count = measured.length
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => i + 0.5)
  const lawLabel = input.law ? theme.words.expected(theme.words.laws[input.law.label]) : ''
  const sure = expected !== null && total > 0 && Math.max(...expected) > 0.98 * total
  const top = Math.max(1, ...measured, ...(expected ?? []))
  const mark = (n: number) => (n === count && censored ? `≥${n}` : String(n))
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const n = (item as { dataIndex: number }).dataIndex + 1
        const due = expected ? formatCount(expected[n - 1]) : null
        return theme.words.intervalBin(mark(n), formatCount(measured[n - 1]), due)
      },
    },
    legend: legendOf(theme, [theme.words.measured, ...(expected ? [lawLabel] : [])]),
    xAxis: {
      type: 'value',
      min: 0.5,
      max: count + 0.5,
      ...axisStyle(theme, false),
      ...nameBelow(intervalTitle(total, mean, theme.words), theme),
      axisTick: { show: false },
      interval: tickStride(count),
      axisLabel: {
        ...axisStyle(theme, false).axisLabel,
        // Ticks fall on 0.5, 0.5 + stride, ...; the customValues of ECharts place them on bars.
        customValues: tickPlaces(count),
        formatter: mark,
      },
    },
    yAxis: countsUp(theme.words.intervals, top, theme),
    series: [
      filledBars(theme.words.measured, edges, measured, theme.accent),
      ...(expected
        ? [
            {
              type: 'line' as const,
              name: lawLabel,
              data: Array.from(expected, (value, i) => [i + 1, value]),
              symbol: 'circle',
              symbolSize: count > 60 ? 0 : 5,
              silent: true,
              // A law with one possible interval is a point, not a slope down to zero.
              lineStyle: { color: theme.reference, width: sure ? 0 : 1.5 },
              itemStyle: { color: theme.reference },
              z: 5,
            },
          ]
        : []),
    ],
  } as EChartsOption
}

function tickStride(count: number): number {
  return [1, 2, 5, 10, 20, 50, 100, 200].find((s) => count / s <= 8) ?? 500
}

/** 1, then round numbers, then the last bar. */
function tickPlaces(count: number): number[] {
  const stride = tickStride(count)
  const places = [1]
  for (let n = stride; n <= count - stride * 0.6; n += stride) if (n > 1) places.push(n)
  if (count > 1) places.push(count)
  return places
}

function intervalTitle(total: number, mean: number, words: FigureWords): string {
  const name = words.stepsBetween
  return total > 0 ? words.intervalTitle(name, formatCount(total), mean.toFixed(2)) : name
}

/** The figure in a sentence. */
export function describeIntervals(input: IntervalsInput, words: FigureWords = english): string {
  const { total, mean } = summariseIntervals(input)
  if (total === 0) return words.noIntervals
  const law = input.law ? words.laws[input.law.label] : null
  return words.intervalSummary(formatCount(total), mean.toFixed(2), law)
}
