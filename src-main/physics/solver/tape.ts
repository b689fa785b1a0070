import { Basis } from './basis'
import { assembleAndFactor, backward, forward } from './factor'
import type { Kernel } from './kernel'
import type { Plan } from './plan'

/**
 * Sparse direct kernel in plain TypeScript: static symbolic plan, flat arrays, nothing allocated
 * per step. A step costs O(products of the factorisation + E).
 */
export class TapeKernel implements Kernel {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  private readonly values: Float64Array
  private readonly basis: Basis

  constructor(private readonly plan: Plan) {
    this.freeV = new Float64Array(plan.nodes)
    this.differenceV = new Float64Array(plan.nodes)
    this.values = new Float64Array(plan.free + plan.rowOf.length)
    this.basis = new Basis(plan)
  }

  get response(): Float64Array {
    return this.basis.response
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
    const { plan, values, basis } = this
    const { psi, phi } = basis
    const { free, sources, outputs } = plan
    const inner = free - outputs
    for (let s = 0; s < sources; s++) {
      psi[s][free + s] = 1
      if (s === 0) assembleAndFactor(plan, conductance, values, psi[s])
      else forward(plan, conductance, values, psi[s])
      backward(plan, values, psi[s], free)
    }
    basis.readResponse(inner)
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
    return this.basis.gather(inputs, targets, examples, from, count, eta)
  }

  gatheredContrast(edges: Int32Array, count: number, out: Float64Array): void {
    this.basis.gatheredContrast(edges, count, out)
  }
}
