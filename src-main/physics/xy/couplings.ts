import { PhysicsError } from '../error'
import { CUT, FROZEN, LEARNS, STUCK, type EdgeAction } from '../learner/edges'
import type { StateReader, StateWriter } from '../state'

const next = { cut: CUT, freeze: FROZEN, restore: LEARNS, stick: STUCK }

/**
 * E couplings made of G parameters: each its own, or shared by bonds of one group; and damage to
 * bonds. A cut bond couples nothing, a stuck or frozen one keeps its coupling and takes no part in
 * what its group learns.
 */
export class Couplings {
  /** G values. */
  readonly parameter: Float64Array
  /** E values: what the spins feel. */
  readonly value: Float64Array
  /** E values: 0 learns, 1 cut, 2 frozen, 3 stuck. */
  readonly state: Uint8Array
  readonly group: Int32Array
  /** G counts of bonds. */
  readonly members: Int32Array

  constructor(bonds: number, shared: Int32Array | undefined) {
    this.group = shared ?? Int32Array.from({ length: bonds }, (_, e) => e)
    const groups = this.group.reduce((most, g) => Math.max(most, g + 1), 0)
    this.parameter = new Float64Array(groups)
    this.members = new Int32Array(groups)
    for (const g of this.group) this.members[g]++
    this.value = new Float64Array(bonds)
    this.state = new Uint8Array(bonds)
  }

  /** Brings the couplings that learn up to date with the parameters. O(E). */
  spread(): void {
    const { value, state, group, parameter } = this
    for (let e = 0; e < value.length; e++) if (state[e] === LEARNS) value[e] = parameter[group[e]]
  }

  /** Sums the gradient of the bonds that learn by parameter. O(E). */
  gather(bonds: Float64Array, into: Float64Array): void {
    const { state, group } = this
    for (let e = 0; e < bonds.length; e++) if (state[e] === LEARNS) into[group[e]] += bonds[e]
  }

  /** @param at coupling that a stuck bond jams at; without: where it is. @throws PhysicsError */
  change(bond: number, action: EdgeAction, at?: number): void {
    const { value, state, parameter, group } = this
    if (!Number.isInteger(bond) || bond < 0 || bond >= state.length)
      throw new PhysicsError(
        'unknown-edge',
        `The network has no edge ${bond}.`,
        `Edges: 0 to ${state.length - 1}.`,
        'edge',
      )
    const own = state[bond] === CUT ? parameter[group[bond]] : value[bond]
    state[bond] = next[action]
    value[bond] =
      action === 'cut'
        ? 0
        : action === 'restore'
          ? parameter[group[bond]]
          : action === 'stick'
            ? (at ?? own)
            : own
  }

  /** E couplings; of a cut bond what it comes back with. */
  observe(): Float64Array<ArrayBuffer> {
    const seen = new Float64Array(this.value)
    this.state.forEach((state, e) => {
      if (state === CUT) seen[e] = this.parameter[this.group[e]]
    })
    return seen
  }

  save(state: StateWriter): void {
    state.numbers(this.parameter)
    state.numbers(this.value)
    state.integers(this.state)
  }

  load(state: StateReader): void {
    state.numbers(this.parameter)
    state.numbers(this.value)
    state.integers(this.state)
  }
}
