import type { SweepProgress } from '@contract'
import { formatCount, formatDuration } from '@figures'
import type { Output } from './output'

/** The line is drawn anew at most ten times a second. */
const REDRAW_MS = 100
/** Without a terminal: a line for each tenth of the way. */
const LINES = 10

function describe({
  total,
  finished,
  failed,
  leftSeconds,
  stepsPerSecond,
  runsPerSecond,
}: SweepProgress): string {
  return [
    `${formatCount(finished + failed)}/${formatCount(total)} runs`,
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    `${runsPerSecond.toPrecision(3)} runs/s`,
    `${formatCount(stepsPerSecond)} steps/s`,
    leftSeconds === null ? 'time left not known yet' : `${formatDuration(1000 * leftSeconds)} left`,
  ].join('  ')
}

/** Shows how far a sweep is, on standard error. */
export class SweepLine {
  private drawnMs = -Infinity
  private lines = 0

  /** @param always lines also where standard error is no terminal */
  constructor(
    private readonly output: Output,
    private readonly always: boolean,
  ) {}

  show(progress: SweepProgress): void {
    const part = progress.total > 0 ? (progress.finished + progress.failed) / progress.total : 1
    if (this.output.columns === null) {
      const due = Math.floor(part * LINES)
      if (!this.always || due <= this.lines) return
      this.lines = due
      this.output.err(`${String(Math.round(100 * part)).padStart(3)} %  ${describe(progress)}\n`)
      return
    }
    const nowMs = performance.now()
    if (nowMs - this.drawnMs < REDRAW_MS && part < 1) return
    this.drawnMs = nowMs
    this.output.err(`${this.clear()}${describe(progress).slice(0, this.output.columns - 1)}`)
  }

  /** What takes the line away. */
  clear(): string {
    return this.output.columns === null ? '' : '\r\u001b[K'
  }

  end(): void {
    this.output.err(this.clear())
  }
}
