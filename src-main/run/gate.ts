/** A display's rate: more frames than this nobody sees. */
export const FRAME_INTERVAL_MS = 1000 / 60
/** Frames sent and not yet acknowledged: one being drawn, one on its way. */
export const MOST_OUTSTANDING = 2

/**
 * Decides when a frame goes out: at most 60 a second, and never more than two unacknowledged.
 * What may not go out merges into the next one and is counted.
 */
export class FrameGate {
  private dueMs = -Infinity
  private outstanding: number[] = []
  private mergedFrames = 0
  private owes = false

  get merged(): number {
    return this.mergedFrames
  }

  /** A frame is owed: something was withheld that no later step will bring. */
  get owing(): boolean {
    return this.owes
  }

  nextDueMs(): number {
    return this.dueMs
  }

  /** Whether a frame may go now; if it is due but the window is busy, it merges. */
  ask(nowMs: number, insist = false): boolean {
    if (!insist && nowMs < this.dueMs) return false
    // A steady beat: a late frame does not push the following ones back.
    const next = this.dueMs + FRAME_INTERVAL_MS
    this.dueMs = next > nowMs ? next : nowMs + FRAME_INTERVAL_MS
    if (this.outstanding.length >= MOST_OUTSTANDING) {
      this.mergedFrames += 1
      this.owes = true
      return false
    }
    return true
  }

  sent(sequence: number): void {
    this.owes = false
    this.outstanding.push(sequence)
  }

  acknowledge(sequence: number): void {
    this.outstanding = this.outstanding.filter((one) => one > sequence)
  }

  /** A new window, or a new run: nothing is outstanding, and the present state is owed. */
  open(): void {
    this.outstanding = []
    this.dueMs = -Infinity
    this.owes = true
  }
}
