import {
  libraryEntrySchema,
  libraryFilterSchema,
  type LibraryEntry,
  type LibraryFilter,
} from '@contract'
import { doublesOf } from './codec'
import type { Database, Row, Value } from './database'
import { noSuchRun } from './problems'
import { RUN_TABLES } from './schema'

const COLUMNS = `id, name, note, tags, machine, task, schedule, p, b, seed, createdAt, state,
  interrupted, step, runTimeMs, trainError, testError, accuracy, curve, imported, trashedAt,
  json_extract(config, '$.rule.kind') AS rule`

/**
 * Stored runs, newest first.
 * @param live somebody records now: a run that is running really is
 */
export function listRuns(database: Database, filter: LibraryFilter, live: boolean): LibraryEntry[] {
  const { text, machine, tag, trashed, limit } = libraryFilterSchema.parse(filter)
  const conditions = [`trashedAt IS ${trashed ? 'NOT ' : ''}NULL`]
  const values: Value[] = []
  if (machine !== undefined) {
    conditions.push('machine = ?')
    values.push(machine)
  }
  if (tag !== undefined) {
    conditions.push('EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)')
    values.push(tag)
  }
  if (text !== undefined && text !== '') {
    const words = "name || ' ' || note || ' ' || tags || ' ' || task || ' ' || id"
    conditions.push(`(${words}) LIKE ? ESCAPE '\\'`)
    values.push(`%${text.replace(/[\\%_]/g, '\\$&')}%`)
  }
  const rows = database.rows(
    `SELECT ${COLUMNS} FROM run WHERE ${conditions.join(' AND ')}
    ORDER BY createdAt DESC, id LIMIT ?`,
    ...[...values, limit],
  )
  return rows.map((row) => entryOf(row, live))
}

/** The only run whose identity begins so, or `last`. @throws ProblemError */
export function findRun(database: Database, wanted: string): string {
  if (wanted === 'last') {
    const newest = database.row(
      'SELECT id FROM run WHERE trashedAt IS NULL ORDER BY createdAt DESC, id LIMIT 1',
    )
    if (newest !== null) return String(newest.id)
  }
  const rows = database.rows(
    'SELECT id FROM run WHERE substr(id, 1, length(?)) = ?',
    wanted,
    wanted,
  )
  if (wanted === '' || rows.length !== 1) throw noSuchRun(wanted, rows.length)
  return String(rows[0].id)
}

/** @throws ProblemError `no-such-run` */
export function renameRun(database: Database, id: string, name: string): void {
  change(database, 'name = ?', [id], name)
}

/** @throws ProblemError `no-such-run` */
export function noteRun(database: Database, id: string, note: string): void {
  change(database, 'note = ?', [id], note)
}

/** These tags and no others, each once. @throws ProblemError `no-such-run` */
export function tagRun(database: Database, id: string, tags: readonly string[]): void {
  change(database, 'tags = ?', [id], JSON.stringify([...new Set(tags)]))
}

/** Out of the library, or back into it. @throws ProblemError `no-such-run` */
export function trashRuns(database: Database, ids: readonly string[], at: string | null): void {
  change(database, 'trashedAt = ?', ids, at)
}

/** For good: all rows of the runs, if they are in the trash; the file shrinks. */
export function purgeRuns(database: Database, ids: readonly string[]): void {
  database.transaction(() => {
    for (const id of ids) {
      const row = database.row('SELECT id FROM run WHERE id = ? AND trashedAt IS NOT NULL', id)
      if (row === null) throw noSuchRun(id)
      for (const table of RUN_TABLES) database.run(`DELETE FROM ${table} WHERE run = ?`, id)
      database.run('DELETE FROM run WHERE id = ?', id)
    }
  })
  database.exec('PRAGMA incremental_vacuum')
}

function change(database: Database, what: string, ids: readonly string[], value: Value): void {
  database.transaction(() => {
    for (const id of ids) {
      if (database.row('SELECT id FROM run WHERE id = ?', id) === null) throw noSuchRun(id)
      database.run(`UPDATE run SET ${what} WHERE id = ?`, value, id)
    }
  })
}

function entryOf(row: Row, live: boolean): LibraryEntry {
  const { step, curve, tags, interrupted, state, rule, ...rest } = row
  const stopped = state === 'running' && !live
  return libraryEntrySchema.parse({
    ...rest,
    ...(rule === 'xy' ? { model: rule } : {}),
    state: stopped ? 'paused' : state,
    interrupted: stopped || interrupted === 1,
    steps: step,
    tags: JSON.parse(String(tags)),
    curve: curve === null ? new Float64Array() : doublesOf(curve as Uint8Array),
  })
}
