import {
  axisStyle,
  countsUp,
  countLabel,
  dashedKey,
  frameOf,
  legendOf,
  nameBelow,
  type EChartsOption,
} from './axes'
import { filledBars, outlineBars } from './bars'
import type { ConductanceInput } from './conductance'
import { formatConductance } from './format'
import type { FigureTheme } from './theme'

/** More bars than this are thinner than a pixel in a panel: then several levels share one. */
const mostBars = 128

/** Edges per level n = 1..L, in ascending resistance: level n is the n-th highest conductance. */
export function countLevels(values: ArrayLike<number>, levels: Float64Array): Uint32Array {
  const counts = new Uint32Array(levels.length)
  for (let e = 0; e < values.length; e++) counts[levels.length - 1 - nearest(values[e], levels)]++
  return counts
}

/** Index of the nearest of ascending values. O(log L). */
function nearest(value: number, levels: Float64Array): number {
  let [low, high] = [0, levels.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (levels[middle] <= value) low = middle
    else high = middle
  }
  return value - levels[low] <= levels[high] - value ? low : high
}

function together(counts: Uint32Array, stride: number): Uint32Array {
  const bars = new Uint32Array(Math.ceil(counts.length / stride))
  counts.forEach((count, i) => (bars[Math.floor(i / stride)] += count))
  return bars
}

/** Edges on each level of the grid, now, at step 0 and at the pinned step. */
export function levelFigure(
  input: ConductanceInput & { levels: Float64Array },
  theme: FigureTheme,
): EChartsOption {
  const { levels, pinned } = input
  const stride = Math.ceil(levels.length / mostBars)
  const bars = (values: Float64Array) => together(countLevels(values, levels), stride)
  const now = bars(input.now)
  const before = bars(input.initial)
  const pins = pinned && bars(pinned.values)
  const edges = Float64Array.from({ length: now.length + 1 }, (_, i) => i * stride + 0.5)
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const [from, to, count] = (item as { value: number[] }).value
        const [first, last] = [from + 0.5, Math.min(levels.length, to - 0.5)]
        const k = formatConductance(levels[levels.length - first], input.unit)
        return theme.words.levelBin(first, last, k, count)
      },
    },
    legend: legendOf(theme, [
      theme.words.now,
      { name: theme.words.atStart, itemStyle: dashedKey(theme) },
      ...(pinned ? [pinned.label] : []),
    ]),
    xAxis: {
      type: 'value',
      min: 0.5,
      max: edges[now.length],
      ...axisStyle(theme, false),
      ...nameBelow(theme.words.level, theme),
      axisLabel: {
        ...axisStyle(theme, false).axisLabel,
        customValues: ticks(levels.length),
        formatter: (n: number) => countLabel(n),
      },
      axisTick: { ...axisStyle(theme, false).axisTick, customValues: ticks(levels.length) },
    },
    yAxis: countsUp(theme.words.edges, Math.max(1, ...now, ...before, ...(pins ?? [])), theme),
    series: [
      filledBars(theme.words.now, edges, now, theme.accent),
      outlineBars(theme.words.atStart, edges, before, theme.ghost),
      ...(pinned && pins ? [outlineBars(pinned.label, edges, pins, theme.reference, [])] : []),
    ],
  } as EChartsOption
}

/** 1, the end, and quarters between them. */
function ticks(count: number): number[] {
  return count < 8
    ? Array.from({ length: count }, (_, i) => i + 1)
    : [1, ...[0.25, 0.5, 0.75, 1].map((part) => Math.round(part * count))]
}
