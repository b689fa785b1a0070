import { assembleAndFactor, backward, forward } from './factor'
import type { Kernel } from './kernel'
import type { Plan } from './plan'

const columns = (count: number, length: number): Float64Array[] =>
  Array.from({ length: count }, () => new Float64Array(length))

/**
 * Sparse direct kernel in plain TypeScript: static symbolic plan, flat arrays, nothing allocated
 * per step. A step costs O(products of the factorisation + E).
 */
export class TapeKernel implements Kernel {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  readonly response: Float64Array
  private readonly values: Float64Array
  /** S responses psi_s to 1 V at source s, and O responses phi_o to 1 V at output o held. */
  private readonly psi: Float64Array[]
  private readonly phi: Float64Array[]
  /** O fields whose drops, times those of phi, give the contrast of the gathered examples. */
  private readonly weighted: Float64Array[]
  /** Moments: sum of d v^T (O x S) and of d d^T (O x O), d the outputs' clamped minus free. */
  private readonly dv: Float64Array
  private readonly dd: Float64Array
  private readonly d: Float64Array

  constructor(private readonly plan: Plan) {
    const { nodes, free, sources, outputs } = plan
    this.freeV = new Float64Array(nodes)
    this.differenceV = new Float64Array(nodes)
    this.response = new Float64Array(outputs * sources)
    this.values = new Float64Array(free + plan.rowOf.length)
    this.psi = columns(sources, nodes)
    this.phi = columns(outputs, nodes)
    this.weighted = columns(outputs, nodes)
    this.dv = new Float64Array(outputs * sources)
    this.dd = new Float64Array(outputs * outputs)
    this.d = new Float64Array(outputs)
  }

  solve(
    conductance: Float64Array,
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number {
    const { plan, values, freeV: x, differenceV: d } = this
    const { free, sources, outputs, columnStart, rowOf } = plan
    for (let s = 0; s < sources; s++) x[free + s] = inputs[inputsAt + s]
    assembleAndFactor(plan, conductance, values, x)
    const inner = free - outputs
    let error = 0
    let q = rowOf.length - 1
    for (let j = free - 1; j >= inner; j--) {
      let xj = x[j]
      for (const start = columnStart[j]; q >= start; q--) xj -= values[free + q] * x[rowOf[q]]
      x[j] = xj
      const miss = targets[targetsAt + j - inner] - xj
      error += miss * miss
      d[j] = eta * miss
    }
    for (let j = inner - 1; j >= 0; j--) {
      let xj = x[j]
      let dj = 0
      for (const start = columnStart[j]; q >= start; q--) {
        const l = values[free + q]
        const row = rowOf[q]
        xj -= l * x[row]
        dj -= l * d[row]
      }
      x[j] = xj
      d[j] = dj
    }
    return error
  }

  contrast(edges: Int32Array, count: number, out: Float64Array): void {
    const { freeV: x, differenceV: d } = this
    const { edgeA, edgeB } = this.plan
    for (let i = 0; i < count; i++) {
      const a = edgeA[edges[i]]
      const b = edgeB[edges[i]]
      const drop = d[a] - d[b]
      out[i] = -drop * (2 * (x[a] - x[b]) + drop)
    }
  }

  solveBasis(conductance: Float64Array): void {
    const { plan, values, psi, phi, response } = this
    const { free, sources, outputs } = plan
    const inner = free - outputs
    for (let s = 0; s < sources; s++) {
      psi[s][free + s] = 1
      if (s === 0) assembleAndFactor(plan, conductance, values, psi[s])
      else forward(plan, conductance, values, psi[s])
      backward(plan, values, psi[s], free)
      for (let o = 0; o < outputs; o++) response[o * sources + s] = psi[s][inner + o]
    }
    for (let o = 0; o < outputs; o++) {
      const f = phi[o]
      for (let i = 0; i < free; i++) f[i] = 0
      f[inner + o] = 1
      backward(plan, values, f, inner)
    }
  }

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
