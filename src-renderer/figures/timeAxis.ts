import { axisStyle, countLabel, nameBelow } from './axes'
import type { Range } from './extent'
import { formatCount, formatDuration, grouped } from './format'
import type { PlaceUnit } from './kinds'
import { english, type FigureWords } from './words'
import type { FigureTheme } from './theme'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
/** Distances of ticks that a clock has, s. */
const CLOCK = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
]
/** Distances of ticks, in widths: at most so many on an axis. */
const TICKS = 7

/** Distance of the ticks of an axis of run time, s. */
export function timeTicks([from, to]: Range): number {
  const least = (to - from) / TICKS
  const clock = CLOCK.find((step) => step >= least)
  if (least >= 1 && clock !== undefined) return clock
  const unit = least < 1 ? 1 : DAY
  const decade = 10 ** Math.floor(Math.log10(least / unit))
  return unit * ([1, 2, 5].find((s) => s * decade >= least / unit) ?? 10) * decade
}

/** `0:05`, `12:30`, `2:03:00`; with so many decimals of the second. */
export function clockText(seconds: number, decimals = 0): string {
  const scale = 10 ** decimals
  const whole = Math.round(seconds * scale) / scale
  const hours = Math.floor(whole / HOUR)
  const minutes = Math.floor((whole - hours * HOUR) / MINUTE)
  const rest = (whole - hours * HOUR - minutes * MINUTE).toFixed(decimals)
  const padded = rest.padStart(decimals === 0 ? 2 : 3 + decimals, '0')
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${padded}`
    : `${minutes}:${padded}`
}

/** Decimals that tell neighbours apart at such a distance. */
function decimalsFor(distance: number): number {
  return Math.max(0, Math.min(9, -Math.floor(Math.log10(distance) + 1e-9)))
}

/** Labels of the ticks, with as many digits as the stretch in view needs. */
export function placeLabels([from, to]: Range, unit: PlaceUnit): (value: number) => string {
  const distance = (to - from) / TICKS
  if (unit === 'run time') {
    const decimals = decimalsFor(timeTicks([from, to]))
    return (value) => clockText(value, decimals)
  }
  // Of `1.23 M` and its neighbours the last digit is a hundredth of it.
  if (distance >= 0.01 * to) return countLabel
  const decimals = decimalsFor(distance)
  return (value) => (decimals > 0 ? value.toFixed(decimals) : grouped(Math.round(value)))
}

/** A place in words, with digits for a stretch of such a width: `step 1 710`, `855 updates per edge`. */
export function placeText(
  x: number,
  unit: PlaceUnit,
  width = x,
  words: FigureWords = english,
): string {
  if (unit === 'step') return words.atStep(grouped(Math.round(x)))
  const decimals = decimalsFor(Math.max(width, 1e-6) / 1000)
  if (unit === 'run time') return words.atTime(clockText(x, Math.min(3, decimals)))
  const updates = x < 100 || width < 100 ? x.toFixed(Math.max(1, Math.min(4, decimals))) : null
  return words.atUpdates(updates ?? grouped(Math.round(x)))
}

/** How far a curve goes: `1 710 steps`, `12.3 s of run time`. */
export function spanText(x: number, unit: PlaceUnit, words: FigureWords = english): string {
  if (unit === 'run time') return words.spanTime(formatDuration(1000 * x))
  return unit === 'step' ? words.spanSteps(formatCount(x)) : words.spanUpdates(formatCount(x))
}

/** Ticks of run time where a clock has them, also where what is in view begins anywhere. */
function clockTicks([from, to]: Range, unit: PlaceUnit): { customValues?: number[] } {
  if (unit !== 'run time') return {}
  const step = timeTicks([from, to])
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.max(0, Math.floor(to / step + 1e-9) - first + 1)
  return { customValues: Array.from({ length: count }, (_, n) => (first + n) * step) }
}

/** The x axis of every chart over time. @param note said behind its name */
export function axisOfPlaces(range: Range, unit: PlaceUnit, theme: FigureTheme, note = '') {
  const { words } = theme
  return {
    type: 'value' as const,
    min: range[0],
    max: range[1],
    ...axisStyle(theme, false),
    axisTick: { ...axisStyle(theme, false).axisTick, ...clockTicks(range, unit) },
    ...nameBelow((unit === 'run time' ? words.clock : words.places[unit]) + note, theme),
    axisPointer: {
      label: {
        formatter: ({ value }: { value: number }) => placeText(value, unit, value, words),
      },
    },
    axisLabel: {
      ...axisStyle(theme, false).axisLabel,
      ...clockTicks(range, unit),
      formatter: placeLabels(range, unit),
      // The ends of a stretch that somebody chose are at no round place.
      showMinLabel: range[0] === 0 || unit === 'run time',
      showMaxLabel: unit === 'run time',
    },
  }
}
