import type { BoardDevice, Gap } from '@contract'
import type { Sink } from '../../machine/machine'
import { pack } from './codec'
import type { Database } from './database'

/** A frame of a board. */
export type ReceivedFrame = Parameters<NonNullable<Sink['received']>>[0]

/** What came from a board since the last transaction. It cannot be computed again: all is kept. */
export class BoardRecord {
  private frames: { step: number; atMs: number; data: Buffer }[] = []
  /** Of the frames that wait to be written. */
  bytes = 0
  private gaps: Gap[] = []
  private device: BoardDevice | null = null
  private numbers: { frame: number; gap: number } | null = null

  constructor(private readonly run: string) {}

  received(frame: ReceivedFrame, atMs: number): void {
    const data = pack(frame)
    this.frames.push({ step: frame.step, atMs, data })
    this.bytes += data.length
  }

  gap(gap: Gap): void {
    this.gaps.push(gap)
  }

  identified(device: BoardDevice): void {
    this.device = device
  }

  write(database: Database): void {
    const { run } = this
    if (this.device !== null)
      database.run('UPDATE run SET device = ? WHERE id = ?', JSON.stringify(this.device), run)
    if (this.frames.length + this.gaps.length === 0) return
    const numbers = (this.numbers ??= {
      frame: nextNumber(database, 'frame', run),
      gap: nextNumber(database, 'gap', run),
    })
    this.frames.forEach(({ step, atMs, data }, n) =>
      database.run(
        'INSERT INTO frame (run, number, lastStep, receivedMs, data) VALUES (?, ?, ?, ?, ?)',
        ...[run, numbers.frame + n, step, atMs, data],
      ),
    )
    this.gaps.forEach((gap, n) =>
      database.run(
        'INSERT INTO gap (run, number, gap) VALUES (?, ?, ?)',
        ...[run, numbers.gap + n, JSON.stringify(gap)],
      ),
    )
  }

  /** The transaction holds. */
  clear(): void {
    if (this.numbers !== null) {
      this.numbers.frame += this.frames.length
      this.numbers.gap += this.gaps.length
    }
    this.frames = []
    this.bytes = 0
    this.gaps = []
  }

  /** Numbers go on where the store left off. */
  forget(): void {
    this.numbers = null
  }
}

function nextNumber(database: Database, table: 'frame' | 'gap', run: string): number {
  const row = database.row(
    `SELECT coalesce(max(number), -1) + 1 AS next FROM ${table} WHERE run = ?`,
    run,
  )
  return Number(row?.next)
}
