import type { Evaluation } from '@contract'
import { askEvaluation } from './evaluation'
import type { BoardLine } from './line'
import type { Reach } from './reach'
import type { HeldRun } from './heldRun'

/** While a board learns it is asked for errors this often at most, and for a tenth of its time. */
const EVALUATION_MS = 250
const EVALUATION_SHARE = 10

/** Asks a board that goes on for its errors, now and then; the answers are fetched here. */
export class Evaluations {
  /** Ends when the present question is answered. */
  asking: Promise<void> | null = null
  private news: { run: HeldRun; evaluation: Evaluation | null } | null = null
  private failure: unknown = null
  private fromMs = -Infinity

  constructor(
    private readonly line: BoardLine,
    private readonly reach: Reach,
  ) {}

  /** Asks where it is time; the answer comes later. */
  soon(run: HeldRun): void {
    const beganMs = this.line.nowMs()
    const due = run.evaluatedStep + run.config.evaluate.every
    if (this.asking !== null || this.reach.unsure) return
    if (run.follower.step < due || beganMs < this.fromMs) return
    const asked = this.reach.ask((client) => askEvaluation(client, run.model.parts.task))
    this.asking = asked
      .then((evaluation) => {
        this.news = { run, evaluation }
      })
      .catch((thrown: unknown) => {
        this.failure = thrown
      })
      .finally(() => {
        const nowMs = this.line.nowMs()
        const rest = (nowMs - beganMs) * EVALUATION_SHARE
        this.fromMs = nowMs + Math.max(EVALUATION_MS, rest)
        this.asking = null
        this.reach.arrivals.stir()
      })
  }

  /** An answer that was not taken yet, and is of this run. */
  takeNews(run: HeldRun): Evaluation | null {
    const { news } = this
    this.news = null
    return news?.run === run ? news.evaluation : null
  }

  /** @throws what the newest question came to. */
  throwFailure(): void {
    const { failure } = this
    this.failure = null
    if (failure !== null) throw failure
  }
}
