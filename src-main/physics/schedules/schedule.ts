import type { MarchSelection } from '../solver'
import type { StateReader, StateWriter } from '../state'

/** Which edges update on which step. All forms are ours, after Wycoff et al. (2022). */
export interface Schedule {
  /** E values: expected updates per step. */
  readonly probability: Float64Array
  /** Mean of these over the edges: p where all have the same. */
  readonly mean: number
  /**
   * Writes the numbers of the edges that update on a step; a function of the step alone.
   * @param step 1, 2, ... @param edges E places. @returns how many.
   */
  select(step: number, edges: Int32Array): number
  /** Present where a probability p can be changed while it runs. */
  setProbability?(probability: number): void
  /** Present where edges are drawn one by one from a stream's words, or all update. */
  readonly selection?: MarchSelection
  /** Present where steps are events in continuous time. */
  readonly clock?: Clock
}

/** Simulated time of a schedule whose steps are events. */
export interface Clock {
  /** E values: rings per second. */
  readonly rate: Float64Array
  /** Time of the newest event, s. */
  readonly timeS: number
  save(state: StateWriter): void
  load(state: StateReader): void
}
