import type { Gap } from '@contract'
import type { BoardFrame } from '../../board'
import type { Reception, Sink } from '../machine'
import type { Measured } from './measured'
import { Rows } from './rows'

type FrameEvery = Reception['frameEvery'][number]

/** How far another follower of the same run came. */
export interface Followed {
  step: number
  framesReceived: number
  framesMissed: number
  heardMs: number
  nextSequence: number | null
  frameEvery: readonly FrameEvery[]
}

/** Follows a board by its frames: hands their steps over, and what is missing between them. */
export class Follower {
  /** The newest step that was handed over. */
  step = 0
  received = 0
  missed = 0
  /** Epoch time of the newest frame, ms. */
  heardMs: number
  readonly frameEvery: FrameEvery[] = []
  /** Of the next frame; null: not known. */
  nextSequence: number | null = 0
  private readonly rows: Rows

  constructor(
    edges: number,
    readonly measured: Measured,
    private readonly nowMs: () => number,
  ) {
    this.rows = new Rows(edges)
    this.heardMs = nowMs()
  }

  /**
   * Hands frames over, in order.
   * @param reason why some may be missing
   * @returns whether the last of them ended a run of the board
   */
  take(frames: readonly BoardFrame[], reason: Gap['reason'], sink: Sink): boolean {
    let over = false
    let group: BoardFrame[] = []
    for (const frame of frames) {
      over = !frame.learning
      if (frame.step <= this.step) continue
      const gap = this.gapBefore(frame, reason)
      if (gap !== null) {
        this.hand(group, sink)
        group = []
        sink.gap?.(gap)
      }
      this.count(frame)
      sink.received?.(frame, this.heardMs)
      group.push(frame)
    }
    this.hand(group, sink)
    return over
  }

  /** The frame of the step that the board stands at, which was asked for. */
  stand(frame: BoardFrame, reason: Gap['reason'], sink: Sink): void {
    this.measured.take(frame)
    if (frame.step <= this.step) return
    const gap = this.gapBefore(frame, reason)
    if (gap !== null) sink.gap?.(gap)
    this.rows.forEach([frame], gap === null ? this.handed : frame.step - 1, (chunk) =>
      sink.steps(chunk),
    )
    this.step = this.handed = frame.step
    this.heardMs = this.nowMs()
    sink.received?.(frame, this.heardMs)
  }

  /** The newest step in a chunk. */
  private handed = 0

  /** Goes on where another follower was. */
  goOn(kept: Followed): void {
    this.step = this.handed = kept.step
    this.received = kept.framesReceived
    this.missed = kept.framesMissed
    this.heardMs = kept.heardMs
    this.nextSequence = kept.nextSequence
    this.frameEvery.push(...kept.frameEvery)
  }

  private gapBefore({ step, sequence }: BoardFrame, reason: Gap['reason']): Gap | null {
    const missing = this.nextSequence === null ? null : sequence - this.nextSequence
    if (missing !== null && missing <= 0) return null
    if (missing === null && step === this.step + 1) return null
    this.missed += missing ?? 0
    this.nextSequence = sequence
    return {
      fromStep: this.step,
      toStep: step,
      fromMs: this.heardMs,
      toMs: this.nowMs(),
      frames: missing,
      reason,
    }
  }

  private count({ step, sequence, interval }: BoardFrame): void {
    const newest = this.frameEvery[this.frameEvery.length - 1]
    if (interval > 0 && newest?.steps !== interval)
      this.frameEvery.push({ sinceStep: this.step + 1, steps: interval })
    this.received++
    this.step = step
    this.nextSequence = sequence + 1
    this.heardMs = this.nowMs()
  }

  private hand(frames: readonly BoardFrame[], sink: Sink): void {
    const newest = frames[frames.length - 1]
    if (newest === undefined) return
    this.measured.take(newest)
    // One frame for each step: what a gap took does not make the others sparse.
    const every = newest.interval === 1 ? frames[0].step - 1 : this.handed
    this.rows.forEach(frames, every, (chunk) => sink.steps(chunk))
    this.handed = newest.step
  }
}
