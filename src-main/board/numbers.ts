/**
 * A number as the board reads it: seven significant digits, which every board rounds correctly to
 * float32 (for exponents from -10 to 10).
 */
export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(7)))
}

/** Nine decimals: the board makes floor(p 2^32) of them, exactly. */
export function formatProbability(probability: number): string {
  return String(Number(probability.toFixed(9)))
}
