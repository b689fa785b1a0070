/** Above so many edges only variances are kept: the matrix would take E^2 operations per step. */
export const MOST_EDGES = 128

export interface Covariance {
  /** Steps counted. */
  steps: number
  /** E means of the change of a step. */
  mean: Float64Array
  /** E x E covariances of the changes, divided by the steps; E variances above MOST_EDGES edges. */
  covariance: Float64Array
  /** Whether it is the whole matrix. */
  full: boolean
}

/** Running covariance of the changes of one step over the steps (Welford, 1962). */
export class UpdateCovariance {
  private steps = 0
  private readonly full: boolean
  private readonly before: Float64Array
  private readonly mean: Float64Array
  private readonly moment: Float64Array
  private readonly off: Float64Array

  constructor(private readonly conductance: Float64Array) {
    const edges = conductance.length
    this.full = edges <= MOST_EDGES
    this.before = conductance.slice()
    this.mean = new Float64Array(edges)
    this.moment = new Float64Array(this.full ? edges * edges : edges)
    this.off = new Float64Array(edges)
  }

  /** After each step. O(E^2), or O(E) for a large network. */
  stepped(): void {
    const { conductance, before, mean, moment, off, full } = this
    const edges = conductance.length
    const n = ++this.steps
    for (let e = 0; e < edges; e++) {
      off[e] = conductance[e] - before[e] - mean[e]
      mean[e] += off[e] / n
      before[e] = conductance[e]
    }
    // sum += (x - old mean)(x - new mean) = off_i off_j (n - 1) / n
    const weight = (n - 1) / n
    if (!full) {
      for (let e = 0; e < edges; e++) moment[e] += weight * off[e] * off[e]
      return
    }
    for (let i = 0; i < edges; i++) {
      const row = weight * off[i]
      if (row === 0) continue
      for (let j = 0; j < edges; j++) moment[i * edges + j] += row * off[j]
    }
  }

  snapshot(): Covariance {
    const { steps, full } = this
    const covariance = this.moment.map((sum) => (steps > 0 ? sum / steps : 0))
    return { steps, mean: this.mean.slice(), covariance, full }
  }
}
