/** How often a line that has bytes waiting takes some, ms. */
const EVERY_MS = 5

export interface PacedLineOptions {
  write(bytes: Uint8Array): void
  /** Bytes that were written and that nobody has taken yet. */
  waiting(): number
  /** null: as fast as they are taken. */
  bytesPerS: number | null
  /** Size of the transmit buffer in front of the line, bytes. */
  bufferBytes: number
  /** Milliseconds that only go up. */
  nowMs(): number
}

/**
 * A line that takes so many bytes a second, behind a transmit buffer of fixed size. Replies wait in
 * it however long they are; whoever can do without asks `room` first.
 */
export class PacedLine {
  private readonly queue: Uint8Array[] = []
  private queued = 0
  private timer: NodeJS.Timeout | null = null
  private paidMs = 0

  constructor(private readonly options: PacedLineOptions) {}

  send(bytes: Uint8Array): void {
    if (this.options.bytesPerS === null) return this.options.write(bytes)
    this.queue.push(bytes)
    this.queued += bytes.length
    if (this.timer !== null) return
    this.paidMs = this.options.nowMs()
    this.timer = setTimeout(() => this.pump(this.options.bytesPerS ?? 0), EVERY_MS)
  }

  /** Bytes that fit into the transmit buffer now. */
  room(): number {
    return Math.max(0, this.options.bufferBytes - this.queued - this.options.waiting())
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  /** Idle time is not saved up: time counts from when something began to wait. */
  private pump(bytesPerS: number): void {
    const allowed = Math.floor(((this.options.nowMs() - this.paidMs) * bytesPerS) / 1000)
    this.paidMs += (allowed * 1000) / bytesPerS
    let left = allowed
    while (left > 0 && this.queue.length > 0) {
      const [first] = this.queue
      const piece = first.subarray(0, left)
      this.options.write(piece)
      this.queued -= piece.length
      left -= piece.length
      if (piece.length === first.length) this.queue.shift()
      else this.queue[0] = first.subarray(piece.length)
    }
    this.timer = this.queue.length > 0 ? setTimeout(() => this.pump(bytesPerS), EVERY_MS) : null
  }
}
