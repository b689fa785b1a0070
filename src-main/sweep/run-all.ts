import type { SweepRow } from '@contract'
import type { Pool } from './pool'
import type { Sweep } from './plan/sweep'

export interface RunAllParts {
  /** Asked before each run: those not begun are left out once it is true. */
  interrupted?(): boolean
  /** After each run, in the order in which they end. */
  done?(row: SweepRow): void
}

/**
 * Every run of a sweep, without a folder. One that fails stops no other. The pool is closed.
 * @returns the rows in the order of the plan
 */
export async function runAll(sweep: Sweep, pool: Pool, parts: RunAllParts): Promise<SweepRow[]> {
  const rows: SweepRow[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < sweep.count && parts.interrupted?.() !== true) {
      const row = await pool.run(next++)
      if (row === null) return
      rows.push(row)
      parts.done?.(row)
    }
  }
  try {
    await Promise.all(Array.from({ length: pool.lanes }, lane))
  } finally {
    await pool.close()
  }
  return rows.sort((a, b) => a.index - b.index)
}
