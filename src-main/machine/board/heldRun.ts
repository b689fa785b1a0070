import type { Adjustment, Change, Evaluation, RunConfig } from '@contract'
import type { BoardProgram } from '../../board'
import type { Learner } from '../../physics'
import type { Follower } from './follower'
import type { Measured } from './measured'

/** A run that was sent to a board. */
export interface HeldRun {
  readonly id: string
  readonly config: RunConfig
  /** The same network, task, rule and schedule; it learns nothing. */
  readonly model: Learner
  readonly program: BoardProgram
  readonly adjustments: readonly Adjustment[]
  readonly follower: Follower
  readonly measured: Measured
  evaluation: Evaluation
  /** Of the newest evaluation in the record. */
  evaluatedStep: number
  /** Adjustments of the configuration that were made, and all that were. */
  made: number
  changes: Adjustment[]
  /** It was sent, and whether it arrived is not known. */
  asking: Change | null
  /** Adjustments before this step were made by the program that had the run before this one. */
  madeUntil: number
  limit: number
  started: boolean
  /** INITiate was sent, and its end was not seen. */
  learning: boolean
  /** It ends where nothing is to be asked. */
  brief: boolean
}
