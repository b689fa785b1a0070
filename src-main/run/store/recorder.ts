import type { Adjustment, BoardDevice, Evaluation, Gap, Problem } from '@contract'
import type { StepChunk } from '../../machine/machine'
import type { RunCheckpoint } from '../checkpoint'
import type { RecordedRun, RunRecording } from '../recording'
import type { Versions } from '../record'
import { BoardRecord, type ReceivedFrame } from './board-record'
import { Checkpoints } from './checkpoints'
import type { Database } from './database'
import { Measured } from './measured'
import { ProblemWriter } from './problem-writer'
import { RunRow } from './run-row'
import { WholeRun } from './whole-run'

/**
 * Measurements that wait take at most so much, and a slice of the run on top: at 200 MB/s, which is
 * every step of a small network, some ten transactions a second.
 */
export const MOST_WAITING_BYTES = 16_000_000

/**
 * Records one run. What it measures is gathered; with each checkpoint everything goes into the
 * store in one transaction, so that the store always holds a run up to a step and no more. What
 * could not be written stays for the next time.
 */
export class RunRecorder implements RunRecording {
  private readonly board: BoardRecord
  private readonly measured: Measured
  private readonly row: RunRow
  private whole: WholeRun
  private readonly problems: ProblemWriter
  private checkpoints: Checkpoints | null = null

  constructor(
    readonly run: RecordedRun,
    versions: Versions,
  ) {
    const { id, config, description, from } = run
    const { recording, machine } = config
    const sampled = machine.kind === 'simulated' ? recording : null
    const edges = description.edges.length
    this.measured = new Measured(id, sampled, recording.summaryEvery, edges)
    this.board = new BoardRecord(id)
    this.row = new RunRow(run, versions)
    this.whole = new WholeRun(id)
    this.problems = new ProblemWriter(id)
    if (from !== null) this.measured.reopen(from.step, null)
  }

  get nextSample(): number {
    return this.measured.nextSample
  }

  get full(): boolean {
    return this.measured.bytes + this.board.bytes >= MOST_WAITING_BYTES
  }

  steps(chunk: StepChunk): void {
    this.measured.steps(chunk)
  }

  evaluated(evaluation: Evaluation): void {
    this.measured.evaluated(evaluation)
  }

  /** Each checkpoint brings all adjustments. */
  adjusted(_adjustment: Adjustment): void {
    return
  }

  /** Each checkpoint brings all problems. */
  problem(_problem: Problem): void {
    return
  }

  gap(gap: Gap): void {
    this.board.gap(gap)
  }

  received(frame: ReceivedFrame, atMs: number): void {
    this.board.received(frame, atMs)
  }

  identified(device: BoardDevice): void {
    this.board.identified(device)
  }

  sample(conductance: Float64Array): void {
    this.measured.sample(conductance)
  }

  /**
   * Before the machine goes on from a checkpoint. The store may be ahead of it by what was not told
   * any more, and that goes; rows that were open there are taken up again.
   * @throws ProblemError
   */
  goOn(database: Database): void {
    const { id, from } = this.run
    if (from === null || !this.row.isIn(database)) return
    const open = database.row(
      'SELECT open FROM checkpoint WHERE run = ? AND step = ?',
      ...[id, from.step],
    )
    database.transaction(() => {
      database.run('DELETE FROM checkpoint WHERE run = ? AND step > ?', id, from.step)
      for (const table of ['summary', 'sample', 'frame'])
        database.run(`DELETE FROM ${table} WHERE run = ? AND lastStep > ?`, id, from.step)
      database.run(
        `DELETE FROM gap WHERE run = ? AND json_extract(gap, '$.toStep') > ?`,
        ...[id, from.step],
      )
      const known = from.problems.length
      database.run('DELETE FROM problem WHERE run = ? AND number >= ?', id, known)
    })
    if (open !== null) this.measured.reopen(from.step, open.open as Uint8Array)
  }

  /**
   * Everything up to this checkpoint goes into the store, or nothing.
   * @throws ProblemError; then it stays here for the next time
   */
  write(database: Database, checkpoint: RunCheckpoint): void {
    const { measured, board, row, problems } = this
    const whole = this.whole.copy()
    const checkpoints = this.checkpoints?.copy() ?? Checkpoints.of(database, this.run.id)
    database.transaction(() => {
      row.write(database, checkpoint)
      whole.write(database, checkpoint)
      problems.write(database, checkpoint)
      measured.write(database)
      board.write(database)
      const { step, adjustmentsMade: made, machine } = checkpoint
      checkpoints.add({ step, made, machine }, measured.open())
    })
    this.whole = whole
    this.checkpoints = checkpoints
    measured.clear()
    board.clear()
    row.written(checkpoint)
    problems.written(checkpoint)
  }

  /** The machine failed after the last checkpoint; a board's comes yet. @throws ProblemError */
  fail(database: Database, problem: Problem, step: number): void {
    if (this.run.config.machine.kind === 'board' || !this.row.isIn(database)) return
    database.transaction(() => {
      database.run(`UPDATE run SET state = 'failed' WHERE id = ?`, this.run.id)
      this.problems.add(database, problem, step)
    })
  }

  /** Nothing is recorded: what was measured is let go. */
  discard(): void {
    this.measured.clear()
    this.board.clear()
  }

  /** From now on into another store, which may hold the run so far. */
  moved(): void {
    this.checkpoints = null
    this.whole = new WholeRun(this.run.id)
    this.board.forget()
    this.problems.forget()
    this.row.forget()
  }
}
