import type { Plan } from '../../physics/solver'
import { CUT, type BoardNetwork } from './network'

/**
 * Free and clamped state in float32: every operation is rounded, in the order that docs/protocol.md
 * lays down, so that the bits are those of the firmware. (A double holds every product, sum and
 * quotient of two float32 well enough that rounding it once more gives the float32 result.)
 */
const f = Math.fround

export class Float32Solver {
  /** N voltages by position: free, and clamped minus free. */
  readonly x: Float32Array
  readonly d: Float32Array
  /** free diagonal entries (after `factor` their inverses), then the entries of the columns. */
  private readonly values: Float32Array

  constructor(
    readonly plan: Plan,
    private readonly network: BoardNetwork,
  ) {
    this.x = new Float32Array(plan.nodes)
    this.d = new Float32Array(plan.nodes)
    this.values = new Float32Array(plan.free + plan.rowOf.length)
  }

  private conductance(edge: number): number {
    return this.network.state[edge] === CUT ? 0 : this.network.conductance[edge]
  }

  /** Factors the reduced Laplacian of the present conductances. */
  factor(): void {
    const { plan, values } = this
    const { free, columnStart, rowOf, tape } = plan
    this.assemble()
    let t = 0
    for (let j = 0; j < free; j++) {
      const inverse = f(1 / values[j])
      const end = columnStart[j + 1]
      for (let q = columnStart[j]; q < end; q++) {
        const entry = values[free + q]
        const l = f(entry * inverse)
        const row = rowOf[q]
        values[row] = values[row] - f(l * entry)
        for (let r = free + q + 1; r < free + end; r++) {
          const slot = tape[t++]
          values[slot] = values[slot] - f(l * values[r])
        }
        values[free + q] = l
      }
      values[j] = inverse
    }
  }

  private assemble(): void {
    const { values } = this
    const { innerEdge, innerA, innerB, innerSlot, boundaryEdge, boundaryFree } = this.plan
    values.fill(0)
    for (let i = 0; i < innerEdge.length; i++) {
      const k = this.conductance(innerEdge[i])
      values[innerA[i]] += k
      values[innerB[i]] += k
      values[innerSlot[i]] = -k
    }
    for (let i = 0; i < boundaryEdge.length; i++)
      values[boundaryFree[i]] += this.conductance(boundaryEdge[i])
  }

  private forward(inputs: Float32Array, at: number): void {
    const { x, values } = this
    const { free, sources, columnStart, rowOf, boundaryEdge, boundaryFree, boundaryHeld } =
      this.plan
    x.fill(0)
    for (let s = 0; s < sources; s++) x[free + s] = inputs[at + s]
    for (let i = 0; i < boundaryEdge.length; i++)
      x[boundaryFree[i]] += f(this.conductance(boundaryEdge[i]) * x[boundaryHeld[i]])
    for (let j = 0; j < free; j++) {
      const xj = x[j]
      for (let q = columnStart[j]; q < columnStart[j + 1]; q++)
        x[rowOf[q]] -= f(values[free + q] * xj)
      x[j] = xj * values[j]
    }
  }

  private back(j: number): void {
    const { x, values } = this
    const { free, columnStart, rowOf } = this.plan
    let xj = x[j]
    for (let q = columnStart[j + 1] - 1; q >= columnStart[j]; q--)
      xj = f(xj - f(values[free + q] * x[rowOf[q]]))
    x[j] = xj
  }

  /** Free state as far as the targets: x[free - outputs..free - 1]. @param at of the S inputs */
  solveFree(inputs: Float32Array, at: number): void {
    const { free, outputs } = this.plan
    this.forward(inputs, at)
    for (let j = free - 1; j >= free - outputs; j--) this.back(j)
  }

  /** Free and clamped state. @returns the sum over targets of (V_D - V_F)^2, V^2. */
  solveStates(
    inputs: Float32Array,
    inputsAt: number,
    targets: Float32Array,
    targetsAt: number,
    eta: number,
  ): number {
    const { x, d, values } = this
    const { free, outputs, columnStart, rowOf } = this.plan
    const inner = free - outputs
    let error = 0
    this.forward(inputs, inputsAt)
    d.fill(0, free)
    for (let j = free - 1; j >= inner; j--) {
      this.back(j)
      const miss = f(targets[targetsAt + j - inner] - x[j])
      error = f(error + f(miss * miss))
      d[j] = eta * miss
    }
    for (let j = inner - 1; j >= 0; j--) {
      let xj = x[j]
      let dj = 0
      for (let q = columnStart[j + 1] - 1; q >= columnStart[j]; q--) {
        const l = values[free + q]
        const row = rowOf[q]
        xj = f(xj - f(l * x[row]))
        dj = f(dj - f(l * d[row]))
      }
      x[j] = xj
      d[j] = dj
    }
    return error
  }

  /** (dV_F)^2 - (dV_C)^2 of an edge, V^2. */
  contrast(edge: number): number {
    const { x, d } = this
    const a = this.plan.edgeA[edge]
    const b = this.plan.edgeB[edge]
    const drop = f(d[a] - d[b])
    return f(-drop * f(f(2 * f(x[a] - x[b])) + drop))
  }
}
