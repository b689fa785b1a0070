import { ProblemError, type SpinHistoryReply, type SpinsReply } from '@contract'
import type { Machine, SpinEye } from '../machine/machine'
import type { SpinHistory } from './spinHistory'
import type { Time } from './time'

/** While spins learn a look may take a tenth of the time, and comes ten times a second at most. */
const LOOK_MS = 100
const LOOK_SHARE = 10
/** What responses of former moments may take of a question; the next one goes on with it. */
const HISTORY_MS = 15

/** Closer looks at spins: their phases and responses, now or at a kept moment of the training. */
export class SpinLook {
  private last: SpinsReply | null = null
  private fromMs = -Infinity
  private historyFromMs = -Infinity

  constructor(
    private readonly run: string,
    private readonly machine: Machine,
    private readonly measured: { readonly step: number; readonly spins: SpinHistory | null },
    private readonly time: Pick<Time, 'nowMs'>,
  ) {}

  /**
   * @param step of a moment; null: now. @param example of the training set; null: the newest
   * @param settled the machine stands still: the look is of exactly this step
   * @throws ProblemError where nodes are no spins
   */
  at(step: number | null, example: number | null, settled: boolean): SpinsReply {
    const { eye, history } = this.looking()
    const { run } = this
    if (step !== null) {
      const found = history.nearest(step)
      if (found !== null) return { run, step: found.step, ...eye.view(found.moment, example) }
    }
    const nowMs = this.time.nowMs()
    const { last } = this
    const fresh = last?.step === this.measured.step
    const known = last !== null && (example === null || last.readings.example === example)
    if (known && (fresh || (!settled && nowMs < this.fromMs))) return last
    this.last = { run, step: this.measured.step, ...eye.view(null, example) }
    const tookMs = this.time.nowMs() - nowMs
    this.fromMs = nowMs + Math.max(LOOK_MS, tookMs * LOOK_SHARE)
    return this.last
  }

  /**
   * The moments that are kept, with as many responses as time allows; while spins learn a tenth of it,
   * as one moment of a large lattice takes longer than a step.
   * @throws ProblemError where nodes are no spins
   */
  history(part: number, settled: boolean): SpinHistoryReply {
    const { eye, history } = this.looking()
    const nowMs = this.time.nowMs()
    if (settled || nowMs >= this.historyFromMs) {
      history.look(eye, () => this.time.nowMs() >= nowMs + HISTORY_MS)
      const tookMs = this.time.nowMs() - nowMs
      this.historyFromMs = nowMs + (tookMs > 2 * HISTORY_MS ? tookMs * LOOK_SHARE : 0)
    }
    return { run: this.run, ...history.rows(part) }
  }

  private looking(): { eye: SpinEye; history: SpinHistory } {
    const eye = this.machine.spins?.() ?? null
    const history = this.measured.spins
    if (eye === null || history === null) throw new ProblemError(noSpins)
    return { eye, history }
  }
}

const noSpins = {
  id: 'no-spins',
  severity: 'error' as const,
  message: 'The nodes of this run are no spins.',
  kept: 'The run goes on.',
  tip: 'Choose a preset of spins.',
}
