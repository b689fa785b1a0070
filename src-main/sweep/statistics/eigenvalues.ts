/** Sweeps of all pairs; ten are plenty for a matrix of a hundred rows. */
const MOST_SWEEPS = 60

/**
 * Eigenvalues of a symmetric matrix, descending, by Jacobi's rotations (1846). O(n^3) per sweep.
 * @param matrix n x n, by rows @throws RangeError unless it is square
 */
export function eigenvalues(matrix: ArrayLike<number>): Float64Array {
  const n = Math.sqrt(matrix.length)
  if (!Number.isInteger(n)) throw new RangeError(`${matrix.length} numbers make no square matrix`)
  const a = Float64Array.from(matrix)
  const scale = a.reduce((sum, x) => sum + x * x, 0)
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += a[i * n + j] ** 2
    if (off <= 1e-30 * scale) break
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, n, p, q)
  }
  return Float64Array.from({ length: n }, (_, i) => a[i * n + i])
    .sort()
    .reverse()
}

/** Makes the element (p, q) zero. */
function rotate(a: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]
  if (apq === 0) return
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p], a[k * n + q]]
    a[k * n + p] = c * x - s * y
    a[k * n + q] = s * x + c * y
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k], a[q * n + k]]
    a[p * n + k] = c * x - s * y
    a[q * n + k] = s * x + c * y
  }
}
