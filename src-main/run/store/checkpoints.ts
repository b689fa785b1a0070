import { CHECKPOINT_BUDGET_BYTES } from '@contract'
import type { Database } from './database'

/** So many of the newest are kept whatever their size: more than one, should one be damaged. */
const NEWEST = 4

export interface StoredCheckpoint {
  step: number
  /** The first so many adjustments of the run were made before it. */
  made: number
  machine: Uint8Array
}

/**
 * The checkpoints of a run: the newest few, and of the older ones every n-th, where n doubles when
 * they outgrow their budget. So the way from the nearest one to any step stays short: after a
 * day at one a second and 10 KB each, 16 s of work.
 */
export class Checkpoints {
  private constructor(
    private readonly database: Database,
    private readonly run: string,
    private readonly budget: number,
    private number: number,
    private bytes: number,
    private stride: number,
  ) {}

  /** Goes on with what is in the store. */
  static of(database: Database, run: string, budget = CHECKPOINT_BUDGET_BYTES): Checkpoints {
    const newest = database.row(
      'SELECT coalesce(max(number), -1) AS number FROM checkpoint WHERE run = ?',
      run,
    )
    const number = Number(newest?.number) + 1
    return new Checkpoints(database, run, budget, number, bytesOf(database, run), 1)
  }

  /** A transaction that may fail works on a copy. */
  copy(): Checkpoints {
    const { database, run, budget, number, bytes, stride } = this
    return new Checkpoints(database, run, budget, number, bytes, stride)
  }

  add({ step, made, machine }: StoredCheckpoint, open: Uint8Array): void {
    this.remove('step', step)
    this.database.run(
      'INSERT INTO checkpoint (run, step, number, made, machine, open) VALUES (?, ?, ?, ?, ?, ?)',
      ...[this.run, step, this.number, made, machine, open],
    )
    this.bytes += machine.length
    const leaving = this.number - NEWEST
    if (leaving >= 0 && leaving % this.stride !== 0) this.remove('number', leaving)
    while (this.bytes > this.budget && this.stride <= this.number) {
      this.stride *= 2
      this.database.run(
        'DELETE FROM checkpoint WHERE run = ? AND number <= ? AND number % ? <> 0',
        ...[this.run, leaving, this.stride],
      )
      this.bytes = bytesOf(this.database, this.run)
    }
    this.number += 1
  }

  private remove(column: 'step' | 'number', value: number): void {
    const { database, run } = this
    const where = `FROM checkpoint WHERE run = ? AND ${column} = ?`
    const row = database.row(`SELECT length(machine) AS bytes ${where}`, run, value)
    if (row === null) return
    database.run(`DELETE ${where}`, run, value)
    this.bytes -= Number(row.bytes)
  }
}

function bytesOf(database: Database, run: string): number {
  const sum = database.row(
    'SELECT coalesce(sum(length(machine)), 0) AS bytes FROM checkpoint WHERE run = ?',
    run,
  )
  return Number(sum?.bytes)
}

/** The last checkpoint at or before a step; null: the run starts from its configuration. */
export function checkpointBefore(
  database: Database,
  run: string,
  step: number,
): StoredCheckpoint | null {
  const row = database.row(
    `SELECT step, made, machine FROM checkpoint WHERE run = ? AND step <= ?
    ORDER BY step DESC LIMIT 1`,
    ...[run, step],
  )
  if (row === null) return null
  return { step: Number(row.step), made: Number(row.made), machine: row.machine as Uint8Array }
}
