import type { EpochPlace } from '../batches'

/** What does not change while a learner marches. M training examples. */
export interface MarchTask {
  /** M x S input voltages, M x O desired voltages. */
  readonly inputs: Float64Array
  readonly targets: Float64Array
  readonly count: number
}

/** How edges change; the arrays belong to the rule and are read and written. */
export type MarchRule =
  | { kind: 'ideal'; alpha: number; low: number; high: number }
  | { kind: 'discrete'; level: Int32Array; levelStep: number; ofLevel: Float64Array }

/** Which edges update: drawn from a stream's words below `limit`, all, or as the masks say. */
export type MarchSelection =
  | { kind: 'drawn'; key0: number; key1: number; limit: ArrayLike<number> }
  | { kind: 'all' }
  | { kind: 'given' }

/**
 * The batches of a row of steps. given: the numbers of the examples of all steps in a row, and how
 * many of them each step takes. epochs: whatever comes from a place in a sequence of epochs on.
 */
export type MarchBatches = { kind: 'given'; examples: Int32Array; counts: Int32Array } | EpochPlace

/** A row of steps to be done at once. */
export interface MarchOrder {
  readonly firstStep: number
  readonly count: number
  readonly batches: MarchBatches
  readonly eta: number
  /** Factor on alpha. */
  readonly gain: number
  /** Written: loss per step, V^2, and from `maskAt` on `words` 32-bit words per step. */
  readonly loss: Float64Array
  readonly masks: Uint32Array
  /** Where the first step's loss goes; its mask goes to `at * words`. */
  readonly at: number
}

/** Does many steps at once, with the bits of schedule, kernel and rule step by step. */
export interface Stepper {
  /** Whether it takes batches as a place in a sequence of epochs too. */
  readonly followsEpochs: boolean
  /** Steps that one call may do, where batches of such a size are given. */
  capacity(batch: number): number
  /** Takes the task's desired voltages over, after they changed. */
  loadTargets(): void
  /** @param learns E flags: 0 for an edge that never updates; null: all may. */
  select(selection: MarchSelection, learns: Uint8Array | null): void
  /**
   * Does the steps of an order; changes the conductances, and the levels of the rule.
   * @returns the newest example.
   */
  march(order: MarchOrder, rule: MarchRule, conductance: Float64Array): number
}
