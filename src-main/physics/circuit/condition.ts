import { factorFronts, makeFrontStorage } from '../fronts/factor'
import { FIELDS } from '../fronts/layout'
import type { FrontPlan } from '../fronts/plan'
import { backFronts, forwardFront } from '../fronts/solve'
import type { FactorPlan } from '../kernels'
import type { Plan } from '../solver'
import { assembleAndFactor, backward } from '../solver/factor'

/** Above this a warning is due: 1e12 times the rounding unit is 1e-4 of the voltages. */
export const illConditioned = 1e12

/** Factors the reduced Laplacian A and leaves A^-1 1 in x[0..free); NaN where it cannot. */
type SolveOnes = (conductance: Float64Array, x: Float64Array) => void

/**
 * Condition number in the 1-norm of the reduced Laplacian A of the nodes that are not held. A is a
 * symmetric M-matrix, so that its inverse has no negative entry and the norm of the inverse is the
 * largest entry of A^-1 1: exact but for rounding, by one factorisation and one solve. The
 * estimator of Hager (1984) and Higham (1988; LAPACK dlacn2) begins with this very solve of ones,
 * and for a matrix of one sign it is the maximum that its further solves would look for.
 * O(a factorisation) in TypeScript, with the symbolic analysis of the steps.
 */
export class Condition {
  private readonly solveOnes: SolveOnes
  private readonly x: Float64Array

  constructor(readonly plan: FactorPlan) {
    this.solveOnes = 'fronts' in plan ? byFronts(plan) : byTape(plan)
    this.x = new Float64Array(plan.nodes)
  }

  /**
   * @param conductance E values; 0 for an edge that is cut.
   * @returns Infinity where A cannot be factored in floating point
   */
  of(conductance: Float64Array): number {
    const { plan, x } = this
    this.solveOnes(conductance, x)
    let inverse = 0
    for (let i = 0; i < plan.free; i++) {
      // Sums of what is not negative: only a factor that rounding has spoilt gives anything else.
      if (!(x[i] > 0)) return Infinity
      inverse = Math.max(inverse, x[i])
    }
    return this.norm(conductance) * inverse
  }

  /** Largest sum of absolute entries of a row: twice the inner conductances, and those to held nodes. */
  private norm(conductance: Float64Array): number {
    const { plan, x } = this
    const { free, edgeA, edgeB } = plan
    x.fill(0)
    for (let e = 0; e < edgeA.length; e++) {
      const both = edgeA[e] < free && edgeB[e] < free ? 2 : 1
      x[edgeA[e]] += both * conductance[e]
      x[edgeB[e]] += both * conductance[e]
    }
    let most = 0
    for (let i = 0; i < free; i++) most = Math.max(most, x[i])
    return most
  }
}

function byTape(plan: Plan): SolveOnes {
  const { free, columnStart, rowOf } = plan
  const values = new Float64Array(free + rowOf.length)
  return (conductance, x) => {
    x.fill(0)
    assembleAndFactor(plan, conductance, values, x)
    for (let i = 0; i < free; i++) x[i] = 1
    for (let j = 0; j < free; j++) {
      for (let q = columnStart[j]; q < columnStart[j + 1]; q++)
        x[rowOf[q]] -= values[free + q] * x[j]
      x[j] = values[j] > 0 ? x[j] / values[j] : NaN
    }
    for (let i = free; i < x.length; i++) x[i] = 0
    backward(plan, values, x, free)
  }
}

function byFronts(plan: FrontPlan): SolveOnes {
  const storage = makeFrontStorage(plan)
  const { tiles, local } = storage
  const last = plan.fronts.length - FIELDS
  return (conductance, x) => {
    factorFronts(plan, storage, conductance, [])
    for (let i = 0; i < x.length; i++) x[i] = i < plan.free ? 1 : 0
    for (let front = 0; front <= last; front += FIELDS) forwardFront(plan, tiles, local, front, x)
    backFronts(plan, tiles, local, x, last)
  }
}
