import type { Positions } from './plan'

const columns = (count: number, length: number): Float64Array[] =>
  Array.from({ length: count }, () => new Float64Array(length))

/**
 * Any number of examples from one factorisation: every free state is a combination of the S
 * responses psi, every clamped one adds a combination of the O responses phi (derived).
 */
export class Basis {
  /** psi_s: response to 1 V at source s; phi_o: to 1 V at output o, all outputs held. */
  readonly psi: Float64Array[]
  readonly phi: Float64Array[]
  /** O x S: free output voltage per volt at each source. */
  readonly response: Float64Array
  /** O fields whose drops, times those of phi, give the contrast of the gathered examples. */
  private readonly weighted: Float64Array[]
  /** Moments: sum of d v^T (O x S) and of d d^T (O x O), d the outputs' clamped minus free. */
  private readonly dv: Float64Array
  private readonly dd: Float64Array
  private readonly d: Float64Array

  constructor(private readonly plan: Positions) {
    const { nodes, sources, outputs } = plan
    this.psi = columns(sources, nodes)
    this.phi = columns(outputs, nodes)
    this.weighted = columns(outputs, nodes)
    this.response = new Float64Array(outputs * sources)
    this.dv = new Float64Array(outputs * sources)
    this.dd = new Float64Array(outputs * outputs)
    this.d = new Float64Array(outputs)
  }

  /** Reads the response off psi. @param inner positions below the outputs. */
  readResponse(inner: number): void {
    const { sources, outputs } = this.plan
    for (let o = 0; o < outputs; o++)
      for (let s = 0; s < sources; s++) this.response[o * sources + s] = this.psi[s][inner + o]
  }

  /**
   * Gathers `count` examples (M x S inputs, M x O targets, numbers `examples[from..]`).
   * @returns the sum over examples and outputs of (V_D - V_F)^2, V^2. O(count O S + N O (O + S)).
   */
  gather(
    inputs: Float64Array,
    targets: Float64Array,
    examples: Int32Array,
    from: number,
    count: number,
    eta: number,
  ): number {
    const { response, dv, dd, d } = this
    const { sources, outputs } = this.plan
    // Plain loops: a call of fill costs more than such short arrays.
    for (let i = 0; i < dv.length; i++) dv[i] = 0
    for (let i = 0; i < dd.length; i++) dd[i] = 0
    let error = 0
    for (let i = 0; i < count; i++) {
      const v = examples[from + i] * sources
      const t = examples[from + i] * outputs
      for (let o = 0; o < outputs; o++) {
        let miss = targets[t + o]
        for (let s = 0; s < sources; s++) miss -= response[o * sources + s] * inputs[v + s]
        error += miss * miss
        const step = eta * miss
        d[o] = step
        for (let s = 0; s < sources; s++) dv[o * sources + s] += step * inputs[v + s]
        for (let p = 0; p <= o; p++) dd[o * outputs + p] += step * d[p]
      }
    }
    for (let o = 0; o < outputs; o++)
      for (let p = 0; p < o; p++) dd[p * outputs + o] = dd[o * outputs + p]
    this.weigh()
    return error
  }

  /** out[i] = sum over the gathered examples of (dV_F)^2 - (dV_C)^2 of edge edges[i], V^2. */
  gatheredContrast(edges: Int32Array, count: number, out: Float64Array): void {
    const { phi, weighted } = this
    const { edgeA, edgeB, outputs } = this.plan
    for (let i = 0; i < count; i++) out[i] = 0
    for (let o = 0; o < outputs; o++) {
      const f = phi[o]
      const w = weighted[o]
      for (let i = 0; i < count; i++) {
        const a = edgeA[edges[i]]
        const b = edgeB[edges[i]]
        out[i] -= (f[a] - f[b]) * (w[a] - w[b])
      }
    }
  }

  /** weighted_o = 2 sum_s dv_os psi_s + sum_p dd_op phi_p, by node: cheaper than by edge. */
  private weigh(): void {
    const { psi, phi, weighted, dv, dd } = this
    const { nodes, sources, outputs } = this.plan
    for (let o = 0; o < outputs; o++) {
      const w = weighted[o]
      for (let s = 0; s < sources; s++) {
        const f = psi[s]
        const factor = 2 * dv[o * sources + s]
        if (s === 0) for (let i = 0; i < nodes; i++) w[i] = factor * f[i]
        else for (let i = 0; i < nodes; i++) w[i] += factor * f[i]
      }
      for (let p = 0; p < outputs; p++) {
        const f = phi[p]
        const factor = dd[o * outputs + p]
        for (let i = 0; i < nodes; i++) w[i] += factor * f[i]
      }
    }
  }
}
