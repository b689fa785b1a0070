import { PhysicsError } from '../error'
import { connectionFault, type Network, type Roles } from '../network'
import type { StateReader, StateWriter } from '../state'

/** States of an edge. */
export const LEARNS = 0
export const CUT = 1
export const FROZEN = 2
export const STUCK = 3

export type EdgeAction = 'cut' | 'freeze' | 'restore' | 'stick'
const next = { cut: CUT, freeze: FROZEN, restore: LEARNS, stick: STUCK }

/**
 * Damage to edges (ours). A cut edge has conductance 0, a stuck one jams at any conductance; both keep
 * what they had for their return. A frozen edge conducts. None of them updates. A cut that leaves
 * nodes without a defined voltage, or a target without a source, is refused: a real network would
 * read noise there.
 */
export class Edges {
  /** E values: 0 learns, 1 cut, 2 frozen, 3 stuck. */
  readonly state: Uint8Array
  /** Whether any edge is damaged: the hot loop asks no more where none is. */
  damaged = false
  private readonly kept: Float64Array

  constructor(
    private readonly network: Network,
    private roles: Roles,
    private readonly conductance: Float64Array,
  ) {
    this.state = new Uint8Array(conductance.length)
    this.kept = new Float64Array(conductance.length)
  }

  /**
   * @param at conductance that a stuck edge jams at; without: where it is.
   * @throws PhysicsError for an edge that is not there, or a cut that the network cannot bear.
   */
  change(edge: number, action: EdgeAction, at?: number): void {
    const { state, conductance, kept } = this
    if (!Number.isInteger(edge) || edge < 0 || edge >= state.length)
      throw new PhysicsError(
        'unknown-edge',
        `The network has no edge ${edge}.`,
        `Edges: 0 to ${state.length - 1}.`,
        'edge',
      )
    const was = state[edge]
    const own = was === CUT || was === STUCK ? kept[edge] : conductance[edge]
    if (action === 'cut' && was !== CUT) this.refuseIfCutOff(edge)
    kept[edge] = own
    if (action === 'cut') conductance[edge] = 0
    else if (action === 'stick') conductance[edge] = at ?? (was === STUCK ? conductance[edge] : own)
    else conductance[edge] = own
    state[edge] = next[action]
    this.damaged = state.some((s) => s !== LEARNS)
  }

  /**
   * Keeps of the first `count` edges chosen those that learn, in front, and sets their bits in a
   * step's mask of 32-bit words from `at` on. @returns how many they are.
   */
  keepLearning(chosen: Int32Array, count: number, masks: Uint32Array, at: number): number {
    const { damaged, state } = this
    if (!damaged && state.length <= 32) {
      let mask = 0
      for (let i = 0; i < count; i++) mask |= 1 << chosen[i]
      masks[at] = mask
      return count
    }
    let updating = 0
    for (let i = 0; i < count; i++) {
      const e = chosen[i]
      if (damaged && state[e] !== LEARNS) continue
      chosen[updating++] = e
      masks[at + (e >>> 5)] |= 1 << (e & 31)
    }
    return updating
  }

  /** E flags: the edge does not conduct. */
  cut(): Uint8Array {
    return Uint8Array.from(this.state, (s) => (s === CUT ? 1 : 0))
  }

  /** The nodes that are held from now on. */
  setRoles(roles: Roles): void {
    this.roles = roles
  }

  private refuseIfCutOff(edge: number): void {
    const cut = this.cut()
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
