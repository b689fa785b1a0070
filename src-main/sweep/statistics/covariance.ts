import { eigenvalues } from './eigenvalues'

/** Mean and population covariance of samples. */
export interface SampledCovariance {
  samples: number
  mean: Float64Array
  /** n x n, divided by the samples. */
  covariance: Float64Array
}

/** @param rows samples of equal length */
export function covarianceOf(rows: readonly ArrayLike<number>[]): SampledCovariance {
  const n = rows[0]?.length ?? 0
  const mean = new Float64Array(n)
  for (const row of rows) for (let i = 0; i < n; i++) mean[i] += row[i] / rows.length
  const covariance = new Float64Array(n * n)
  for (const row of rows)
    for (let i = 0; i < n; i++) {
      const off = (row[i] - mean[i]) / rows.length
      for (let j = 0; j < n; j++) covariance[i * n + j] += off * (row[j] - mean[j])
    }
  return { samples: rows.length, mean, covariance }
}

export interface CovarianceComparison {
  /** |measured - predicted| / |predicted|, Frobenius norms. */
  frobenius: number
  traceMeasured: number
  tracePredicted: number
  /** Descending. */
  spectrumMeasured: Float64Array
  spectrumPredicted: Float64Array
  /** Entries above the diagonal that are predicted to be 0. */
  zeros: number
  /** The largest |entry| of them in standard errors; 0 where there are none. */
  worstZero: number
  /** Of them, how many lie beyond four standard errors. */
  beyondFour: number
}

/** A predicted entry counts as 0 below this share of the geometric mean of its variances. */
const ZERO = 1e-9

/**
 * A sampled covariance against a predicted one. The standard error of an entry that is predicted 0
 * between independent changes is sqrt(C_ii C_jj / samples).
 */
export function compareCovariance(
  { samples, covariance: measured }: SampledCovariance,
  predicted: ArrayLike<number>,
): CovarianceComparison {
  const n = Math.sqrt(measured.length)
  let [off, norm, traceMeasured, tracePredicted] = [0, 0, 0, 0]
  let [zeros, worstZero, beyondFour] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    traceMeasured += measured[i * n + i]
    tracePredicted += predicted[i * n + i]
    for (let j = 0; j < n; j++) {
      const at = i * n + j
      off += (measured[at] - predicted[at]) ** 2
      norm += predicted[at] ** 2
      if (j <= i) continue
      const scale = Math.sqrt(predicted[i * n + i] * predicted[j * n + j])
      if (Math.abs(predicted[at]) > ZERO * scale) continue
      zeros++
      const z = inErrors(Math.abs(measured[at]), scale / Math.sqrt(samples))
      worstZero = Math.max(worstZero, z)
      if (z > 4) beyondFour++
    }
  }
  return {
    frobenius: norm > 0 ? Math.sqrt(off / norm) : off > 0 ? Infinity : 0,
    traceMeasured,
    tracePredicted,
    spectrumMeasured: eigenvalues(measured),
    spectrumPredicted: eigenvalues(predicted),
    zeros,
    worstZero,
    beyondFour,
  }
}

/** Where no error is possible any difference is too much. */
const inErrors = (value: number, error: number): number =>
  error > 0 ? value / error : value > 0 ? Infinity : 0
