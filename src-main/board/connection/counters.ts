import type { BoardState } from '@contract'
import type { LineCounters } from '../link/line'
import type { BoardFrame } from '../link/frame'

type Counters = BoardState['counters']

/** What a connection counts, over all its lines to the same board. */
export class ConnectionCounters {
  bytesIn = 0
  bytesOut = 0
  reconnects = 0
  private frames = 0
  private missed = 0
  /** Of the former lines. */
  private damagedBefore = 0
  private line: Readonly<LineCounters> | null = null
  /** What the line met before its board was known is no damage: it began in the middle of something. */
  private atStart = 0
  private last: { sequence: number; step: number } | null = null

  /** Counts damage of this line from now on. */
  follow(line: Readonly<LineCounters>): void {
    this.damagedBefore = this.damaged()
    this.line = line
    this.atStart = damageOf(line)
  }

  /** A sequence number begins anew with a run: only one that goes on can have a gap. */
  frame({ sequence, step }: BoardFrame): void {
    const { last } = this
    this.frames++
    if (last !== null && sequence > last.sequence && step > last.step)
      this.missed += sequence - last.sequence - 1
    this.last = { sequence, step }
  }

  present(): Counters {
    const { frames, missed, bytesIn, bytesOut, reconnects } = this
    return { frames, missed, damaged: this.damaged(), bytesIn, bytesOut, reconnects }
  }

  private damaged(): number {
    return this.damagedBefore + (this.line === null ? 0 : damageOf(this.line) - this.atStart)
  }
}

const damageOf = ({ thrownAway, unreadableFrames }: Readonly<LineCounters>): number =>
  thrownAway + unreadableFrames
