/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
 * @param q 0..1 @throws RangeError without values
 */
export function quantile(values: readonly number[], q: number): number {
  return quantileOfSorted(
    [...values].sort((a, b) => a - b),
    q,
  )
}

/** The same of values that ascend already. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) throw new RangeError('no values have no quantile')
  const place = q * (sorted.length - 1)
  const low = Math.floor(place)
  const high = Math.min(sorted.length - 1, low + 1)
  // Equal infinities have no difference.
  if (sorted[low] === sorted[high]) return sorted[low]
  return sorted[low] + (place - low) * (sorted[high] - sorted[low])
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export interface Spread {
  median: number
  lowerQuartile: number
  upperQuartile: number
}

/** @throws RangeError without values */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    median: quantileOfSorted(sorted, 0.5),
    lowerQuartile: quantileOfSorted(sorted, 0.25),
    upperQuartile: quantileOfSorted(sorted, 0.75),
  }
}
