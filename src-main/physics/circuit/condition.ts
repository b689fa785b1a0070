import type { Network, Roles } from '../network'
import { makePlan, type Plan } from '../solver'
import { assembleAndFactor, backward } from '../solver/factor'

/** Above this a warning is due: 1e12 times the rounding unit is 1e-4 of the voltages. */
export const illConditioned = 1e12

/**
 * Condition number in the 1-norm of the reduced Laplacian A of the nodes that are not held. A is a
 * symmetric M-matrix, so that its inverse has no negative entry and the norm of the inverse is the
 * largest entry of A^-1 1: exact but for rounding, by one factorisation and one solve, where
 * Hager's estimator (1984) would give a lower bound.
 * @returns Infinity where A cannot be factored in floating point
 */
export class Condition {
  private readonly plan: Plan
  private readonly values: Float64Array
  private readonly x: Float64Array

  constructor(network: Network, roles: Roles) {
    this.plan = makePlan(network, roles)
    this.values = new Float64Array(this.plan.free + this.plan.rowOf.length)
    this.x = new Float64Array(this.plan.nodes)
  }

  /** @param conductance E values; 0 for an edge that is cut. */
  of(conductance: Float64Array): number {
    const { plan, values, x } = this
    const { free, columnStart, rowOf } = plan
    x.fill(0)
    assembleAndFactor(plan, conductance, values, x)
    for (let i = 0; i < free; i++) x[i] = 1
    for (let j = 0; j < free; j++) {
      if (!(values[j] > 0)) return Infinity
      for (let q = columnStart[j]; q < columnStart[j + 1]; q++)
        x[rowOf[q]] -= values[free + q] * x[j]
      x[j] /= values[j]
    }
    for (let i = free; i < x.length; i++) x[i] = 0
    backward(plan, values, x, free)
    let inverse = 0
    for (let i = 0; i < free; i++) inverse = Math.max(inverse, x[i])
    return this.norm(conductance) * inverse
  }

  /** Largest sum of absolute entries of a row: twice the inner conductances, and those to held nodes. */
  private norm(conductance: Float64Array): number {
    const { plan, x } = this
    x.fill(0)
    plan.innerEdge.forEach((e, i) => {
      x[plan.innerA[i]] += 2 * conductance[e]
      x[plan.innerB[i]] += 2 * conductance[e]
    })
    plan.boundaryEdge.forEach((e, i) => (x[plan.boundaryFree[i]] += conductance[e]))
    return x.reduce((most, sum) => Math.max(most, sum), 0)
  }
}
