/**
 * Covariance of one update of the ideal rule away from its bounds (derived; the physics page): with
 * g_m the change that example m alone makes, g their mean, C their population covariance and
 * S = C (M - b) / ((M - 1) b) for distinct examples or C / b with replacement, masks of independent
 * edges make it p^2 S + p (1 - p) diag(g^2 + diag S).
 * @param changes M rows of E values g_m @returns E x E
 */
export function updateCovariance(
  changes: readonly Float64Array[],
  p: number,
  b: number,
  replacement: boolean,
): Float64Array {
  const [examples, edges] = [changes.length, changes[0].length]
  const g = new Float64Array(edges)
  for (const row of changes) for (let e = 0; e < edges; e++) g[e] += row[e] / examples
  const share = replacement ? 1 / b : examples > 1 ? (examples - b) / ((examples - 1) * b) : 0
  const covariance = new Float64Array(edges * edges)
  for (let i = 0; i < edges; i++)
    for (let j = 0; j < edges; j++) {
      let c = 0
      for (const row of changes) c += ((row[i] - g[i]) * (row[j] - g[j])) / examples
      const s = share * c
      covariance[i * edges + j] = p * p * s + (i === j ? p * (1 - p) * (g[i] ** 2 + s) : 0)
    }
  return covariance
}
