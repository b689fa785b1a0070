import { ProblemError } from '@contract'
import type { Replayed } from '../replay'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { readResumption, readRun } from './read'
import { storedHistory } from './stored-history'

/**
 * A stored run for its replay.
 * @throws ProblemError `no-such-run`, `not-replayable` for a run on a board
 */
export function replayedRun(
  database: Database,
  id: string,
  createMachine: CreateMachine,
): Replayed {
  const { config, steps, runTimeMs, startedAt } = readRun(database, id)
  if (config.machine.kind !== 'simulated') throw new ProblemError(notReplayable)
  const { telemetry } = readResumption(database, id)
  return {
    id,
    config,
    steps,
    runTimeMs,
    startedAt,
    // Of an imported run nobody saw the last steps here.
    last: telemetry.raster.steps > 0 ? telemetry : null,
    history: (series, from, to, buckets) => storedHistory(database, id, series, from, to, buckets),
    reader: {
      end: steps,
      async describe(run) {
        const machine = createMachine(config.machine.kind)
        const description = await machine.configure(run, config)
        await machine.close()
        return description
      },
      at: (step) => machineAt(database, id, step, createMachine),
    },
  }
}

const notReplayable = {
  id: 'not-replayable',
  severity: 'error' as const,
  message: 'A run on a board cannot be replayed step by step: what it did was measured.',
  kept: 'Every frame that came, its series and its result.',
  tip: 'Compare shows its series; the command line exports its frames.',
}
