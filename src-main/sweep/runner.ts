import { ProblemError, toProblem, type Problem, type SweepProgress, type SweepRow } from '@contract'
import type { Pool } from './pool'
import type { Sweep } from './plan/sweep'
import { Tally } from './progress'
import { runCountOf, runsOf, type Shard } from './shard'
import { Scan, rowsByIndex } from './store/scan'
import { openFolder } from './store/folder'
import { ResultsWriter } from './store/writer'

export interface RunnerParts {
  folder: string
  sweep: Sweep
  shard: Shard
  makePool(): Pool
  nowMs(): number
  /** A run was done; it is already written. */
  done?(row: SweepRow): void
  /** Failed runs are done again. */
  retryFailed?: boolean
}

/** Longer runs do not queue up behind each other: the last ones would end one after the other. */
const SHORT_SECONDS = 3

/** finished: nothing is left to do; stopped: ended before. */
export type RunnerEnd = 'finished' | 'stopped'

/**
 * Does the runs of a plan, or of a shard of it, that its folder has no result of. A run that fails
 * stops no other. Results are written as they come: whatever ends this process, the same again goes
 * on with what is missing.
 */
export class SweepRunner {
  /** What was found in the folder: damaged lines, foreign files. */
  readonly problems: readonly Problem[]
  private readonly tally: Tally
  private readonly missing: number[]
  private readonly writer: ResultsWriter | null
  private readonly pool: Pool | null
  private tellFirstDone: () => void = () => undefined
  private readonly firstDone = new Promise<void>((resolve) => (this.tellFirstDone = resolve))
  private next = 0
  private stopped = false
  private suspendedMs: number | null = null
  private workedMs = 0
  private sinceMs: number

  /** @throws ProblemError where the folder is another sweep's or cannot be written */
  constructor(private readonly parts: RunnerParts) {
    const { folder, sweep, shard, retryFailed } = parts
    openFolder(folder, sweep)
    const scan = new Scan(folder, sweep)
    const rows = rowsByIndex(scan)
    this.problems = scan.problems
    const left = new Float64Array(sweep.cells.count)
    for (const index of runsOf(shard, sweep.count)) left[sweep.cellOf(index)]++
    const isDone = (index: number): boolean => {
      const row = rows.get(index)
      return row !== undefined && !(retryFailed === true && row.state === 'failed')
    }
    this.missing = [...runsOf(shard, sweep.count)].filter((index) => !isDone(index))
    this.pool = this.missing.length > 0 ? parts.makePool() : null
    this.tally = new Tally(runCountOf(shard, sweep.count), left, this.pool?.lanes ?? 1)
    for (const index of runsOf(shard, sweep.count)) {
      const row = rows.get(index)
      if (row !== undefined && isDone(index)) this.tally.see(row, sweep.cellOf(index), false)
    }
    this.writer = this.pool === null ? null : new ResultsWriter(folder, sweep, shard)
    this.sinceMs = parts.nowMs()
  }

  progress(): SweepProgress {
    const running = this.suspendedMs === null ? this.parts.nowMs() - this.sinceMs : 0
    return this.tally.progress(this.workedMs + running)
  }

  /**
   * Ends when nothing is left to do or after `stop`.
   * @throws ProblemError when a result cannot be written
   */
  async run(): Promise<RunnerEnd> {
    const { pool, writer } = this
    if (pool === null || writer === null) return 'finished'
    this.sinceMs = this.parts.nowMs()
    try {
      const lanes = Array.from({ length: pool.lanes }, () => this.lane(pool, writer))
      const behind = Array.from({ length: pool.lanes }, () => this.behind(pool, writer, lanes))
      await Promise.all([...lanes, ...behind])
    } finally {
      writer.close()
      await pool.close()
    }
    return this.stopped ? 'stopped' : 'finished'
  }

  /** Where runs are short a second one waits behind each: no core then waits for this thread. */
  private async behind(pool: Pool, writer: ResultsWriter, lanes: Promise<void>[]): Promise<void> {
    await Promise.race([this.firstDone, ...lanes])
    if (this.tally.usualSeconds < SHORT_SECONDS) await this.lane(pool, writer)
  }

  private async lane(pool: Pool, writer: ResultsWriter): Promise<void> {
    while (this.next < this.missing.length && !this.stopped) {
      const index = this.missing[this.next++]
      const row = await this.attempt(pool, index)
      if (row === null) return
      try {
        writer.write(row)
      } catch (thrown) {
        this.stop()
        throw thrown
      }
      this.tally.see(row, this.parts.sweep.cellOf(index), true)
      this.tellFirstDone()
      this.parts.done?.(row)
    }
  }

  private async attempt(pool: Pool, index: number): Promise<SweepRow | null> {
    try {
      return await pool.run(index)
    } catch (thrown) {
      if (this.stopped) return null
      const { run, cell, seed } = this.parts.sweep.run(index)
      return { state: 'failed', run, index, cell, seed, problem: lost(thrown) }
    }
  }

  /** Runs under way stay where they are. */
  suspend(): void {
    if (this.suspendedMs !== null || this.stopped) return
    this.suspendedMs = this.parts.nowMs()
    this.workedMs += this.suspendedMs - this.sinceMs
    this.pool?.suspend()
  }

  goOn(): void {
    if (this.suspendedMs === null) return
    this.suspendedMs = null
    this.sinceMs = this.parts.nowMs()
    this.pool?.goOn()
  }

  get suspended(): boolean {
    return this.suspendedMs !== null
  }

  /** Gives up the runs under way; what is written stays. */
  stop(): void {
    if (this.stopped) return
    this.stopped = true
    this.pool?.abandon()
  }
}

/** What does the run is gone: it ran out of memory, most likely. */
function lost(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  return {
    ...toProblem(thrown, 'run-lost'),
    tip: 'It may need more memory than there is: take fewer workers, or a smaller network.',
  }
}
