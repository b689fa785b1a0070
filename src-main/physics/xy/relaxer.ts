import { align, type Relaxing } from './align'
import type { Field } from './field'

/** Room for K states of N spins, and how each came to rest. */
export class States {
  /** Numbers of a state: 2N. */
  readonly places: number
  /** K states, one after the other. */
  readonly spins: Float64Array<ArrayBuffer>
  /** K: the largest torque met in the last sweep. */
  readonly residual: Float64Array<ArrayBuffer>
  /** K. */
  readonly sweeps: Int32Array<ArrayBuffer>
  private readonly views: readonly Float64Array<ArrayBuffer>[]

  constructor(spins: number, room: number) {
    const places = 2 * spins
    const all = new Float64Array(room * places)
    this.places = places
    this.spins = all
    this.views = Array.from({ length: room }, (_, k) => all.subarray(k * places, (k + 1) * places))
    this.residual = new Float64Array(room)
    this.sweeps = new Int32Array(room)
  }

  /** State k itself, 2N. */
  of(k: number): Float64Array<ArrayBuffer> {
    return this.views[k]
  }
}

/** What is added to the biases of T spins, for each of K states. */
export interface Pulls {
  /** T different ones. */
  readonly spins: Int32Array
  /** K x 2T. */
  readonly vectors: Float64Array
}

/** Brings states to rest that share a graph and its couplings. */
export interface Relaxer {
  /**
   * The first `count` states, each bit for bit as `align` would. The held spins stay.
   * @param order free spins, in the order of a sweep
   */
  relax(
    field: Field,
    order: Int32Array,
    how: Relaxing,
    states: States,
    count: number,
    pulls: Pulls | null,
  ): void
}

/** One state after the other, in TypeScript. */
export class PlainRelaxer implements Relaxer {
  relax(
    field: Field,
    order: Int32Array,
    how: Relaxing,
    states: States,
    count: number,
    pulls: Pulls | null,
  ): void {
    const rest = { sweeps: 0, residual: 0 }
    const { bias } = field
    const pulled = pulls === null ? bias : new Float64Array(bias.length)
    for (let k = 0; k < count; k++) {
      if (pulls !== null) {
        const { spins, vectors } = pulls
        pulled.set(bias)
        let at = 2 * k * spins.length
        for (const i of spins) {
          pulled[2 * i] += vectors[at++]
          pulled[2 * i + 1] += vectors[at++]
        }
      }
      align(field, order, pulled, states.of(k), how, rest)
      states.residual[k] = rest.residual
      states.sweeps[k] = rest.sweeps
    }
  }
}
