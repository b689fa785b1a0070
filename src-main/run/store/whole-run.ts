import type { RunCheckpoint } from '../checkpoint'
import { AdjustmentWriter } from './adjustments'
import { pack } from './codec'
import type { Database } from './database'
import { HistoryWriter, tails } from './whole-history'

/** What a run needs to go on, and its whole history: written anew only where it changed. */
export class WholeRun {
  constructor(
    private readonly run: string,
    private readonly history = new HistoryWriter(run),
    private readonly adjustments = new AdjustmentWriter(run, false),
  ) {}

  /** A transaction that may fail works on a copy. */
  copy(): WholeRun {
    return new WholeRun(this.run, this.history.copy(), this.adjustments.copy())
  }

  write(database: Database, checkpoint: RunCheckpoint): void {
    const { telemetry, config } = checkpoint
    this.history.write(database, telemetry.history)
    this.adjustments.write(database, config.adjustments)
    database.run(
      'INSERT OR REPLACE INTO resume (run, step, data) VALUES (?, ?, ?)',
      ...[this.run, checkpoint.step],
      pack({
        ...checkpoint,
        // These stand elsewhere.
        ...{ initialConfig: undefined, config: undefined, machine: undefined },
        telemetry: { ...telemetry, history: tails(telemetry.history) },
      }),
    )
  }
}
