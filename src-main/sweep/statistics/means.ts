import type { BootstrapOptions } from './bootstrap'
import { quantileOfSorted } from './quantile'
import { Resampler } from './random'

export interface MeanInterval {
  /** Of the values themselves. */
  value: number
  low: number
  high: number
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * Percentile bootstrap interval (Efron, 1979) of something that is made of the means of several
 * columns, whose rows belong together: rows are drawn anew with replacement. Equal seeds give equal
 * intervals. O(resamples n columns).
 * @throws RangeError without rows
 */
export function bootstrapMeans(
  columns: readonly (readonly number[])[],
  of: (means: readonly number[]) => number,
  { level = 0.95, resamples = 10_000, seed = 1 }: BootstrapOptions = {},
): MeanInterval {
  const n = columns[0]?.length ?? 0
  if (n === 0) throw new RangeError('no rows have no mean')
  const random = new Resampler(seed)
  const drawn = new Float64Array(resamples)
  const sums = columns.map(() => 0)
  for (let r = 0; r < resamples; r++) {
    sums.fill(0)
    for (let i = 0; i < n; i++) {
      const row = random.below(n)
      for (let c = 0; c < columns.length; c++) sums[c] += columns[c][row]
    }
    drawn[r] = of(sums.map((sum) => sum / n))
  }
  drawn.sort()
  const tail = (1 - level) / 2
  return {
    value: of(columns.map(meanOf)),
    low: quantileOfSorted(drawn, tail),
    high: quantileOfSorted(drawn, 1 - tail),
  }
}

/** The same of the mean of one column: paired differences, or logarithms of paired ratios. */
export const bootstrapMean = (
  values: readonly number[],
  options?: BootstrapOptions,
): MeanInterval => bootstrapMeans([values], ([mean]) => mean, options)
