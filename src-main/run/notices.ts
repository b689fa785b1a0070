import type { Adjustment, Gap, Problem } from '@contract'

/** Gaps that are kept one by one: 1 MB. The frames missed in all are counted without end. */
const MOST_GAPS = 10_000

/** Who is told what a run notices, as it happens. */
export interface RunListener {
  adjusted(run: string, adjustment: Adjustment): void
  problem(problem: Problem): void
  /** Steps that nobody saw; of a board. */
  gap?(run: string, gap: Gap): void
  /** For those who show problems for as long as they last. */
  solved?(id: string): void
}

/** What went wrong with a run so far, kept in bounded memory and passed on. */
export class Notices {
  /** One of a kind and place: a fault that comes with every step fills no memory. */
  readonly problems: Problem[] = []
  /** In the order in which they were noticed; a line that loses much fills no memory. */
  readonly gaps: Gap[] = []

  constructor(
    private readonly run: string,
    private readonly listener: RunListener,
  ) {}

  problem(problem: Problem): void {
    const known = this.problems.some(
      ({ id, where }) => id === problem.id && where === problem.where,
    )
    if (!known) this.problems.push(problem)
    this.listener.problem(problem)
  }

  gap(gap: Gap): void {
    if (this.gaps.length < MOST_GAPS) this.gaps.push(gap)
    this.listener.gap?.(this.run, gap)
  }

  snapshot(): { problems: Problem[]; gaps: Gap[] } {
    return { problems: [...this.problems], gaps: [...this.gaps] }
  }

  /** Of an earlier process, which told them then. */
  restore({ problems, gaps }: { problems: readonly Problem[]; gaps: readonly Gap[] }): void {
    this.problems.push(...problems)
    this.gaps.push(...gaps)
  }
}
