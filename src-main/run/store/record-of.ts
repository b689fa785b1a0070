import type { RunFile } from '@contract'
import { receptionOf } from '../../machine/board'
import type { RunCheckpoint } from '../checkpoint'
import { recordRun, type RecordInput } from '../record'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { readResumption, readRun, type StoredRun } from './read'

/**
 * `run.json` of a stored run, as if it were the present one.
 * @throws ProblemError `no-such-run`, `no-frames`
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
    problems: run.problems.map(({ problem }) => problem),
    ...receivedOf(run, resumption),
  })
  await machine.close()
  return record
}

/** What a run on a board missed, and what its checkpoint says of the board. */
function receivedOf(
  { config, device, gaps }: StoredRun,
  { machine }: RunCheckpoint,
): Pick<RecordInput, 'reception' | 'gaps' | 'dropped' | 'twin'> {
  const simulated = { reception: null, gaps: [], dropped: 0, twin: null }
  if (config.machine.kind !== 'board' || device === null) return simulated
  const reception = receptionOf(machine, config, device)
  // The comparison with a twin lived in memory alone.
  return { reception, gaps, dropped: reception.framesMissed, twin: null }
}
