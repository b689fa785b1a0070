import type { Evaluation, Recording } from '@contract'
import type { StepChunk } from '../../machine/machine'
import { bytesOf, pack, unpack } from './codec'
import { Columns } from './columns'
import type { Database } from './database'
import { nextSampleAfter } from './sampling'
import { Summary, SUMMARY_COLUMNS } from './summary'

const SERIES = ['batch', 'train', 'test', 'trainAccuracy', 'testAccuracy'] as const
type Series = (typeof SERIES)[number]

/** What a run measured since the last transaction, and what is not yet a full row. */
export class Measured {
  private readonly summaries: Record<Series, Summary>
  private readonly samples: Columns
  private step = 0
  private loss = 0
  nextSample: number

  /** @param recording null: a machine that cannot be asked to stop at a step */
  constructor(
    private readonly run: string,
    private readonly recording: Recording | null,
    summaryEvery: number,
    edges: number,
  ) {
    const summary = (): Summary => new Summary(summaryEvery)
    this.summaries = {
      batch: summary(),
      train: summary(),
      test: summary(),
      trainAccuracy: summary(),
      testAccuracy: summary(),
    }
    this.samples = new Columns(2 + edges)
    this.nextSample = this.sampleAfter(0)
  }

  /** What waits to be written. */
  get bytes(): number {
    return SERIES.reduce((sum, name) => sum + this.summaries[name].bytes, this.samples.bytes)
  }

  steps({ firstStep, count, loss, at }: StepChunk): void {
    if (count === 0) return
    if (at === undefined) this.summaries.batch.addSteps(firstStep, loss, count)
    else at.forEach((step, row) => this.summaries.batch.add(step, loss[row]))
    this.step = at === undefined ? firstStep + count - 1 : at[count - 1]
    this.loss = loss[count - 1]
    // A machine that does not stop there has gone past it.
    if (this.step > this.nextSample) this.nextSample = this.sampleAfter(this.step)
  }

  evaluated({ step, trainError, testError, trainAccuracy, testAccuracy }: Evaluation): void {
    this.summaries.train.add(step, trainError)
    if (testError !== null) this.summaries.test.add(step, testError)
    if (trainAccuracy !== null) this.summaries.trainAccuracy.add(step, trainAccuracy)
    if (testAccuracy !== null) this.summaries.testAccuracy.add(step, testAccuracy)
  }

  sample(conductance: Float64Array): void {
    this.samples.pushArray([this.step, this.loss], conductance)
    this.nextSample = this.sampleAfter(this.step)
  }

  /** Rows that are not yet full; packed. */
  open(): Buffer {
    return pack(Object.fromEntries(SERIES.map((name) => [name, this.summaries[name].open()])))
  }

  /** Goes on at a step with the rows that were open there. */
  reopen(step: number, open: Uint8Array | null): void {
    this.step = step
    this.nextSample = this.sampleAfter(step)
    if (open === null) return
    const rows = unpack(open) as Record<Series, number[]>
    for (const name of SERIES) this.summaries[name].reopen(rows[name] ?? [])
  }

  write(database: Database): void {
    for (const name of SERIES) this.writeSummary(database, name)
    const rows = this.samples.filled()
    if (rows.length === 0) return
    const last = rows.length - rows.length / this.samples.rows
    database.run(
      'INSERT INTO sample (run, firstStep, lastStep, rows) VALUES (?, ?, ?, ?)',
      ...[this.run, rows[0], rows[last], bytesOf(rows)],
    )
  }

  /** The transaction holds. */
  clear(): void {
    for (const name of SERIES) this.summaries[name].clear()
    this.samples.clear()
  }

  private sampleAfter(step: number): number {
    return this.recording === null ? Infinity : nextSampleAfter(step, this.recording)
  }

  private writeSummary(database: Database, name: Series): void {
    const rows = this.summaries[name].full()
    if (rows.length === 0) return
    let [min, max, sum, count] = [Infinity, -Infinity, 0, 0]
    for (let at = 0; at < rows.length; at += SUMMARY_COLUMNS) {
      min = Math.min(min, rows[at + 2])
      max = Math.max(max, rows[at + 3])
      sum += rows[at + 4]
      count += rows[at + 5]
    }
    const last = rows[rows.length - SUMMARY_COLUMNS + 1]
    database.run(
      `INSERT INTO summary (run, series, firstStep, lastStep, min, max, sum, count, rows)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[this.run, name, rows[0], last, min, max, sum, count, bytesOf(rows)],
    )
  }
}
