import { BasisKernel } from '../solver/basisKernel'
import { factorFronts, makeFrontStorage, type FrontStorage } from './factor'
import { FIELDS } from './layout'
import type { FrontPlan } from './plan'
import { backFronts, backOutputs } from './solve'

/**
 * Multifrontal kernel in plain TypeScript, for networks where the tape grows too long. The last
 * front holds the outputs alone: all others make the factor of the clamped state.
 */
export class FrontKernel extends BasisKernel {
  private readonly storage: FrontStorage

  constructor(private readonly plan: FrontPlan) {
    super(plan)
    this.storage = makeFrontStorage(plan)
  }

  solve(
    conductance: Float64Array,
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number {
    const { plan, storage, freeV: x, differenceV: d } = this
    const { tiles, local } = storage
    const { free, sources, outputs } = plan
    for (let s = 0; s < sources; s++) x[free + s] = inputs[inputsAt + s]
    factorFronts(plan, storage, conductance, [x])
    backOutputs(plan, tiles, local, x)
    d.fill(0, 0, free)
    let error = 0
    for (let o = outputs - 1; o >= 0; o--) {
      const miss = targets[targetsAt + o] - x[free - outputs + o]
      error += miss * miss
      d[free - outputs + o] = eta * miss
    }
    this.backInner(x)
    this.backInner(d)
    return error
  }

  /** Back-substitution of what is not an output. */
  private backInner(column: Float64Array): void {
    const { plan, storage } = this
    backFronts(plan, storage.tiles, storage.local, column, plan.fronts.length - 2 * FIELDS)
  }

  solveBasis(conductance: Float64Array): void {
    const { plan, storage, basis } = this
    const { psi, phi } = basis
    const { free, sources, outputs } = plan
    for (let s = 0; s < sources; s++) psi[s][free + s] = 1
    factorFronts(plan, storage, conductance, psi)
    for (const column of psi) {
      backOutputs(plan, storage.tiles, storage.local, column)
      this.backInner(column)
    }
    basis.readResponse(free - outputs)
    for (let o = 0; o < outputs; o++) {
      phi[o].fill(0)
      phi[o][free - outputs + o] = 1
      this.backInner(phi[o])
    }
  }
}
