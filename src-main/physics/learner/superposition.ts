import type { Kernel } from '../solver'

/** Where the voltages of an example are left, by position. */
export interface Superposed {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
}

/**
 * Both states of any number of examples from S + O solutions: the network is linear. For batches
 * whose voltages are needed one example after the other.
 */
export class Superposition implements Superposed {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  /** S responses to 1 V at one source, and O to 1 V between the states at one output. */
  private readonly bySource: Float64Array[]
  private readonly byOutput: Float64Array[]
  private readonly inputs: Float64Array
  private readonly targets: Float64Array

  /** @param outputAt O positions of the outputs */
  constructor(
    private readonly kernel: Kernel,
    sources: number,
    private readonly outputAt: Int32Array,
  ) {
    const nodes = kernel.freeV.length
    const columns = (count: number) => Array.from({ length: count }, () => new Float64Array(nodes))
    this.freeV = new Float64Array(nodes)
    this.differenceV = new Float64Array(nodes)
    this.bySource = columns(sources)
    this.byOutput = columns(outputAt.length)
    this.inputs = new Float64Array(sources)
    this.targets = new Float64Array(outputAt.length)
  }

  /** S + O factorisations. */
  prepare(conductance: Float64Array): void {
    const { kernel, inputs, targets } = this
    this.bySource.forEach((column, s) => {
      inputs[s] = 1
      kernel.solve(conductance, inputs, 0, targets, 0, 0)
      column.set(kernel.freeV)
      inputs[s] = 0
    })
    this.byOutput.forEach((column, o) => {
      targets[o] = 1
      kernel.solve(conductance, inputs, 0, targets, 0, 1)
      column.set(kernel.differenceV)
      targets[o] = 0
    })
  }

  /** O(N (S + O)). @returns the sum over outputs of (V_D - V_F)^2, V^2. */
  solve(
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number {
    const { freeV, differenceV, bySource, byOutput, outputAt } = this
    freeV.fill(0)
    differenceV.fill(0)
    for (let s = 0; s < bySource.length; s++) {
      const volt = inputs[inputsAt + s]
      const column = bySource[s]
      for (let i = 0; i < freeV.length; i++) freeV[i] += volt * column[i]
    }
    let error = 0
    for (let o = 0; o < byOutput.length; o++) {
      const miss = targets[targetsAt + o] - freeV[outputAt[o]]
      error += miss * miss
      const step = eta * miss
      const column = byOutput[o]
      for (let i = 0; i < freeV.length; i++) differenceV[i] += step * column[i]
    }
    return error
  }
}
