import { BasisKernel } from './basisKernel'
import { assembleAndFactor, backward, forward } from './factor'
import type { Plan } from './plan'

/**
 * Sparse direct kernel in plain TypeScript: static symbolic plan, flat arrays, nothing allocated
 * per step. A step costs O(products of the factorisation + E).
 */
export class TapeKernel extends BasisKernel {
  private readonly values: Float64Array

  constructor(private readonly plan: Plan) {
    super(plan)
    this.values = new Float64Array(plan.free + plan.rowOf.length)
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
}
