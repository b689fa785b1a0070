import type { Frame, MachineDescription, Reply, RunFile, RunState } from '@contract'
import { physicsOf, type Physics } from './observables'
import type { Versions } from './record'
import type { Replayed } from './replay'
import type { Run } from './run'

/** Record, present state and description of one and the same step: what a report shows. */
export interface RunView {
  run: RunFile
  frame: Frame
  description: MachineDescription
  physics: Physics | null
}

export function viewOf(run: Run, versions: Versions, counters: { merged: number }): RunView {
  return {
    run: run.record(versions),
    frame: run.still(counters),
    description: run.description,
    physics: physicsOf(run.machine),
  }
}

/** What a window that opens is told of the run of the moment. @param replayed what it replays */
export function presentOf(
  run: Run,
  state: RunState,
  replayed: Replayed | null,
): NonNullable<Reply<'present'>> {
  const { recordedConfig: config, adjustmentsMade, description } = run
  const known = { config, adjustmentsMade, state, description, ...run.notices.snapshot() }
  const own = { ...known, twin: run.hasTwin, replay: null }
  if (replayed === null) return own
  const { id: of, config: all, steps, runTimeMs } = replayed
  // Every change of the record is shown from the first, whatever step stands.
  const made = { adjustmentsMade: all.adjustments.length }
  const recorded = { ...all, pace: config.pace }
  return { ...own, ...made, config: recorded, replay: { of, steps, runTimeMs } }
}
