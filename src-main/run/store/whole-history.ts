import type { HistorySeries } from '@contract'
import type { HistorySnapshot } from '../history'
import type { PyramidSnapshot } from '../pyramid'
import { bytesOf, doublesOf } from './codec'
import type { Database } from './database'

/** First and last step, minimum, maximum, sum of a bucket: a column each. */
const COLUMNS = ['firstStep', 'lastStep', 'min', 'max', 'sum'] as const

/** What is in the store of one series: so many buckets of that width. */
interface Stored {
  width: number
  buckets: number
  parts: number
}

/**
 * Writes the histories of a run, a bucket once: full buckets never change, so each time only the new
 * ones are appended, and everything is written anew only when the width doubles.
 */
export class HistoryWriter {
  constructor(
    private readonly run: string,
    private readonly stored = new Map<string, Stored>(),
  ) {}

  copy(): HistoryWriter {
    return new HistoryWriter(this.run, new Map(this.stored))
  }

  write(database: Database, snapshot: HistorySnapshot): void {
    for (const [series, pyramid] of Object.entries(snapshot))
      if (pyramid !== undefined) this.append(database, series, pyramid)
  }

  private append(database: Database, series: string, pyramid: PyramidSnapshot): void {
    const { run } = this
    const length = pyramid.firstStep.length
    const before = this.stored.get(series)
    const goesOn = before?.width === pyramid.width && before.buckets <= length
    const [from, part] = goesOn ? [before.buckets, before.parts] : [0, 0]
    if (!goesOn) database.run('DELETE FROM history WHERE run = ? AND series = ?', run, series)
    if (length === from) return
    database.run(
      'INSERT INTO history (run, series, part, width, rows) VALUES (?, ?, ?, ?, ?)',
      ...[run, series, part, pyramid.width, bytesOf(columnsFrom(pyramid, from))],
    )
    this.stored.set(series, { width: pyramid.width, buckets: length, parts: part + 1 })
  }
}

/** What a snapshot keeps besides its buckets: small, and different each time. */
export function tails(snapshot: HistorySnapshot): unknown {
  return Object.fromEntries(
    Object.entries(snapshot).flatMap(([series, pyramid]) =>
      pyramid === undefined ? [] : [[series, { width: pyramid.width, tail: pyramid.tail }]],
    ),
  )
}

/** The histories with all buckets again. @param rest what `tails` gave */
export function readHistory(
  database: Database,
  run: string,
  rest: HistorySnapshot,
): HistorySnapshot {
  const history: HistorySnapshot = {}
  for (const series of Object.keys(rest) as HistorySeries[]) {
    const tail = rest[series]
    if (tail === undefined) continue
    const parts = database
      .rows('SELECT rows FROM history WHERE run = ? AND series = ? ORDER BY part', run, series)
      .map(({ rows }) => doublesOf(rows as Uint8Array))
    const [firstStep, lastStep, min, max, sum] = COLUMNS.map((_, column) => joined(parts, column))
    history[series] = { ...tail, firstStep, lastStep, min, max, sum }
  }
  return history
}

function columnsFrom(pyramid: PyramidSnapshot, from: number): Float64Array {
  const rows = pyramid.firstStep.length - from
  const all = new Float64Array(COLUMNS.length * rows)
  COLUMNS.forEach((name, column) => all.set(pyramid[name].subarray(from), column * rows))
  return all
}

function joined(parts: readonly Float64Array[], column: number): Float64Array {
  const columns = parts.map((part) => {
    const rows = part.length / COLUMNS.length
    return part.subarray(column * rows, (column + 1) * rows)
  })
  const all = new Float64Array(columns.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const one of columns) {
    all.set(one, at)
    at += one.length
  }
  return all
}
