import { quantileOfSorted } from './quantile'
import { Resampler } from './random'

export interface Interval {
  /** Of the values themselves. */
  median: number
  low: number
  high: number
}

export interface BootstrapOptions {
  /** Default 0.95. */
  level?: number
  /** Default 10,000. */
  resamples?: number
  /** Default 1. */
  seed?: number
}

/**
 * Percentile bootstrap interval of the median (Efron, 1979): pairs are drawn anew with replacement.
 * The percentile form, not BCa: the jackknife that BCa takes its acceleration from fails for a
 * median. Equal seeds give equal intervals. O(resamples n).
 * @throws RangeError without values
 */
export function bootstrapMedian(
  values: readonly number[],
  { level = 0.95, resamples = 10_000, seed = 1 }: BootstrapOptions = {},
): Interval {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const median = quantileOfSorted(sorted, 0.5)
  const random = new Resampler(seed)
  const medians = new Float64Array(resamples)
  const times = new Int32Array(n)
  for (let r = 0; r < resamples; r++) {
    times.fill(0)
    for (let i = 0; i < n; i++) times[random.below(n)]++
    medians[r] = medianOfCounts(sorted, times)
  }
  medians.sort()
  const tail = (1 - level) / 2
  return {
    median,
    low: quantileOfSorted(medians, tail),
    high: quantileOfSorted(medians, 1 - tail),
  }
}

/** Median of ascending values, each there so many times: no sort per resample. */
function medianOfCounts(sorted: Float64Array, times: Int32Array): number {
  const n = sorted.length
  const lower = Math.floor((n - 1) / 2)
  let [at, passed] = [0, times[0]]
  while (passed <= lower) passed += times[++at]
  const first = sorted[at]
  if (n % 2 === 1) return first
  while (passed <= lower + 1) passed += times[++at]
  return (first + sorted[at]) / 2
}
