import type { BoardFrame } from '../../board'

/** Frames that nobody took: at 100 a second, eleven minutes. More are lost, and leave a gap. */
const MOST_WAITING = 65_536

/** Frames that came in and were not handed over yet, in their order. */
export class Arrivals {
  private frames: BoardFrame[] = []
  private wake: (() => void) | null = null

  push(frame: BoardFrame): void {
    if (this.frames.length < MOST_WAITING) this.frames.push(frame)
    this.stir()
  }

  /** Ends the present wait: something else happened. */
  stir(): void {
    this.wake?.()
    this.wake = null
  }

  clear(): void {
    this.frames = []
  }

  /** Takes all up to a step. */
  take(upTo: number): BoardFrame[] {
    const later = this.frames.findIndex(({ step }) => step > upTo)
    return this.frames.splice(0, later < 0 ? this.frames.length : later)
  }

  /** Until something is there, or so long. */
  async wait(ms: number): Promise<void> {
    if (this.frames.length > 0) return
    await new Promise<void>((done) => {
      const timer = setTimeout(() => {
        this.wake = null
        done()
      }, ms)
      this.wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  }
}
