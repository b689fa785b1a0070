import type {
  EdgeHistoryReply,
  History,
  ObservablesReply,
  Request,
  SpinHistoryReply,
  SpinsReply,
} from '@contract'
import type { Driver } from './driver'
import { observe } from './observables'
import type { ReplayStage } from './replayStage'
import type { Run } from './run'

/** What a window asks to see of the run of the moment beyond its frames; one method per command. */
export class Looks {
  /** @param present the run of the moment; throws ProblemError if there is none, and so does each look */
  constructor(
    private readonly driver: Driver,
    private readonly stage: ReplayStage,
    private readonly present: () => Run,
  ) {}

  history(request: Request<'history'>): History {
    const { series, fromStep, toStep, buckets } = request
    const { of, run } = this.stage
    if (of !== null && run !== null)
      return { ...of.history(series, fromStep, toStep, buckets), run }
    return this.present().history(series, fromStep, toStep, buckets)
  }

  edgeHistory(rows: number, fromStep?: number, toStep?: number | null): EdgeHistoryReply {
    const run = this.present()
    return run.telemetry.edgeHistory.query(run.id, rows, fromStep, toStep)
  }

  /** @throws ProblemError where the machine cannot be looked into */
  observables(): Promise<ObservablesReply> {
    return this.driver.turns.take(async () => observe(this.present()))
  }

  /**
   * Spins at a kept moment of their training, or now.
   * @throws ProblemError where nodes are no spins
   */
  spins(step: number | null, example: number | null): Promise<SpinsReply> {
    return this.driver.turns.take(async () =>
      this.present().spinLook.at(step, example, this.settled),
    )
  }

  /** @throws ProblemError where nodes are no spins */
  spinHistory(part: number): Promise<SpinHistoryReply> {
    return this.driver.turns.take(async () => this.present().spinLook.history(part, this.settled))
  }

  private get settled(): boolean {
    return this.driver.state !== 'running'
  }
}
