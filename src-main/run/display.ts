import type { Frame } from '@contract'
import { FrameGate } from './gate'
import type { Run } from './run'

/** Shows runs to at most one window. */
export class Display {
  private gate = new FrameGate()
  private show: ((frame: Frame) => void) | null = null

  /** Frames that merged for this run, and when the next one is due. */
  get counters(): { merged: number } {
    return this.gate
  }

  get nextDueMs(): number {
    return this.gate.nextDueMs()
  }

  /** The window waits for a frame that was withheld. */
  get owing(): boolean {
    return this.gate.owing
  }

  /** @param show null: nobody looks */
  attach(show: ((frame: Frame) => void) | null): void {
    this.show = show
    this.gate.open()
  }

  acknowledge(sequence: number): void {
    this.gate.acknowledge(sequence)
  }

  /** Another run: its frames count from 0. */
  begin(): void {
    this.gate = new FrameGate()
  }

  /**
   * Sends a frame if one may go now.
   * @param settled the machine stands still
   * @param insist now, even if the last one is not 1/60 s old
   */
  offer(run: Run, nowMs: number, settled: boolean, insist: boolean): void {
    if (this.show === null || !this.gate.ask(nowMs, insist)) return
    const frame = run.frame(settled, this.gate)
    this.gate.sent(frame.sequence)
    this.show(frame)
  }
}
