import { randomUUID } from 'node:crypto'
import {
  runConfigSchema,
  type Evaluation,
  type History,
  type RunConfig,
  type RunFile,
  type SeriesName,
} from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { ExpectationSnapshot } from '../expectation'
import type { HistorySnapshot } from '../history'
import { Telemetry } from '../telemetry'
import type { Database } from './database'
import type { CreateMachine } from './machine-at'
import { readRun } from './read'
import { RunRecorder } from './recorder'

/** Rows of a series as a bundle tells them. */
export type SeriesRows = Pick<
  History,
  'firstStep' | 'lastStep' | 'expectedUpdates' | 'min' | 'max' | 'mean'
>

/** A run that was recorded elsewhere. */
export interface ForeignRun {
  run: RunFile
  series: ReadonlyMap<SeriesName, SeriesRows>
  /** The file that it came from. */
  from: string
}

/** What a folder, a file or a command can be called by. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9-]{3,63}$/
const silent = { adjusted: () => undefined, problem: () => undefined }

/**
 * Puts a run of a bundle into the store: its configuration, result and series. Nothing is computed
 * but its network: the states between are, when somebody asks, from step 0 on.
 * @returns known: the same run is there already, and nothing was written
 * @throws ProblemError if its configuration cannot work
 */
export async function importRun(
  database: Database,
  { run, series, from }: ForeignRun,
  createMachine: CreateMachine,
): Promise<{ id: string; known: boolean }> {
  const id = freeId(database, run)
  if (id === null) return { id: run.run, known: true }
  const machine = createMachine('simulated')
  const simulated: RunConfig = { ...run.config, machine: { kind: 'simulated' } }
  const description = await machine.configure(id, simulated)
  const telemetry = new Telemetry(machine, description, silent).snapshot()
  await machine.close()
  const { config, result, problems } = run
  const { stop } = config
  const rows = [...series.values()].sort((a, b) => b.mean.length - a.mean.length)[0]
  const checkpoint: RunCheckpoint = {
    run: id,
    initialConfig: config,
    config,
    adjustmentsMade: config.adjustments.length,
    state: stop.steps !== null && result.steps >= stop.steps ? 'finished' : 'paused',
    step: result.steps,
    startedAt: run.startedAt ?? new Date().toISOString(),
    runTimeMs: result.runTimeMs,
    sequence: 0,
    merged: 0,
    problems,
    gaps: run.board?.gaps ?? [],
    twin: false,
    // A bundle holds no machine: it is computed again from step 0.
    machine: new Uint8Array(),
    telemetry: {
      ...telemetry,
      history: historyOf(series),
      expectation: rows === undefined ? telemetry.expectation : expectationOf(rows),
      evaluation: evaluationOf(result),
    },
  }
  const recorded = { id, initialConfig: config, config, description, from: null }
  new RunRecorder(recorded, run.versions).write(database, checkpoint)
  database.run('UPDATE run SET imported = ? WHERE id = ?', from.slice(-500), id)
  return { id, known: false }
}

/** null: the same run is in the store. A name that is taken by another, or no name, is replaced. */
function freeId(database: Database, { run, config, result }: RunFile): string | null {
  if (!PLAIN_ID.test(run)) return randomUUID()
  if (database.row('SELECT id FROM run WHERE id = ?', run) === null) return run
  const there = readRun(database, run)
  const same = (one: RunConfig): string => JSON.stringify(runConfigSchema.parse(one))
  return there.steps === result.steps && same(there.config) === same(config) ? null : randomUUID()
}

function historyOf(series: ForeignRun['series']): HistorySnapshot {
  const history: HistorySnapshot = {}
  for (const [name, { firstStep, lastStep, min, max, mean }] of series)
    history[name] = {
      // How many values a row sums up is not told: each counts as one.
      width: 1,
      ...{ firstStep, lastStep, min, max, sum: mean },
      tail: { count: 0, firstStep: 0, lastStep: 0, min: 0, max: 0, sum: 0 },
    }
  return history
}

function expectationOf({ lastStep, expectedUpdates }: SeriesRows): ExpectationSnapshot {
  const at = { step: [0], value: [0], slope: [0] }
  lastStep.forEach((step, row) => {
    const newest = at.step.length - 1
    if (step <= at.step[newest]) return
    at.slope[newest] = (expectedUpdates[row] - at.value[newest]) / (step - at.step[newest])
    at.step.push(step)
    at.value.push(expectedUpdates[row])
    at.slope.push(at.slope[newest])
  })
  return at
}

function evaluationOf({ steps, ...result }: RunFile['result']): Evaluation {
  const { trainError, testError, trainAccuracy, testAccuracy } = result
  const unknown = { outputs: new Float64Array(), targets: new Float64Array(), confusion: null }
  return { step: steps, trainError, testError, trainAccuracy, testAccuracy, ...unknown }
}
