import { PhysicsError } from '../error'
import type { StateReader, StateWriter } from '../state'
import type { SpinInputs } from './examples'
import { sweepOrder, type SpinGraph } from './graph'

/** Which spins the inputs hold, and where. */
export class HeldInputs {
  /** S flags: the input floats. */
  readonly failed: Uint8Array
  /** Spins that are not held now, in the order of a sweep. */
  free: Int32Array
  /** The spins of inputs that failed: they float with the others. */
  floating: Int32Array

  /** @param inputs S spins */
  constructor(
    private readonly graph: SpinGraph,
    private readonly inputs: Int32Array,
  ) {
    this.failed = new Uint8Array(inputs.length)
    this.free = this.order()
    this.floating = new Int32Array(0)
  }

  private order(): Int32Array {
    const held = new Uint8Array(this.graph.spins)
    this.inputs.forEach((i, s) => {
      if (this.failed[s] === 0) held[i] = 1
    })
    return sweepOrder(this.graph, held)
  }

  /** Puts all inputs where an example has them; 2N spins. */
  hold({ place, spins }: SpinInputs, example: number, s: Float64Array): void {
    const { inputs } = this
    const from = inputs.length * example
    inputs.forEach((i, k) => {
      const at = 2 * (place === null ? from + k : place[from + k])
      s[2 * i] = spins[at]
      s[2 * i + 1] = spins[at + 1]
    })
  }

  /** An input that fails is held no more and floats. @throws PhysicsError */
  setFailed(input: number, failed: boolean): void {
    if (!Number.isInteger(input) || input < 0 || input >= this.failed.length)
      throw new PhysicsError(
        'unknown-source',
        `The task has no input ${input}.`,
        `Inputs: 0 to ${this.failed.length - 1}.`,
        'source',
      )
    this.failed[input] = failed ? 1 : 0
    this.sort()
  }

  private sort(): void {
    this.free = this.order()
    this.floating = this.inputs.filter((_, s) => this.failed[s] !== 0)
  }

  save(state: StateWriter): void {
    state.integers(this.failed)
  }

  load(state: StateReader): void {
    state.integers(this.failed)
    this.sort()
  }
}
