import { ProblemError, type Adjustment, type Frame, type Problem } from '@contract'
import type { Machine } from '../machine/machine'
import type { Time } from './time'
import type { TwinRun } from './twin'

/** The twin may take so much of a slice. */
const TWIN_MS = 4

/** The twin of a run, while there is one. */
export class Beside {
  private twin: TwinRun | null = null

  constructor(
    private readonly machine: Machine,
    private readonly time: Pick<Time, 'nowMs'>,
  ) {}

  get is(): boolean {
    return this.twin !== null
  }

  get latest(): TwinRun['latest'] {
    return this.twin?.latest ?? null
  }

  /** Whether it has not yet come to that step. */
  behind(step: number): boolean {
    return this.is && step > 0 && this.latest?.step !== step
  }

  /**
   * Begins one at step 0, or ends it.
   * @throws ProblemError where the run is on no board, or its beginning is not known
   */
  set(make: (() => TwinRun) | null): void {
    if (make !== null && this.machine.reception === undefined)
      throw new ProblemError(twinNeedsBoard)
    this.twin = make?.() ?? null
  }

  adjusted(adjustment: Adjustment): void {
    this.twin?.adjusted(adjustment)
  }

  /** Lets it work for a slice, towards that step. */
  follow(step: number): void {
    const { time, twin } = this
    if (twin === null) return
    const untilMs = time.nowMs() + TWIN_MS
    twin.follow(
      step,
      () => this.machine.observe(),
      () => time.nowMs() >= untilMs,
    )
  }

  /** The frame with the newest comparison, if there is one. */
  shown(frame: Frame): Frame {
    const { latest } = this
    return latest === null ? frame : { ...frame, twin: latest }
  }
}

const twinNeedsBoard: Problem = {
  id: 'twin-needs-board',
  severity: 'error',
  message: 'A twin runs beside a board, and this run is a simulation itself.',
  kept: 'The run goes on.',
  tip: 'Switch to Hardware first.',
}
