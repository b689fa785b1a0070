import type { ObservablesReply } from '@contract'
import { formatScientific, formatSi, grouped } from './format'
import { english, type FigureWords } from './words'

export type Displacement = NonNullable<ObservablesReply['displacement']>

/** Path of log10 displacement over log2 lag in a small plot; empty with fewer than two points. */
export function displacementPath({ lag, meanSquare }: Displacement, width: number, height: number) {
  const points: [number, number][] = []
  meanSquare.forEach((value, i) => {
    if (value > 0) points.push([Math.log2(lag[i]), Math.log10(value)])
  })
  if (points.length < 2) return ''
  const [low, high] = [points[0][1], points[0][1]].map((start, end) =>
    points.reduce((best, [, y]) => (end === 0 ? Math.min(best, y) : Math.max(best, y)), start),
  )
  const [from, to] = [points[0][0], points[points.length - 1][0]]
  const at = ([x, y]: [number, number]) =>
    [
      (1 + ((x - from) / (to - from)) * (width - 2)).toFixed(1),
      (height - 1 - ((y - low) / (high - low || 1)) * (height - 2)).toFixed(1),
    ].join(' ')
  return `M${points.map(at).join('L')}`
}

/** Slope of the last points of log displacement over log lag: 1 is diffusion, 2 is drift. */
export function displacementExponent({ lag, meanSquare }: Displacement): number | null {
  const last = meanSquare.length - 1
  const first = Math.max(0, last - 3)
  if (last - first < 2 || !(meanSquare[first] > 0) || !(meanSquare[last] > 0)) return null
  return Math.log(meanSquare[last] / meanSquare[first]) / Math.log(lag[last] / lag[first])
}

/** Squared conductance units are no SI multiples: `3.1×10⁻⁴ a.u.²`. */
export const formatSquared = (value: number, unit: 'S' | 'a.u.'): string =>
  `${formatScientific(value)}\u202f${unit}²`

export function formatPowerOf(value: number, unit: 'S' | 'a.u.'): string {
  return unit === 'S' ? formatSi(value, 'W') : `${formatScientific(value)}\u202fa.u. V²`
}

/** The figure in a sentence. */
export function describeDisplacement(
  d: Displacement,
  unit: 'S' | 'a.u.',
  words: FigureWords = english,
): string {
  const last = d.lag.length - 1
  if (last < 0) return words.noDisplacement
  const exponent = displacementExponent(d)
  return words.displacement(
    formatSquared(d.meanSquare[last], unit),
    grouped(d.lag[last]),
    exponent === null ? null : exponent.toFixed(2),
  )
}
