import type { History, HistorySeries } from '@contract'
import { RunClock } from '../clock'
import { Expectation } from '../expectation'
import { Pyramid, type Rows } from '../pyramid'
import { doublesOf } from './codec'
import type { Database } from './database'
import { readResumption } from './read'
import { SUMMARY_COLUMNS } from './summary'

/**
 * A stretch of a stored run's series in at most so many rows: from the whole history, or, where a
 * narrow stretch has more in them, from the summaries. O(summaries of the stretch).
 * @param toStep null: to the newest
 * @throws ProblemError `no-such-run`
 */
export function storedHistory(
  database: Database,
  run: string,
  series: HistorySeries,
  fromStep: number,
  toStep: number | null,
  buckets: number,
): History {
  const { telemetry, step, runTimeMs } = readResumption(database, run)
  const pyramid = new Pyramid()
  const kept = telemetry.history[series]
  if (kept !== undefined) pyramid.restore(kept)
  const whole = pyramid.query(fromStep, toStep ?? Infinity, buckets)
  const fine = summaries(database, run, series, fromStep, toStep ?? Infinity)
  const rows = fine.length > whole.min.length ? merged(fine, buckets) : whole
  const expectation = new Expectation(0)
  expectation.restore(telemetry.expectation)
  const clock = new RunClock()
  if (telemetry.clock !== undefined) clock.restore(telemetry.clock)
  clock.pass(step, runTimeMs)
  return {
    run,
    series,
    ...rows,
    expectedUpdates: rows.lastStep.map((step) => expectation.at(step)),
    runTimeMs: rows.lastStep.map((step) => clock.at(step)),
    range: pyramid.range() ?? { firstStep: 0, lastStep: 0 },
  }
}

/** Rows of the summaries that touch a stretch. */
function summaries(
  database: Database,
  run: string,
  series: HistorySeries,
  from: number,
  to: number,
): Float64Array[] {
  const blobs = database.rows(
    `SELECT rows FROM summary WHERE run = ? AND series = ? AND lastStep >= ? AND firstStep <= ?
    ORDER BY lastStep`,
    ...[run, series, from, Math.min(to, Number.MAX_SAFE_INTEGER)],
  )
  return blobs.flatMap(({ rows }) => {
    const all = doublesOf(rows as Uint8Array)
    return Array.from({ length: all.length / SUMMARY_COLUMNS }, (_, n) =>
      all.subarray(n * SUMMARY_COLUMNS, (n + 1) * SUMMARY_COLUMNS),
    ).filter(([first, last]) => last >= from && first <= to)
  })
}

/** Neighbours together, so many at a time that at most `most` rows are left. */
function merged(fine: readonly Float64Array[], most: number): Rows {
  const together = Math.ceil(fine.length / most)
  const length = Math.ceil(fine.length / together)
  const rows: Rows = {
    firstStep: new Float64Array(length),
    lastStep: new Float64Array(length),
    min: new Float64Array(length).fill(Infinity),
    max: new Float64Array(length).fill(-Infinity),
    mean: new Float64Array(length),
  }
  for (let row = 0; row < length; row++) {
    const group = fine.slice(row * together, (row + 1) * together)
    let [sum, count] = [0, 0]
    for (const one of group) {
      rows.min[row] = Math.min(rows.min[row], one[2])
      rows.max[row] = Math.max(rows.max[row], one[3])
      sum += one[4]
      count += one[5]
    }
    rows.firstStep[row] = group[0][0]
    rows.lastStep[row] = group[group.length - 1][1]
    rows.mean[row] = sum / count
  }
  return rows
}
