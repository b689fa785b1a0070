import { toProblem, type SweepRow } from '@contract'
import type { Machine } from '../../machine/machine'
import type { SweepRun } from '../plan/sweep'
import { GivenUp, type Control } from './control'
import { learn } from './learn'

/** Does a run on a machine. @returns its row; null: it was given up on its way */
export async function rowOf(
  run: SweepRun,
  machine: Machine,
  control?: Control,
): Promise<SweepRow | null> {
  const head = { run: run.run, index: run.index, cell: run.cell, seed: run.seed }
  try {
    return { state: 'finished', ...head, result: await learn(machine, run, control) }
  } catch (thrown) {
    if (thrown instanceof GivenUp) return null
    return { state: 'failed', ...head, problem: toProblem(thrown, 'run-failed') }
  }
}
