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

/** Round ends around a range, about four steps apart, with a little air. */
export function niceAround([low, high]: Range): Range {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1)
  const step = niceAbove(span / 4)
  return [
    Math.floor((low - 0.02 * span) / step) * step,
    Math.ceil((high + 0.02 * span) / step) * step,
  ]
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
