import { errorFormat, formatPercent, formatScientific } from './format'
import type { LossInput, LossSeries } from './loss'
import type { Marker } from './markers'
import type { Range } from './extent'
import { english, type FigureWords } from './words'

/** What one series says at the crosshair. */
export interface Reading {
  name: LossSeries['name']
  label: string
  /** Mean of the row; null before the first and after the last one. */
  mean: number | null
  min: number
  max: number
  /** Where the row ends, on the x axis. */
  x: number
  text: string
  /** Least and most of the row; empty where it is one value. */
  band: string
}

/** Index of the value nearest to `at`; -1 of none. O(log length). */
export function nearest(x: Float64Array, at: number): number {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (x[middle] < at) low = middle + 1
    else high = middle
  }
  if (low === x.length) return low - 1
  return low > 0 && at - x[low - 1] < x[low] - at ? low - 1 : low
}

/** The row of each series that is nearest to a place of the x axis. */
export function readingsAt(input: LossInput, at: number, words: FigureWords = english): Reading[] {
  const format = input.quantity === 'accuracy' ? formatPercent : errorFormat(words)
  // The unit stands behind the mean.
  const bare = input.quantity === 'accuracy' ? formatPercent : formatScientific
  return input.series.map(({ name, label, x, min, max, mean }) => {
    const row = nearest(x, at)
    const known = row >= 0
    return {
      name,
      label,
      mean: known ? mean[row] : null,
      min: known ? min[row] : NaN,
      max: known ? max[row] : NaN,
      x: known ? x[row] : NaN,
      text: known ? format(mean[row]) : '–',
      band: known && max[row] > min[row] ? `${bare(min[row])} … ${bare(max[row])}` : '',
    }
  })
}

/** Labels of the markers within a part of the axis around a place: a few, and how many more. */
export function markersNear(
  markers: readonly Marker[],
  at: number,
  [from, to]: Range,
  share = 0.008,
  words: FigureWords = english,
): string[] {
  const near = markers.filter(({ x }) => Math.abs(x - at) <= share * (to - from))
  const most = 4
  const labels = near.slice(-most).map(({ label }) => label)
  return near.length > most ? [words.more(near.length - most), ...labels] : labels
}
