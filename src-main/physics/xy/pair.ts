import { align, type Relaxing, type Rest } from './align'
import type { Field } from './field'
import { nudgeWeight, towards, type Nudging, type Targets } from './nudge'

/** The nudged states come to rest this much closer than the free one: their difference is what counts. */
const CLOSER = 0.1

/** How a pair came to rest: the largest torque left in the free state, and sweeps. */
export interface CameToRest {
  torque: number
  freeSweeps: number
  /** Of both nudged states. */
  nudgedSweeps: number
}

/**
 * The states of equilibrium propagation (Scellier and Bengio, 2017) of one example: free, nudged
 * towards the targets, and nudged away or, one-sided, free but as close to rest as the nudged one.
 */
export class Pair {
  /** 2N spins each; the held ones of `free` are set from outside. */
  readonly free: Float64Array<ArrayBuffer>
  readonly towards: Float64Array<ArrayBuffer>
  readonly away: Float64Array<ArrayBuffer>
  readonly rest: Rest = { sweeps: 0, residual: 0 }
  /** Sweeps of all relaxations since it was made. */
  sweeps = 0
  private readonly nudged: Float64Array

  constructor(private readonly field: Field) {
    const places = 2 * field.graph.spins
    this.free = new Float64Array(places)
    this.towards = new Float64Array(places)
    this.away = new Float64Array(places)
    this.nudged = new Float64Array(places)
  }

  /** Brings the free state to rest from where it is. @returns the largest torque left */
  settle(order: Int32Array, how: Relaxing): number {
    const { field, rest } = this
    align(field, order, field.bias, this.free, how, rest)
    this.sweeps += rest.sweeps
    return rest.residual
  }

  /** Both nudged states, from the free one. */
  nudge(order: Int32Array, how: Relaxing, nudging: Nudging, targets: Targets): void {
    const closer = { ...how, tolerance: how.tolerance * CLOSER, warm: 0 }
    this.nudgeBy(nudging.beta, this.towards, order, closer, nudging, targets)
    this.nudgeBy(nudging.symmetric ? -nudging.beta : 0, this.away, order, closer, nudging, targets)
  }

  private nudgeBy(
    beta: number,
    s: Float64Array,
    order: Int32Array,
    how: Relaxing,
    nudging: Nudging,
    targets: Targets,
  ): void {
    const { field, nudged, free, rest } = this
    const { spins, vectors } = targets
    nudged.set(field.bias)
    for (let t = 0; t < spins.length; t++) {
      const pull = beta * nudgeWeight(nudging, towards(free, targets, t))
      nudged[2 * spins[t]] += pull * vectors[2 * t]
      nudged[2 * spins[t] + 1] += pull * vectors[2 * t + 1]
    }
    s.set(free)
    align(field, order, nudged, s, how, rest)
    this.sweeps += rest.sweeps
  }

  /**
   * Adds `scale` times the gradient of the cost by E couplings and 2N biases.
   * dC/dW_ij = - [s_i.s_j towards - s_i.s_j away] / (2 beta), or over beta where one-sided.
   */
  addGradient(nudging: Nudging, scale: number, bonds: Float64Array, biases: Float64Array): void {
    const { towards: p, away: m, field } = this
    const { a, b } = field.graph
    const by = scale / (nudging.symmetric ? 2 * nudging.beta : nudging.beta)
    for (let e = 0; e < bonds.length; e++) {
      const i = 2 * a[e]
      const j = 2 * b[e]
      const aligned = p[i] * p[j] + p[i + 1] * p[j + 1] - (m[i] * m[j] + m[i + 1] * m[j + 1])
      bonds[e] -= by * aligned
    }
    for (let i = 0; i < biases.length; i++) biases[i] -= by * (p[i] - m[i])
  }
}
