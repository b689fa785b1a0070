import { RecordedBoard } from '../../machine/board'
import type { Replayed } from '../replay'
import { boardFrames } from './board-frames'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { frameAt, readResumption, readRun } from './read'
import { storedHistory } from './stored-history'

/**
 * A stored run for its replay.
 * @throws ProblemError `no-such-run`
 */
export function replayedRun(
  database: Database,
  id: string,
  createMachine: CreateMachine,
): Replayed {
  const { config, steps, runTimeMs, startedAt } = readRun(database, id)
  const board = config.machine.kind === 'board'
  const { telemetry } = readResumption(database, id)
  return {
    id,
    config,
    steps,
    runTimeMs,
    startedAt,
    // Of an imported run nobody saw the last steps here.
    last: telemetry.raster.steps > 0 ? telemetry : null,
    ...(board ? { settle: (step) => frameAt(database, id, step)?.frame.step ?? 0 } : {}),
    history: (series, from, to, buckets) => storedHistory(database, id, series, from, to, buckets),
    reader: {
      end: steps,
      async describe(run) {
        const machine = board
          ? new RecordedBoard(boardFrames(database, id))
          : createMachine(config.machine.kind)
        const description = await machine.configure(run, config)
        await machine.close()
        return description
      },
      at: (step) => machineAt(database, id, step, createMachine),
    },
  }
}
