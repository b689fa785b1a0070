import type { Relaxing } from './align'
import type { Field } from './field'
import { nudgeWeight, towards, type Nudging, type Targets } from './nudge'
import { States, type Pulls, type Relaxer } from './relaxer'

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
 * The states of equilibrium propagation (Scellier and Bengio, 2017) of some examples: free, nudged
 * towards the targets, and nudged away (Laborieux et al., 2021) or, one-sided, free but as close to
 * rest as the nudged one.
 */
export class Pairs {
  /** K states; their held spins are set from outside. */
  readonly free: States
  /** Of each pair two, one after the other: towards, away. */
  private readonly nudged: States
  private readonly pulls: Pulls

  /** @param outputs T spins that are nudged */
  constructor(
    private readonly field: Field,
    private readonly relaxer: Relaxer,
    outputs: Int32Array,
    readonly room = 1,
  ) {
    const { spins } = field.graph
    this.free = new States(spins, room)
    this.nudged = new States(spins, 2 * room)
    this.pulls = { spins: outputs, vectors: new Float64Array(4 * room * outputs.length) }
  }

  towards(k: number): Float64Array<ArrayBuffer> {
    return this.nudged.of(2 * k)
  }

  away(k: number): Float64Array<ArrayBuffer> {
    return this.nudged.of(2 * k + 1)
  }

  cameToRest(k: number): CameToRest {
    const { free, nudged } = this
    return {
      torque: free.residual[k],
      freeSweeps: free.sweeps[k],
      nudgedSweeps: nudged.sweeps[2 * k] + nudged.sweeps[2 * k + 1],
    }
  }

  /** Brings the first free states to rest from where they are. */
  settle(order: Int32Array, how: Relaxing, count = 1): void {
    this.relaxer.relax(this.field, order, how, this.free, count, null)
  }

  /** Both nudged states of the first pairs, from the free ones. @param targets one for each pair */
  nudge(order: Int32Array, how: Relaxing, nudging: Nudging, targets: readonly Targets[]): void {
    const { beta, symmetric } = nudging
    targets.forEach((wanted, k) => {
      this.aim(2 * k, beta, nudging, wanted)
      this.aim(2 * k + 1, symmetric ? -beta : 0, nudging, wanted)
    })
    const closer = { ...how, tolerance: how.tolerance * CLOSER, warm: 0 }
    const { nudged, field, pulls } = this
    this.relaxer.relax(field, order, closer, nudged, 2 * targets.length, pulls)
  }

  /** Puts a nudged state where its free one is, under its nudge. */
  private aim(state: number, beta: number, nudging: Nudging, targets: Targets): void {
    const { nudged, pulls } = this
    const free = this.free.of(state >>> 1)
    nudged.of(state).set(free)
    const { spins, vectors } = targets
    let at = 2 * state * spins.length
    for (let t = 0; t < spins.length; t++) {
      const pull = beta * nudgeWeight(nudging, towards(free, targets, t))
      pulls.vectors[at++] = pull * vectors[2 * t]
      pulls.vectors[at++] = pull * vectors[2 * t + 1]
    }
  }

  /**
   * Adds `scale` times the gradient of the cost of pair k by E couplings and 2N biases.
   * dC/dW_ij = - [s_i.s_j towards - s_i.s_j away] / (2 beta), or over beta where one-sided.
   */
  addGradient(
    k: number,
    nudging: Nudging,
    scale: number,
    bonds: Float64Array,
    biases: Float64Array,
  ): void {
    const p = this.towards(k)
    const m = this.away(k)
    const { a, b } = this.field.graph
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
