import type { Readings } from '../imperfections'
import type { MarchRule, MarchTask } from '../solver/march'
import type { StateReader, StateWriter } from '../state'

/** Fresh factorisation every so many events: 8 % of the cost at 64 nodes, and no drift. */
export const REFACTOR_EVERY = 10_000

/** A row of events, counted from 0. */
export interface EventOrder {
  readonly first: number
  readonly count: number
  /** Time before the first, s. */
  readonly time: number
  /** Numbers of the examples of all events in a row, and how many each looks at. */
  readonly examples: Int32Array
  readonly counts: Int32Array
  readonly eta: number
  /** Factor on alpha of each event; left out: 1. */
  readonly gains?: Float64Array
  /** Written per event: time, s; edge; error before its update, V^2. */
  readonly times: Float64Array
  readonly edges: Int32Array
  readonly loss: Float64Array
}

/** In what edges differ or read badly; left out: in nothing. */
export interface EventEdges {
  /** E factors on every change or conductance. */
  readonly factor?: Float64Array | null
  readonly readings?: Readings | null
}

/** Exact event-by-event learning; what does it leaves the same bits. */
export interface EventMarching {
  /** Events that one call may do at a batch size. */
  capacity(batch: number): number
  /** To be said when conductances were changed from outside. */
  refresh(): void
  /** Goes over to other examples, as many as before, or to new desired voltages of the same. */
  setTask(task: MarchTask): void
  /** O x S free output voltages per volt at each source before event `first`: as Kernel.response. */
  response(first: number, conductance: Float64Array): Float64Array
  /** Does the events of an order; changes conductances and levels. @returns the time after, s. */
  march(order: EventOrder, rule: MarchRule, conductance: Float64Array): number
  /** The factor as it is kept: what comes next depends on its last bits. */
  save(state: StateWriter): void
  load(state: StateReader): void
}
