import { randomUUID } from 'node:crypto'
import { closeSync, fsync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ProblemError, type SweepRow } from '@contract'
import type { Sweep } from '../plan/sweep'
import { shardText, type Shard } from '../shard'
import { RESULTS, RESULTS_FORMAT, type ResultsHeader } from './header'
import { writeLine } from './line'

const lost = (path: string, thrown: unknown): ProblemError =>
  new ProblemError({
    id: 'sweep-not-written',
    severity: 'error',
    message: `A result could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
    where: path.slice(-500),
    kept: 'Every result before it.',
    tip: 'Make room, or see that the folder can be written, then give the same command again.',
  })

/**
 * Appends results to a file that is this writer's alone, so that nodes that share a file system
 * need no lock. A row is with the operating system when `write` returns and on the disk soon after:
 * a program that is killed loses no row, a computer that loses its power those of a moment.
 */
export class ResultsWriter {
  readonly path: string
  private readonly file: number
  private syncing = false
  private dirty = false
  private closed = false
  private trouble: unknown = null

  /** @throws ProblemError where the folder cannot be written */
  constructor(folder: string, sweep: Pick<Sweep, 'id' | 'engine'>, shard: Shard) {
    const results = join(folder, RESULTS)
    const name = `${shard.number}-of-${shard.count}-${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}.jsonl`
    this.path = join(results, name)
    const header: ResultsHeader = {
      format: RESULTS_FORMAT,
      plan: sweep.id,
      engine: sweep.engine,
      shard: shardText(shard),
      host: hostname(),
      startedAt: new Date().toISOString(),
    }
    try {
      mkdirSync(results, { recursive: true })
      this.file = openSync(this.path, 'ax')
      this.append(header)
    } catch (thrown) {
      throw lost(this.path, thrown)
    }
  }

  /** @throws ProblemError when it could not be written */
  write(row: SweepRow): void {
    if (this.trouble !== null) throw lost(this.path, this.trouble)
    try {
      this.append(row)
    } catch (thrown) {
      throw lost(this.path, thrown)
    }
    this.dirty = true
    this.sync()
  }

  private append(value: unknown): void {
    const bytes = Buffer.from(writeLine(value))
    // A full disk may take a part of it: the rest then fails, and the reader skips the torn line.
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at)
  }

  /** One flush at a time: rows that come meanwhile share the next one. */
  private sync(): void {
    if (this.syncing || !this.dirty || this.closed) return
    this.syncing = true
    this.dirty = false
    fsync(this.file, (error) => {
      this.syncing = false
      if (this.closed) return closeSync(this.file)
      this.trouble ??= error
      this.sync()
    })
  }

  /** @throws ProblemError when the last rows did not reach the disk */
  close(): void {
    if (this.closed) return
    this.closed = true
    try {
      fsyncSync(this.file)
      if (!this.syncing) closeSync(this.file)
    } catch (thrown) {
      throw lost(this.path, thrown)
    }
  }
}
