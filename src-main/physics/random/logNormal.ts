import { exponential, logarithm } from '../numeric'
import type { Draws } from './draws'

/**
 * Factors of mean 1 with the given coefficient of variation c, log-normal: ln m has the variance
 * ln(1 + c^2).
 */
export function logNormal(count: number, variation: number, draws: Draws): Float64Array {
  const variance = logarithm(1 + variation * variation)
  const spread = Math.sqrt(variance)
  return Float64Array.from({ length: count }, () =>
    exponential(spread * draws.gaussian() - variance / 2),
  )
}
