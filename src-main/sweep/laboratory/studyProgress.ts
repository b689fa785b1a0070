import type { SweepProgress, SweepState } from '@contract'
import type { SweepRunner } from '../runner'
import type { Cost } from '../study/costs'

/** How far a study is that is being made: its plans follow each other, and are not known before. */
export class StudyProgress {
  private readonly before = { total: 0, finished: 0, failed: 0 }
  private current: SweepRunner | null = null
  /** Runs that lay there when their plan was begun. */
  private found = 0
  private workedMs = 0
  private sinceMs: number | null

  constructor(
    private readonly cost: Cost,
    private readonly nowMs: () => number,
  ) {
    this.sinceMs = nowMs()
  }

  begin(runner: SweepRunner): void {
    const last = this.current?.progress()
    if (last !== undefined) {
      this.before.total += last.total
      this.before.finished += last.finished
      this.before.failed += last.failed
    }
    this.current = runner
    const { finished, failed } = runner.progress()
    this.found += finished + failed
  }

  suspend(): void {
    this.workedMs = this.worked()
    this.sinceMs = null
  }

  goOn(): void {
    this.sinceMs ??= this.nowMs()
  }

  now(): SweepProgress {
    const { before, current, cost, found } = this
    const own = current?.progress()
    const finished = before.finished + (own?.finished ?? 0)
    const failed = before.failed + (own?.failed ?? 0)
    const total = Math.max(cost.runs, before.total + (own?.total ?? 0))
    const seconds = this.worked() / 1000
    const done = finished + failed
    const fresh = done - found
    const perRun = fresh > 0 ? seconds / fresh : null
    return {
      total,
      finished,
      failed,
      runsPerSecond: seconds > 0 ? fresh / seconds : 0,
      stepsPerSecond: own?.stepsPerSecond ?? 0,
      workedSeconds: seconds,
      leftSeconds: perRun === null ? null : perRun * (total - done),
    }
  }

  /** Of a study that nobody makes at the moment. */
  static resting(
    { planned, finished, failed }: { planned: number; finished: number; failed: number },
    { runs }: Cost,
    workedMs: number,
    state: SweepState,
  ): SweepProgress {
    const done = state === 'finished'
    return {
      total: done ? finished + failed : Math.max(runs, planned),
      finished,
      failed,
      runsPerSecond: 0,
      stepsPerSecond: 0,
      workedSeconds: workedMs / 1000,
      leftSeconds: done ? 0 : null,
    }
  }

  private worked(): number {
    return this.workedMs + (this.sinceMs === null ? 0 : this.nowMs() - this.sinceMs)
  }
}
