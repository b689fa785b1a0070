import type { FrontPlan } from '../fronts/plan'
import type { MarchTask, Plan } from '../solver'
import { BasisKernel } from '../solver/basisKernel'
import { even } from './basisMemory'
import { Marcher } from './marcher'

/** The tape or the fronts in WebAssembly: the bits of TapeKernel or FrontKernel. */
export class WebAssemblyKernel extends BasisKernel {
  readonly stepper: Marcher

  /** @param levels of the discrete rule; 0 for another. */
  constructor(
    private readonly plan: Plan | FrontPlan,
    task: MarchTask,
    levels: number,
  ) {
    super(plan)
    this.stepper = new Marcher(plan, task, levels)
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
}
