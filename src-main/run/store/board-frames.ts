import type { Evaluation, SeriesName } from '@contract'
import type { BoardFrames } from '../../machine/board'
import type { ReceivedFrame } from './board-record'
import { unpack } from './codec'
import type { Database } from './database'
import { frameAt, readResumption, readRun } from './read'
import { storedHistory } from './stored-history'

/** Enough rows that of a short run each is one evaluation. */
const ROWS = 4096

/** What was received of a stored run on a board. @throws ProblemError `no-such-run` */
export function boardFrames(database: Database, id: string): BoardFrames {
  const { gaps } = readRun(database, id)
  const last = readResumption(database, id).telemetry.evaluation
  return {
    gaps,
    at: (step) => frameAt(database, id, step)?.frame ?? null,
    between: (after, upTo, most) =>
      database
        .rows(
          `SELECT data FROM frame WHERE run = ? AND lastStep > ? AND lastStep <= ?
          ORDER BY lastStep, number LIMIT ?`,
          ...[id, after, Math.min(upTo, Number.MAX_SAFE_INTEGER), most],
        )
        .map(({ data }) => unpack(data as Uint8Array) as ReceivedFrame),
    evaluation: (step) =>
      last !== null && step >= last.step ? last : evaluationBefore(database, id, step),
  }
}

/** Its errors alone are in the series; which output was what is not known any more. */
function evaluationBefore(database: Database, id: string, step: number): Evaluation {
  const newest = (series: SeriesName): { step: number; value: number } | null => {
    const { lastStep, mean } = storedHistory(database, id, series, 0, step, ROWS)
    const row = mean.length - 1
    return row < 0 ? null : { step: lastStep[row], value: mean[row] }
  }
  const train = newest('train')
  return {
    step: train?.step ?? 0,
    trainError: train?.value ?? NaN,
    testError: newest('test')?.value ?? null,
    trainAccuracy: newest('trainAccuracy')?.value ?? null,
    testAccuracy: newest('testAccuracy')?.value ?? null,
    outputs: new Float64Array(),
    targets: new Float64Array(),
    confusion: null,
  }
}
