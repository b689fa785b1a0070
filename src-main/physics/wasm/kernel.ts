import type { FrontPlan } from '../fronts/plan'
import { Basis } from '../solver/basis'
import type { Kernel, MarchTask, Plan } from '../solver'
import { even } from './basisMemory'
import { Marcher } from './marcher'

/** The tape or the fronts in WebAssembly: the bits of TapeKernel or FrontKernel. */
export class WebAssemblyKernel implements Kernel {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  readonly stepper: Marcher
  private readonly basis: Basis

  /** @param levels of the discrete rule; 0 for another. */
  constructor(
    private readonly plan: Plan | FrontPlan,
    task: MarchTask,
    levels: number,
  ) {
    this.freeV = new Float64Array(plan.nodes)
    this.differenceV = new Float64Array(plan.nodes)
    this.stepper = new Marcher(plan, task, levels)
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
    const { stepper, freeV, differenceV } = this
    const error = stepper.solve(conductance, inputs, inputsAt, targets, targetsAt, eta)
    const { state } = stepper
    for (let i = 0; i < freeV.length; i++) {
      freeV[i] = state[2 * i]
      differenceV[i] = state[2 * i + 1]
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
    const { stepper, basis, plan } = this
    stepper.solveBasis(conductance)
    const { columns, rowLength } = stepper
    basis.psi.forEach((psi, s) => {
      for (let i = 0; i < psi.length; i++) psi[i] = columns[rowLength * i + s]
    })
    basis.phi.forEach((phi, o) => {
      const column = even(plan.sources) + o
      for (let i = 0; i < phi.length; i++) phi[i] = columns[rowLength * i + column]
    })
    basis.readResponse(plan.free - plan.outputs)
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
