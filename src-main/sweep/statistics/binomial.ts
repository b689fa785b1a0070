/**
 * P(0..n) of n fair coins, to full precision for any n: the logarithm of the middle is summed, the
 * others follow by ratios. O(n).
 */
export function fairCoins(n: number): Float64Array {
  const law = new Float64Array(n + 1)
  const middle = Math.floor(n / 2)
  let logarithm = -n * Math.LN2
  for (let k = 1; k <= middle; k++) logarithm += Math.log((n - k + 1) / k)
  law[middle] = Math.exp(logarithm)
  for (let k = middle; k > 0; k--) law[k - 1] = (law[k] * k) / (n - k + 1)
  for (let k = middle; k < n; k++) law[k + 1] = (law[k] * (n - k)) / (k + 1)
  return law
}

export interface SignTest {
  below: number
  above: number
  /** Differences of 0, which say nothing and are left out. */
  ties: number
  /** Two-sided, exact; 1 where all are ties. */
  p: number
}

/** Sign test of paired differences against a median of 0 (exact binomial, two-sided). */
export function signTest(differences: readonly number[]): SignTest {
  const below = differences.filter((d) => d < 0).length
  const above = differences.filter((d) => d > 0).length
  const n = below + above
  let tail = 0
  const law = fairCoins(n)
  for (let k = 0; k <= Math.min(below, above); k++) tail += law[k]
  return { below, above, ties: differences.length - n, p: Math.min(1, 2 * tail) }
}

/**
 * Upper confidence bound of the median from order statistics: the least x_(k) with
 * P(Bin(n, 1/2) < k) >= level, whatever the law of the values (Thompson, 1936). Infinity where n is
 * too small for the level.
 */
export function medianUpperBound(values: readonly number[], level = 0.95): number {
  const sorted = [...values].sort((a, b) => a - b)
  const law = fairCoins(sorted.length)
  let below = 0
  for (let k = 1; k <= sorted.length; k++) {
    below += law[k - 1]
    if (below >= level) return sorted[k - 1]
  }
  return Infinity
}
