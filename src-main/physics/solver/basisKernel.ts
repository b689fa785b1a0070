import { Basis } from './basis'
import type { Kernel } from './kernel'
import type { Positions } from './plan'

/** What all kernels have in common once their solutions are there: states and basis by position. */
export abstract class BasisKernel implements Kernel {
  readonly freeV: Float64Array
  readonly differenceV: Float64Array
  protected readonly basis: Basis

  constructor(private readonly positions: Positions) {
    this.freeV = new Float64Array(positions.nodes)
    this.differenceV = new Float64Array(positions.nodes)
    this.basis = new Basis(positions)
  }

  abstract solve(
    conductance: Float64Array,
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number

  abstract solveBasis(conductance: Float64Array): void

  get response(): Float64Array {
    return this.basis.response
  }

  /** dV_F^2 - dV_C^2 = -D (2 dV_F + D) with D = dV_C - dV_F, which is known by itself (derived). */
  contrast(edges: Int32Array, count: number, out: Float64Array): void {
    const { freeV: x, differenceV: d } = this
    const { edgeA, edgeB } = this.positions
    for (let i = 0; i < count; i++) {
      const a = edgeA[edges[i]]
      const b = edgeB[edges[i]]
      const drop = d[a] - d[b]
      out[i] = -drop * (2 * (x[a] - x[b]) + drop)
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
