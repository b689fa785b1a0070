import { Basis } from '../solver/basis'
import type { Kernel } from '../solver/kernel'
import { factorFronts, makeFrontStorage, type FrontStorage } from './factor'
import { FIELDS } from './layout'
import type { FrontPlan } from './plan'
import { backFronts, backOutputs } from './solve'

/**
 * Multifrontal kernel in plain TypeScript, for networks where the tape grows too long. The last
 * front holds the outputs alone: all others make the factor of the clamped state.
 */
export class FrontKernel implements Kernel {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  private readonly storage: FrontStorage
  private readonly basis: Basis

  constructor(private readonly plan: FrontPlan) {
    this.freeV = new Float64Array(plan.nodes)
    this.differenceV = new Float64Array(plan.nodes)
    this.storage = makeFrontStorage(plan)
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
