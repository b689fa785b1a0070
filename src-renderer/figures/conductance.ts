import {
  axisStyle,
  countsUp,
  frameOf,
  legendOf,
  nameBelow,
  dashedKey,
  plainLabel,
  type EChartsOption,
} from './axes'
import { filledBars, floorTicks, outlineBars } from './bars'
import { binsOver, countInto } from './bins'
import { extentOf, niceAbove, type Range } from './extent'
import { formatConductance, formatSi } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface ConductanceInput {
  /** E values now and at step 0, in `unit`. */
  now: Float64Array
  initial: Float64Array
  unit: 'S' | 'a.u.'
  /** The level grid of the discrete rule, ascending; null for a continuous rule. */
  levels: Float64Array | null
  /** A moment of the user's choice, drawn as an outline. */
  pinned?: { values: Float64Array; label: string } | null
  /** Default: logarithmic when the values span more than a factor of 20. */
  scale?: 'log' | 'linear'
  /** Default 32. */
  bins?: number
}

/** Where the axis ends: the level grid, or round numbers around all values, so that it rests. */
function rangeOf(input: ConductanceInput): { range: Range; log: boolean } {
  const extent = extentOf([
    input.now,
    input.initial,
    input.pinned?.values ?? [],
    input.levels ?? [],
  ]) ?? [0, 1]
  const [low, high] = extent
  const log = low > 0 && (input.scale ? input.scale === 'log' : high / low > 20)
  if (low < 0) {
    // Couplings of spins have either sign: 0 stays in the middle.
    const most = niceAbove(Math.max(-low, high))
    return { range: [-most, most], log }
  }
  if (!log) return { range: [0, high > 0 ? niceAbove(high) : 1], log }
  // A level grid is its own range; other values move in eighths of a decade.
  if (input.levels) return { range: [low / 1.05, high * 1.05], log }
  const step = (x: number, round: (n: number) => number) => 10 ** (round(8 * Math.log10(x)) / 8)
  return { range: [step(low * 0.999, Math.floor), step(high * 1.001, Math.ceil)], log }
}

/** Five labels fit side by side into the narrowest panel. */
const mostDecades = 5

/**
 * log10 of 1, 2 and 5 times the powers of ten in range; of only the powers over 2.5 decades, and
 * of only some of the powers over many.
 */
function logTicks([low, high]: Range): number[] {
  const factors = high / low > 300 ? [1] : high / low > 60 ? [1, 3] : [1, 2, 5]
  const stride = Math.max(1, Math.ceil(Math.log10(high / low) / mostDecades))
  const places = []
  for (let n = Math.floor(Math.log10(low)); n <= Math.log10(high); n++) {
    if (n % stride !== 0) continue
    for (const factor of factors) {
      const value = factor * 10 ** n
      if (value >= low && value <= high) places.push(Math.log10(value))
    }
  }
  return places
}

/**
 * Conductances now as bars, at step 0 as a dashed outline, levels as ticks on the axis. The
 * logarithmic axis holds log10 of the conductance. Needs the custom series, grid and legend.
 */
export function conductanceFigure(input: ConductanceInput, theme: FigureTheme): EChartsOption {
  const { range, log } = rangeOf(input)
  const bins = binsOver(range, input.bins ?? 32, log)
  const now = countInto(input.now, bins)
  const before = countInto(input.initial, bins)
  const { pinned } = input
  const pins = pinned && countInto(pinned.values, bins)
  const place = (value: number) => (log ? Math.log10(value) : value)
  const edges = Float64Array.from(bins.edges, place)
  const top = Math.max(1, ...now, ...before, ...(pins ?? []))
  const si = (value: number) =>
    formatSi(value)
      .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
      .replace(/\.(?=\D|$)/, '')
  const places = log ? { customValues: logTicks(range) } : {}
  const label = (value: number) => {
    const k = log ? 10 ** value : value
    return input.unit === 'S' ? si(k) : plainLabel(Number(k.toPrecision(3)))
  }
  return {
    ...frameOf(theme),
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const [from, to, count] = (item as { value: number[] }).value
        const text = (v: number) => formatConductance(log ? 10 ** v : v, input.unit)
        return theme.words.bin(text(from), text(to), count)
      },
    },
    legend: legendOf(theme, [
      theme.words.now,
      { name: theme.words.atStart, itemStyle: dashedKey(theme) },
      ...(pinned ? [pinned.label] : []),
    ]),
    xAxis: {
      type: 'value',
      min: place(range[0]),
      max: place(range[1]),
      ...axisStyle(theme, false),
      ...nameBelow(theme.words.conductance(input.unit), theme),
      axisTick: { ...axisStyle(theme, false).axisTick, ...places },
      axisLabel: { ...axisStyle(theme, false).axisLabel, formatter: label, ...places },
    },
    yAxis: countsUp(theme.words.edges, top, theme),
    series: [
      filledBars(theme.words.now, edges, now, theme.accent),
      outlineBars(theme.words.atStart, edges, before, theme.ghost),
      ...(pinned && pins ? [outlineBars(pinned.label, edges, pins, theme.reference, [])] : []),
      ...(input.levels ? [floorTicks(Float64Array.from(input.levels, place), theme.text)] : []),
    ],
  } as EChartsOption
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The figure in a sentence. */
export function describeConductance(input: ConductanceInput, words: FigureWords = english): string {
  const now = extentOf([input.now])
  if (!now) return words.noConductances
  const text = (value: number) => formatConductance(value, input.unit)
  return words.conductances({
    edges: input.now.length,
    low: text(now[0]),
    high: text(now[1]),
    mean: text(meanOf(input.now)),
    initial: text(meanOf(input.initial)),
  })
}
