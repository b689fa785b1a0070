import { PhysicsError } from '../error'
import { connectionFault, type Network, type Roles } from '../network'
import type { StateReader, StateWriter } from '../state'

export const LEARNS = 0
export const CUT = 1
export const FROZEN = 2

/**
 * Damage to edges. A cut edge has conductance 0 and keeps what it had for its return; a frozen one
 * conducts and does not update. A cut that leaves nodes without a defined voltage, or a target
 * without a source, is refused: a real network would read noise there.
 */
export class Edges {
  /** E values: 0 learns, 1 cut, 2 frozen. */
  readonly state: Uint8Array
  /** Whether any edge is damaged: the hot loop asks no more where none is. */
  damaged = false
  private readonly kept: Float64Array

  constructor(
    private readonly network: Network,
    private readonly roles: Roles,
    private readonly conductance: Float64Array,
  ) {
    this.state = new Uint8Array(conductance.length)
    this.kept = new Float64Array(conductance.length)
  }

  /** @throws PhysicsError for an edge that is not there, or a cut that the network cannot bear. */
  change(edge: number, action: 'cut' | 'freeze' | 'restore'): void {
    const { state, conductance, kept } = this
    if (!Number.isInteger(edge) || edge < 0 || edge >= state.length)
      throw new PhysicsError(
        'unknown-edge',
        `The network has no edge ${edge}.`,
        `Edges: 0 to ${state.length - 1}.`,
        'edge',
      )
    const next = action === 'cut' ? CUT : action === 'freeze' ? FROZEN : LEARNS
    if (next === CUT && state[edge] !== CUT) {
      this.refuseIfCutOff(edge)
      kept[edge] = conductance[edge]
      conductance[edge] = 0
    }
    if (next !== CUT && state[edge] === CUT) conductance[edge] = kept[edge]
    state[edge] = next
    this.damaged = state.some((s) => s !== LEARNS)
  }

  private refuseIfCutOff(edge: number): void {
    const cut = Uint8Array.from(this.state, (s) => (s === CUT ? 1 : 0))
    cut[edge] = 1
    const fault = connectionFault(this.network, this.roles, cut)
    if (fault === null) return
    const { names, a, b } = this.network
    throw new PhysicsError(
      'cut-disconnects',
      `Edge ${names[a[edge]]}-${names[b[edge]]} was not cut: ${fault.message}`,
      'Restore another edge first, or freeze this one.',
      `edge ${edge}`,
    )
  }

  /** E conductances; of a cut edge what it keeps for its return. */
  observe(): Float64Array<ArrayBuffer> {
    const seen = new Float64Array(this.conductance)
    this.state.forEach((state, e) => {
      if (state === CUT) seen[e] = this.kept[e]
    })
    return seen
  }

  save(state: StateWriter): void {
    state.numbers(this.conductance)
    state.numbers(this.kept)
    state.integers(this.state)
  }

  load(state: StateReader): void {
    state.numbers(this.conductance)
    state.numbers(this.kept)
    state.integers(this.state)
    this.damaged = this.state.some((s) => s !== LEARNS)
  }
}
