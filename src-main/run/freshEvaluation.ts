import type { Machine } from '../machine/machine'
import type { Telemetry } from './telemetry'
import type { Time } from './time'

/** While a run goes on an evaluation may take a tenth of the time, and comes ten times a second at most. */
const EVALUATION_MS = 100
const EVALUATION_SHARE = 10

/** Keeps the evaluation that is displayed near the present step. */
export class FreshEvaluation {
  private fromMs = -Infinity

  constructor(
    private readonly machine: Pick<Machine, 'evaluate'>,
    private readonly telemetry: Telemetry,
    private readonly time: Pick<Time, 'nowMs'>,
  ) {}

  /** @param settled the machine stands still: it is of exactly this step. */
  keep(settled: boolean): void {
    const { telemetry } = this
    const nowMs = this.time.nowMs()
    if (telemetry.evaluation?.step === telemetry.step) return
    if (!settled && nowMs < this.fromMs) return
    telemetry.show(this.machine.evaluate())
    const tookMs = this.time.nowMs() - nowMs
    this.fromMs = nowMs + Math.max(EVALUATION_MS, tookMs * EVALUATION_SHARE)
  }
}
