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
  /** The same of the miss V_D - V_F in place of d, for each of the two chains. */
  private readonly missV: Float64Array
  private readonly missMiss: Float64Array
  private readonly miss: Float64Array

  constructor(private readonly plan: Positions) {
    const { nodes, sources, outputs } = plan
    this.psi = columns(sources, nodes)
    this.phi = columns(outputs, nodes)
    this.weighted = columns(outputs, nodes)
    this.response = new Float64Array(outputs * sources)
    this.dv = new Float64Array(outputs * sources)
    this.dd = new Float64Array(outputs * outputs)
    this.missV = new Float64Array(2 * outputs * sources)
    this.missMiss = new Float64Array(2 * outputs * outputs)
    this.miss = new Float64Array(outputs)
  }

  /** Reads the response off psi. @param inner positions below the outputs. */
  readResponse(inner: number): void {
    const { sources, outputs } = this.plan
    for (let o = 0; o < outputs; o++)
      for (let s = 0; s < sources; s++) this.response[o * sources + s] = this.psi[s][inner + o]
  }

  /**
   * Gathers `count` examples (M x S inputs, M x O targets, numbers `examples[from..]`). Each sum
   * runs in two chains, over the examples at even and at odd places of the batch, which are added
   * at the end: two examples then share a vector, and no sum waits for the last one.
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
    const { response, missV, missMiss, miss } = this
    const { sources, outputs } = this.plan
    // Plain loops: a call of fill costs more than such short arrays.
    for (let i = 0; i < missV.length; i++) missV[i] = 0
    for (let i = 0; i < missMiss.length; i++) missMiss[i] = 0
    for (let i = 0; i < count; i++) {
      const v = examples[from + i] * sources
      const t = examples[from + i] * outputs
      const chain = i & 1
      for (let o = 0; o < outputs; o++) {
        let m = targets[t + o]
        for (let s = 0; s < sources; s++) m -= response[o * sources + s] * inputs[v + s]
        miss[o] = m
        const at = chain * outputs + o
        for (let s = 0; s < sources; s++) missV[at * sources + s] += m * inputs[v + s]
        for (let p = 0; p <= o; p++) missMiss[at * outputs + p] += m * miss[p]
      }
    }
    const error = this.joinChains(eta)
    this.weigh()
    return error
  }

  /** Moments of d = eta miss. @returns the error: what is on the diagonal of miss miss^T. */
  private joinChains(eta: number): number {
    const { dv, dd, missV, missMiss } = this
    const { outputs } = this.plan
    const square = eta * eta
    for (let i = 0; i < dv.length; i++) dv[i] = eta * (missV[i] + missV[dv.length + i])
    let error = 0
    for (let o = 0; o < outputs; o++)
      for (let p = 0; p <= o; p++) {
        const at = o * outputs + p
        const sum = missMiss[at] + missMiss[dd.length + at]
        if (p === o) error += sum
        dd[at] = dd[p * outputs + o] = square * sum
      }
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
