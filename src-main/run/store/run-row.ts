import type { RunConfig } from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { RecordedRun } from '../recording'
import type { Versions } from '../record'
import { AdjustmentWriter } from './adjustments'
import { bytesOf } from './codec'
import { curveOf } from './curve'
import type { Database, Value } from './database'

/** The row of a run that the library lists; made with the first checkpoint of a run that began. */
export class RunRow {
  private config: RunConfig | null = null

  constructor(
    private readonly run: RecordedRun,
    private readonly versions: Versions,
  ) {}

  isIn(database: Database): boolean {
    return database.row('SELECT id FROM run WHERE id = ?', this.run.id) !== null
  }

  write(database: Database, checkpoint: RunCheckpoint): void {
    if (this.config === null && !this.isIn(database)) this.create(database, checkpoint)
    if (this.config === null || !sameButAdjustments(this.config, checkpoint.config))
      database.run(
        'UPDATE run SET config = ? WHERE id = ?',
        ...[withoutAdjustments(checkpoint.config), this.run.id],
      )
    const { evaluation, history } = checkpoint.telemetry
    const curve = history.batch === undefined ? null : bytesOf(curveOf(history.batch))
    const { trainError = null, testError = null } = evaluation ?? {}
    const accuracy = evaluation?.testAccuracy ?? evaluation?.trainAccuracy ?? null
    database.run(
      `UPDATE run SET state = ?, interrupted = 0, step = ?, runTimeMs = ?,
      trainError = ?, testError = ?, accuracy = ?, curve = ? WHERE id = ?`,
      ...[checkpoint.state, checkpoint.step, checkpoint.runTimeMs],
      ...[trainError, testError, accuracy, curve, this.run.id],
    )
  }

  /** The transaction holds. */
  written({ config }: RunCheckpoint): void {
    this.config = config
  }

  forget(): void {
    this.config = null
  }

  private create(database: Database, { startedAt }: RunCheckpoint): void {
    const { id, initialConfig, config, description } = this.run
    const { schedule, task, machine } = config
    const values: Record<string, Value> = {
      id,
      createdAt: startedAt,
      name: config.name,
      state: 'paused',
      machine: machine.kind,
      task: task.kind,
      schedule: schedule.kind,
      p: 'probability' in schedule ? schedule.probability : null,
      b: config.batch.size,
      seed: config.seed,
      step: 0,
      runTimeMs: 0,
      versions: JSON.stringify(this.versions),
      initialConfig: withoutAdjustments(initialConfig),
      config: withoutAdjustments(config),
      edges: description.edges.length,
    }
    const names = Object.keys(values)
    database.run(
      `INSERT INTO run (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(values),
    )
    new AdjustmentWriter(id, true).write(database, initialConfig.adjustments)
  }
}

function withoutAdjustments(config: RunConfig): string {
  return JSON.stringify({ ...config, adjustments: [] })
}

/** A run replaces what it changes and hands on the rest as it is. */
function sameButAdjustments(one: RunConfig, other: RunConfig): boolean {
  return (Object.keys(other) as (keyof RunConfig)[]).every(
    (key) => key === 'adjustments' || one[key] === other[key],
  )
}
