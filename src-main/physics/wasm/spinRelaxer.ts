import type { Relaxing } from '../xy/align'
import type { Field } from '../xy/field'
import type { SpinGraph } from '../xy/graph'
import type { Pulls, Relaxer, States } from '../xy/relaxer'
import { Arena } from './arena'
import { instantiate, type Kernels } from './instance'

/** States that one call brings to rest, as far as they fit so many bytes. */
const MOST_STATES = 64
const STATE_BYTES = 1 << 22

/**
 * Over-relaxed local alignment in WebAssembly, two states at a time in SIMD lanes, each bit for bit as
 * `align` does it. Couplings, biases and states are copied in and out: it keeps nothing between calls.
 */
export class SpinRelaxer implements Relaxer {
  private readonly arena = new Arena()
  private readonly kernels: Kernels
  private readonly room: number
  private readonly rows: Float64Array
  private readonly bias: Float64Array
  private readonly order: Int32Array
  private readonly states: Float64Array
  private readonly rests: Float64Array
  private readonly pulledSpin: Int32Array
  private readonly pulls: Float64Array

  /** @param mostPulled spins whose biases a state may add to */
  constructor(graph: SpinGraph, mostPulled: number) {
    const { arena } = this
    const { spins, start, neighbour } = graph
    this.kernels = instantiate(arena)
    this.room = Math.max(2, Math.min(MOST_STATES, Math.floor(STATE_BYTES / (16 * spins))))
    const { room } = this
    const starts = arena.integers(start)
    const neighbours = arena.integers(neighbour.map((j) => 16 * j))
    const rows = arena.place(8 * neighbour.length)
    const bias = arena.place(16 * spins)
    const order = arena.place(4 * spins)
    const states = arena.place(16 * spins * room)
    const rests = arena.place(16 * room)
    const pulledSpin = arena.place(4 * mostPulled)
    const pulls = arena.place(16 * mostPulled * room)
    const lanes = arena.place(32 * spins)
    const laneBias = arena.place(32 * spins)
    this.kernels.placeSpinGraph(spins, starts, neighbours, rows, bias, order)
    this.kernels.placeSpinStates(states, rests, pulledSpin, pulls, lanes, laneBias)
    this.rows = arena.numberView(rows, neighbour.length)
    this.bias = arena.numberView(bias, 2 * spins)
    this.order = arena.integerView(order, spins)
    this.states = arena.numberView(states, 2 * spins * room)
    this.rests = arena.numberView(rests, 2 * room)
    this.pulledSpin = arena.integerView(pulledSpin, mostPulled)
    this.pulls = arena.numberView(pulls, 2 * mostPulled * room)
  }

  relax(
    field: Field,
    order: Int32Array,
    how: Relaxing,
    states: States,
    count: number,
    pulls: Pulls | null,
  ): void {
    const { kernels, room } = this
    this.rows.set(field.rows)
    this.bias.set(field.bias)
    this.order.set(order)
    if (pulls !== null) this.pulledSpin.set(pulls.spins)
    kernels.sizeSpins(order.length, pulls?.spins.length ?? 0)
    kernels.setRelaxing(how.tolerance, how.sweeps, how.omega, how.warm)
    for (let from = 0; from < count; from += room)
      this.some(states, from, Math.min(count, from + room), pulls)
  }

  private some(states: States, from: number, to: number, pulls: Pulls | null): void {
    const { places } = states
    this.states.set(states.spins.subarray(from * places, to * places))
    if (pulls !== null) {
      const length = 2 * pulls.spins.length
      this.pulls.set(pulls.vectors.subarray(from * length, to * length))
    }
    this.kernels.restSpins(to - from)
    states.spins.set(this.states.subarray(0, (to - from) * places), from * places)
    for (let k = from; k < to; k++) {
      states.residual[k] = this.rests[2 * (k - from)]
      states.sweeps[k] = this.rests[2 * (k - from) + 1]
    }
  }
}
