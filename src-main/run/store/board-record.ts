import type { BoardDevice, Gap } from '@contract'
import type { BoardFrame, BoardRecording } from '../recording'
import type { Database } from './database'

/** What came from a board since the last transaction. It cannot be computed again: all is kept. */
export class BoardRecord implements BoardRecording {
  private frames: BoardFrame[] = []
  private gaps: Gap[] = []
  private device: BoardDevice | null = null
  private numbers: { frame: number; gap: number } | null = null

  constructor(private readonly run: string) {}

  frame(frame: BoardFrame): void {
    this.frames.push(frame)
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
    this.frames.forEach(({ firstStep, lastStep, receivedMs, data }, n) =>
      database.run(
        `INSERT INTO frame (run, number, firstStep, lastStep, receivedMs, data)
        VALUES (?, ?, ?, ?, ?, ?)`,
        ...[run, numbers.frame + n, firstStep, lastStep, receivedMs, data],
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
