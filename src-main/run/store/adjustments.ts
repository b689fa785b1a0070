import type { Adjustment } from '@contract'
import type { Database } from './database'

/** Appends and corrects the list of adjustments of a run: what did not change is not written. */
export class AdjustmentWriter {
  /** @param given those of the configuration as it was given, not as it is now */
  constructor(
    private readonly run: string,
    private readonly given: boolean,
    private stored: readonly Adjustment[] = [],
  ) {}

  copy(): AdjustmentWriter {
    return new AdjustmentWriter(this.run, this.given, this.stored)
  }

  write(database: Database, all: readonly Adjustment[]): void {
    const { run, given, stored } = this
    let same = 0
    // The ledger hands out the same objects each time.
    while (same < all.length && all[same] === stored[same]) same++
    if (same === all.length && stored.length === all.length) return
    const of = [run, given ? 1 : 0] as const
    database.run(
      'DELETE FROM adjustment WHERE run = ? AND given = ? AND number >= ?',
      ...[...of, same],
    )
    for (let number = same; number < all.length; number++) {
      const { step, change } = all[number]
      database.run(
        'INSERT INTO adjustment (run, given, number, step, change) VALUES (?, ?, ?, ?, ?)',
        ...[...of, number, step, JSON.stringify(change)],
      )
    }
    this.stored = all
  }
}

export function readAdjustments(database: Database, run: string, given: boolean): Adjustment[] {
  return database
    .rows(
      'SELECT step, change FROM adjustment WHERE run = ? AND given = ? ORDER BY number',
      ...[run, given ? 1 : 0],
    )
    .map(({ step, change }) => ({ step: Number(step), change: JSON.parse(String(change)) }))
}
