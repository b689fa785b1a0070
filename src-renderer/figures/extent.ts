/** An interval of values, low <= high. */
export type Range = readonly [low: number, high: number]

const niceSteps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The next round number at or above a positive value: keeps an axis still while data move. */
export function niceAbove(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value))
  // A value that is round up to its last bit stays where it is.
  const step = niceSteps.find((s) => s >= (value / decade) * (1 - 1e-12))
  return (step ?? 10) * decade
}

/** A round end of an axis of counts and the distance of its ticks, at most five of them. */
export function countAxis(top: number): { max: number; interval: number } {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, top) / 5))
  const step = ([1, 2, 5].find((s) => s * decade * 5 >= top) ?? 10) * decade
  const interval = Math.max(1, step)
  return { max: Math.max(interval === 1 ? 4 : 1, Math.ceil(top / interval)) * interval, interval }
}

/** Part of a range that stays free at its ends. */
const AIR = 0.02

/** Ends on round ticks around a range, with a little air, and the distance of the ticks. */
export function niceAround([low, high]: Range, air = AIR): { range: Range; step: number } {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1)
  const room = (high > low ? air : AIR) * span
  const decade = 10 ** Math.floor(Math.log10(span / 4))
  const step = ([1, 2, 2.5, 5].find((s) => s * decade >= span / 4) ?? 10) * decade
  // Air below 0 would take a whole step from values that cannot be negative, and above 1 from shares.
  const floor = low >= 0 ? 0 : -Infinity
  const ceiling = low >= 0 && high <= 1 ? 1 : Infinity
  const first = Math.max(floor, Math.floor((low - room) / step) * step)
  const last = Math.min(ceiling, Math.ceil((high + room) / step) * step)
  return { range: [first, last], step }
}

/** Smallest and largest of several columns; null when no value is finite. */
export function extentOf(columns: Iterable<ArrayLike<number>>): Range | null {
  let low = Infinity
  let high = -Infinity
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i]
      if (!Number.isFinite(value)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low <= high ? [low, high] : null
}

/** Whole decades around positive values, at least one of them. */
export function decadesAround([low, high]: Range): Range {
  const floor = Math.floor(Math.log10(low) + 1e-9)
  const ceil = Math.max(floor + 1, Math.ceil(Math.log10(high) - 1e-9))
  return [10 ** floor, 10 ** ceil]
}
