import type { Database } from './database'
import { RUN_TABLES } from './schema'

/**
 * Copies all that is stored of a run into another store, whose own rows of that run go. The first
 * store is only read: its disk may be full.
 */
export function copyRun(from: Database, to: Database, run: string): void {
  to.run('ATTACH DATABASE ? AS former', from.path)
  try {
    to.transaction(() => {
      for (const [table, column] of [['run', 'id'], ...RUN_TABLES.map((one) => [one, 'run'])]) {
        // By name: columns that a migration added stand elsewhere than in a new file.
        const names = to.rows(`PRAGMA main.table_info(${table})`).map(({ name }) => String(name))
        const all = names.join(', ')
        to.run(`DELETE FROM main.${table} WHERE ${column} = ?`, run)
        to.run(
          `INSERT INTO main.${table} (${all}) SELECT ${all} FROM former.${table} WHERE ${column} = ?`,
          run,
        )
      }
    })
  } finally {
    to.exec('DETACH DATABASE former')
  }
}
