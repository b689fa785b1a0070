import type { Evaluation, Frame } from '@contract'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'

/** Everything that a run was at one step. */
export interface StateAt {
  run: string
  step: number
  /** Mean over edges of the expected number of updates so far. */
  expectedUpdates: number
  state: Frame['state']
  evaluation: Evaluation
  /** Hash of the trajectory up to there. */
  hash: string
}

/**
 * The full state of a simulated run at any step it has done, bit for bit as it was.
 * @throws ProblemError `no-such-run`, `step-not-reached`, `no-frames`
 */
export async function stateAt(
  database: Database,
  run: string,
  step: number,
  createMachine: CreateMachine,
): Promise<StateAt> {
  const machine = await machineAt(database, run, step, createMachine)
  const seen: StateAt = {
    run,
    step,
    expectedUpdates: machine.expectedUpdates(),
    state: machine.observe(),
    evaluation: machine.evaluate(),
    hash: machine.hash(),
  }
  await machine.close()
  return seen
}
