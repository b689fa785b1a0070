import type { Gap } from '@contract'
import type { CustomSeriesOption } from 'echarts'
import type { Range } from './extent'
import { formatDuration, grouped } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

/** A stretch of the x axis that nobody saw. */
export interface GapMark {
  from: number
  to: number
  label: string
}

/** A gap in words: `unplugged, 1.8 s, 240 steps not seen`. */
export function gapLabel(
  { fromStep, toStep, fromMs, toMs, reason }: Gap,
  words: FigureWords = english,
): string {
  const steps = Math.max(0, toStep - fromStep - 1)
  const duration = formatDuration(Math.max(0, toMs - fromMs))
  return words.gap(words.gaps[reason], duration, grouped(steps), steps === 1)
}

/**
 * Where a series of ascending x has a break: before the value at each of these indices lies a gap
 * that covers most of the way from the value before it. Cost: gaps x log values.
 */
export function breaksAt(x: Float64Array, gaps: readonly GapMark[]): number[] {
  const breaks: number[] = []
  for (const { from, to } of gaps) {
    const next = firstAbove(x, from)
    if (next === 0 || next === x.length || breaks.at(-1) === next) continue
    if (to - from > 0.5 * (x[next] - x[next - 1])) breaks.push(next)
  }
  return breaks
}

/** Index of the first value above `limit`; the length where there is none. */
function firstAbove(x: Float64Array, limit: number): number {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (x[middle] <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Part of the axis that a character takes: 6 px of a plot of 430, as the markers' labels. */
const characterWidth = 0.014

interface Placed extends GapMark {
  /** Of the label: to the right of the band's start, to the left of its end, or none. */
  align: 'left' | 'right' | null
}

/** Labels stand at the foot of the plot where they have room; the others' gaps are only shaded. */
function placed(gaps: readonly GapMark[], [from, to]: Range): Placed[] {
  let free = 0
  return gaps
    .filter((gap) => gap.to >= from && gap.from <= to)
    .map((gap) => {
      const width = (gap.label.length + 2) * characterWidth
      const start = (gap.from - from) / (to - from)
      const end = (gap.to - from) / (to - from)
      const align =
        start >= free && start + width <= 1 ? 'left' : end - width >= free ? 'right' : null
      if (align === 'left') free = start + width
      if (align === 'right') free = end
      return { ...gap, align }
    })
}

/** Shaded bands over the height of the plot, at least 2 px wide, with labels. */
export function gapBands(
  gaps: readonly GapMark[],
  range: Range,
  [low, high]: Range,
  theme: FigureTheme,
): CustomSeriesOption {
  const shown = placed(gaps, range)
  return {
    type: 'custom',
    name: 'gaps',
    data: [0],
    silent: true,
    clip: true,
    tooltip: { show: false },
    z: 0,
    renderItem: (_params, api) => {
      const children = shown.flatMap(({ from, to, label, align }) => {
        const [left, foot] = api.coord([from, low])
        const [end, top] = api.coord([to, high])
        const right = Math.max(left + 2, end)
        const shape = { x: left, y: top, width: right - left, height: foot - top }
        const rect = { type: 'rect' as const, shape, style: { fill: theme.muted, opacity: 0.22 } }
        if (align === null) return [rect]
        const text = {
          type: 'text' as const,
          style: {
            text: label,
            x: align === 'left' ? left + 3 : right - 3,
            y: foot - 5,
            align,
            verticalAlign: 'bottom' as const,
            fill: theme.muted,
            backgroundColor: theme.background,
            padding: [1, 3, 1, 3],
            font: `${theme.fontSize - 1}px ${theme.fontFamily}`,
          },
        }
        return [rect, text]
      })
      return { type: 'group', children }
    },
  }
}
