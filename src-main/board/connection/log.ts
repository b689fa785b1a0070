import type { BoardLogEntry } from '@contract'
import type { BoardFrame } from '../link/frame'

/** Lines that are kept, and the longest text of one. */
const MOST_ENTRIES = 5000
const MOST_TEXT = 2000
/** Frames come hundreds of times a second: one line for all of so many ms. */
const FRAMES_EVERY_MS = 1000

/** What went over the line: a ring of the newest entries. */
export class BoardLog {
  private readonly ring: BoardLogEntry[] = []
  private next = 0
  private frames = { count: 0, first: 0, sinceMs: 0 }
  private latest: BoardFrame | null = null

  constructor(private readonly epochMs: () => number) {}

  add(direction: BoardLogEntry['direction'], text: string): void {
    if (this.isDue()) this.endFrames()
    this.push(direction, text)
  }

  /** Counted, and told in one line at most once a second. */
  frame(frame: BoardFrame): void {
    const now = this.epochMs()
    if (this.frames.count === 0) this.frames = { count: 0, first: frame.sequence, sinceMs: now }
    this.frames.count++
    this.latest = frame
    if (this.isDue()) this.endFrames()
  }

  /** Entries after that one, oldest first; those that the ring has lost are not among them. */
  after(id: number): BoardLogEntry[] {
    if (this.isDue()) this.endFrames()
    const from = Math.max(id + 1, this.next - this.ring.length, 0)
    return Array.from(
      { length: Math.max(0, this.next - from) },
      (_, i) => this.ring[(from + i) % MOST_ENTRIES],
    )
  }

  private isDue(): boolean {
    return this.latest !== null && this.epochMs() - this.frames.sinceMs >= FRAMES_EVERY_MS
  }

  private endFrames(): void {
    const { latest, frames } = this
    if (latest === null) return
    this.latest = null
    const range = frames.count === 1 ? `${frames.first}` : `${frames.first} to ${latest.sequence}`
    frames.count = 0
    this.push(
      'received',
      `(frames ${range}: step ${latest.step}, error ${latest.loss.toPrecision(4)} V^2)`,
    )
  }

  private push(direction: BoardLogEntry['direction'], text: string): void {
    const shown = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}...` : text
    const id = this.next++
    this.ring[id % MOST_ENTRIES] = { id, atMs: this.epochMs(), direction, text: shown }
  }
}
