import type { RunFile } from '@contract'
import { recordRun } from '../record'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { readResumption, readRun } from './read'

/**
 * `run.json` of a stored run, as if it were the present one.
 * @throws ProblemError `no-such-run`, `not-computable`
 */
export async function recordOf(
  database: Database,
  id: string,
  createMachine: CreateMachine,
): Promise<RunFile> {
  const run = readRun(database, id)
  const resumption = readResumption(database, id)
  const machine = await machineAt(database, id, run.steps, createMachine)
  const record = recordRun({
    run: id,
    config: run.config,
    startedAt: run.startedAt,
    endedAt: resumption.endedAt ?? null,
    trail: resumption.trail?.points ?? [],
    versions: run.versions,
    steps: run.steps,
    expectedUpdates: machine.expectedUpdates(),
    runTimeMs: run.runTimeMs,
    evaluation: machine.evaluate(),
    hash: machine.hash(),
    dropped: 0,
    problems: run.problems.map(({ problem }) => problem),
    // A run on a board is not computed again.
    reception: null,
    gaps: [],
    twin: null,
  })
  await machine.close()
  return record
}
