import type { MachineDescription } from '@contract'
import { errorUnitOf, formatCount, formatDuration, formatError } from '@figures'
import type { Output } from './output'

/** A bar is drawn anew at most ten times a second. */
const REDRAW_MS = 100
/** Without a terminal: a line for each tenth of the way. */
const LINES = 10

export interface ProgressPoint {
  step: number
  steps: number
  elapsedMs: number
  /** V², of spins a pure number; null before the first evaluation. */
  error: number | null
  model: MachineDescription['model']
}

function describePoint({ step, steps, elapsedMs, error, model }: ProgressPoint): string {
  const rate = elapsedMs > 0 ? (1000 * step) / elapsedMs : 0
  const left = rate > 0 ? formatDuration((1000 * (steps - step)) / rate) : '–'
  return [
    `${formatCount(step)}/${formatCount(steps)} steps`,
    `${formatCount(rate)} steps/s`,
    `error ${formatError(error, errorUnitOf(model))}`,
    `${left} left`,
  ].join('  ')
}

/** Shows how far a run is, on standard error. */
export class Progress {
  private drawnMs = -Infinity
  private lines = 0

  constructor(private readonly output: Output) {}

  show(point: ProgressPoint): void {
    const part = point.step / point.steps
    const text = describePoint(point)
    if (this.output.columns === null) {
      const due = Math.floor(part * LINES)
      if (due <= this.lines) return
      this.lines = due
      this.output.err(`${String(Math.round(100 * part)).padStart(3)} %  ${text}\n`)
      return
    }
    if (point.elapsedMs - this.drawnMs < REDRAW_MS && part < 1) return
    this.drawnMs = point.elapsedMs
    const width = Math.max(0, Math.min(24, this.output.columns - text.length - 6))
    const filled = Math.round(part * width)
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
    this.output.err(`\r\u001b[K${bar}  ${text}`)
  }

  /** Leaves the terminal with an empty line to write on. */
  end(): void {
    if (this.output.columns !== null && this.drawnMs > -Infinity) this.output.err('\r\u001b[K')
  }
}
