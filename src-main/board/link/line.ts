import { toProblem, type Problem, type ProblemError } from '@contract'
import { decodeFrame, type BoardFrame } from './frame'
import { ReplyParser, type ReplyPart } from './parser'
import { lineClosed, takesNothing } from './problems'
import type { Timers } from './timers'
import type { Transport } from './transport'

export interface LineEvents {
  frame(frame: BoardFrame): void
  closed(problem: Problem | null): void
}

/** What came in that nobody could use. */
export interface LineCounters {
  /** Bytes that made no sense, and how often some were thrown away. */
  noiseBytes: number
  thrownAway: number
  /** Replies that nobody had asked for. */
  strayReplies: number
  /** Blocks T of another version. */
  unreadableFrames: number
}

/** A message of 300 bytes takes 2.5 s at the slowest rate, 1200 baud. */
const WRITE_MS = 5000

interface Waiting {
  take(parts: ReplyPart[]): void
  fail(problem: ProblemError): void
}

/** An open transport as lines: messages go out, replies come one by one, frames on their own. */
export class Line {
  readonly counters: LineCounters = {
    noiseBytes: 0,
    thrownAway: 0,
    strayReplies: 0,
    unreadableFrames: 0,
  }
  private readonly parser: ReplyParser
  private readonly ready: ReplyPart[][] = []
  private waiting: Waiting | null = null
  private open = true
  /** Why it is gone. */
  private reason: Problem | null = null

  private constructor(
    private readonly transport: Transport,
    private readonly timers: Timers,
    private readonly events: LineEvents,
  ) {
    this.parser = new ReplyParser({
      reply: (parts) => this.reply(parts),
      frame: (block) => {
        const frame = decodeFrame(block)
        if (frame === null) this.counters.unreadableFrames++
        else events.frame(frame)
      },
      noise: (bytes) => {
        this.counters.noiseBytes += bytes
        this.counters.thrownAway++
      },
    })
  }

  /** @throws ProblemError when the transport cannot be opened. */
  static async open(transport: Transport, timers: Timers, events: LineEvents): Promise<Line> {
    const line = new Line(transport, timers, events)
    await transport.open({
      data: (bytes) => line.parser.push(bytes),
      closed: (problem) => line.lost(problem),
    })
    return line
  }

  get name(): string {
    return this.transport.name
  }

  /** @throws ProblemError board-line-closed, board-takes-nothing. */
  write(bytes: Uint8Array): Promise<void> {
    if (!this.open) return Promise.reject(lineClosed(this.name, this.reason))
    return new Promise((resolve, reject) => {
      const cancel = this.timers.after(WRITE_MS, () => reject(takesNothing(this.name, WRITE_MS)))
      this.transport.write(bytes).then(
        () => {
          cancel()
          resolve()
        },
        (thrown: unknown) => {
          cancel()
          reject(lineClosed(this.name, toProblem(thrown, 'write-failed')))
        },
      )
    })
  }

  /** Forgets the replies that nobody took. @returns how many. */
  forget(): number {
    const count = this.ready.length
    this.counters.strayReplies += count
    this.ready.length = 0
    return count
  }

  /** Also gives up what is half there: for a line that is out of step, as a frame may be under way. */
  clear(): void {
    this.forget()
    this.parser.flush()
  }

  /**
   * The next reply; null after the deadline.
   * @throws ProblemError board-line-closed when the line is lost meanwhile.
   */
  next(ms: number): Promise<ReplyPart[] | null> {
    const ready = this.ready.shift()
    if (ready !== undefined) return Promise.resolve(ready)
    if (!this.open) return Promise.reject(lineClosed(this.name, this.reason))
    return new Promise((resolve, reject) => {
      const cancel = this.timers.after(ms, () => {
        this.waiting = null
        resolve(null)
      })
      this.waiting = {
        take: (parts) => {
          cancel()
          resolve(parts)
        },
        fail: (problem) => {
          cancel()
          reject(problem)
        },
      }
    })
  }

  async close(): Promise<void> {
    await this.transport.close()
    this.lost(null)
  }

  private reply(parts: ReplyPart[]): void {
    const { waiting } = this
    this.waiting = null
    if (waiting === null) this.ready.push(parts)
    else waiting.take(parts)
    // Nobody asks for so much: a board that babbles fills no memory.
    if (this.ready.length > 64) this.forget()
  }

  private lost(problem: Problem | null): void {
    if (!this.open) return
    this.open = false
    this.reason = problem
    this.waiting?.fail(lineClosed(this.name, problem))
    this.waiting = null
    this.events.closed(problem)
  }
}
