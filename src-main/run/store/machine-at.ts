import { ProblemError, type Adjustment, type RunConfig } from '@contract'
import { RecordedBoard } from '../../machine/board'
import type { Machine, Sink } from '../../machine/machine'
import { recover } from '../checkpoint'
import { boardFrames } from './board-frames'
import { checkpointBefore, type StoredCheckpoint } from './checkpoints'
import type { Database } from './database'
import { readRun } from './read'

export type CreateMachine = (kind: RunConfig['machine']['kind']) => Machine

/** Nobody hears what happens on the way: it was recorded when it happened first. */
const silent: Sink = {
  steps: () => undefined,
  evaluated: () => undefined,
  adjusted: () => undefined,
  problem: () => undefined,
}

/**
 * A machine that stands where the run stood at a step: restored from the nearest checkpoint and run
 * from there. A checkpoint that cannot be read, because it was damaged or another version wrote
 * it, is passed over; without any the way begins at step 0.
 * Of a run on a board: what had been received by then.
 * @throws ProblemError `no-such-run`, `step-not-reached`, `no-frames`
 */
export async function machineAt(
  database: Database,
  id: string,
  step: number,
  createMachine: CreateMachine,
): Promise<Machine> {
  const { config, steps } = readRun(database, id)
  if (step > steps) throw notReached(step, steps)
  if (config.machine.kind === 'board') return boardAt(database, id, config, step)
  for (let before = step; ;) {
    const checkpoint = checkpointBefore(database, id, before)
    const machine = await restored(config, checkpoint, createMachine(config.machine.kind))
    if (machine === null) before = (checkpoint?.step ?? 0) - 1
    else return runTo(machine, step, checkpoint?.step ?? 0)
  }
}

/** null: the checkpoint is not of this configuration, damaged, or of another version. */
async function restored(
  config: RunConfig,
  checkpoint: StoredCheckpoint | null,
  machine: Machine,
): Promise<Machine | null> {
  if (checkpoint === null) {
    await machine.configure('', config)
    return machine
  }
  const made = config.adjustments.slice(0, checkpoint.made)
  const later: Adjustment[] = config.adjustments.slice(checkpoint.made)
  const { config: whole, now } = recover(
    {
      config: { ...config, adjustments: made },
      adjustmentsMade: checkpoint.made,
      step: checkpoint.step,
      startedAt: '',
    },
    later,
  )
  await machine.configure('', whole)
  try {
    await machine.restore(checkpoint.machine)
  } catch (thrown) {
    await machine.close()
    if (thrown instanceof ProblemError && thrown.problem.id === 'foreign-checkpoint') return null
    throw thrown
  }
  for (const change of now) await machine.adjust(change, silent)
  return machine
}

async function runTo(machine: Machine, step: number, from: number): Promise<Machine> {
  if (step === from) return machine
  const onTo = (steps: number) => machine.advance({ steps, expired: () => false }, silent)
  const { step: reached } = await onTo(step - from)
  if (reached === step) return machine
  // The stop rule was moved on since the checkpoint.
  machine.extend(null)
  await onTo(step - reached)
  return machine
}

/** A run on a board cannot be computed again: it is what was received of it. */
async function boardAt(
  database: Database,
  id: string,
  config: RunConfig,
  step: number,
): Promise<Machine> {
  const frames = boardFrames(database, id)
  if (frames.at(Number.MAX_SAFE_INTEGER) === null) throw noFrames
  const machine = new RecordedBoard(frames)
  await machine.configure('', config)
  machine.goTo(step)
  return machine
}

const noFrames = new ProblemError({
  id: 'no-frames',
  severity: 'error',
  message: 'No frame of this run on a board is in the store: it came from a bundle, or died early.',
  kept: 'Its configuration, series and result.',
  tip: 'Compare shows its series.',
})

function notReached(step: number, steps: number): ProblemError {
  return new ProblemError({
    id: 'step-not-reached',
    severity: 'error',
    message: `The run has ${steps} steps; there is no step ${step}.`,
    tip: 'Resume the run to get there.',
  })
}
