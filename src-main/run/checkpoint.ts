import type { Adjustment, Change, Gap, Problem, RunConfig, RunState } from '@contract'
import type { TelemetrySnapshot } from './telemetry'
import type { TrailSnapshot } from './trail'

/**
 * A run at one step, enough to go on from it in another process. Handed from one engine process
 * to the next as it is; its machine part is checked by the machine that restores it.
 */
export interface RunCheckpoint {
  run: string
  /** As it was given: what a reset goes back to. */
  initialConfig: RunConfig
  /** With the adjustments made so far and those still planned. */
  config: RunConfig
  /** The first so many adjustments of `config` were made. */
  adjustmentsMade: number
  state: RunState
  step: number
  startedAt: string | null
  /** Left out by earlier versions, as the trail. */
  endedAt?: string | null
  trail?: TrailSnapshot
  runTimeMs: number
  sequence: number
  merged: number
  problems: Problem[]
  gaps: Gap[]
  /** A twin ran beside the board. */
  twin: boolean
  machine: Uint8Array
  telemetry: TelemetrySnapshot
}

/** How a fresh machine gets to where a lost one was. */
export interface Recovery {
  config: RunConfig
  /** Whether the checkpoint holds a machine that had begun. */
  restore: boolean
  /** To be made at once, in this order; the configuration makes the others at their steps. */
  now: Change[]
}

/**
 * @param later adjustments made after the checkpoint, as the lost engine told them
 */
export function recover(
  checkpoint: Pick<RunCheckpoint, 'config' | 'adjustmentsMade' | 'step' | 'startedAt'>,
  later: readonly Adjustment[],
): Recovery {
  const { config, adjustmentsMade, step, startedAt } = checkpoint
  const begun = startedAt !== null
  const made = config.adjustments.slice(0, adjustmentsMade)
  const planned = config.adjustments.slice(adjustmentsMade)
  const overdue = later.filter((adjustment) => adjustment.step <= step)
  const ahead = later.filter((adjustment) => adjustment.step > step)
  return {
    // A machine that had begun carries what was made in its state; its plan still names it.
    config: { ...config, adjustments: [...(begun ? made : []), ...planned, ...ahead] },
    restore: begun,
    now: [...(begun ? [] : made), ...overdue].map(({ change }) => change),
  }
}
