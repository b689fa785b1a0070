/** Ours: over some ten pixel columns, the noise of single batches is gone and a jump still is one. */
const REACH = 6

/**
 * A moving mean over the nearest values, fewer at the ends; short columns stay as they are.
 * O(length).
 */
export function smooth(values: Float64Array): Float64Array {
  const { length } = values
  if (length < 8 * REACH) return values
  // Sums up to each value: differences of them are sums over a window.
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i] + values[i]
  return values.map((_, i) => {
    const reach = Math.min(REACH, i, length - 1 - i)
    return (sums[i + reach + 1] - sums[i - reach]) / (2 * reach + 1)
  })
}
