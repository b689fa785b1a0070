import type { SweepPlan, SweepResult, SweepRow } from '@contract'

export type Finished = Extract<SweepRow, { state: 'finished' }>

/** The runs of a plan's treatments that can be compared: a seed that failed in one is left out. */
export class Runs {
  /** By treatment, then by seed: equal places are pairs. */
  readonly arms: Finished[][]
  /** Seeds left out. */
  readonly lost: number

  /** @param plan with one axis */
  constructor(plan: SweepPlan, rows: readonly SweepRow[], arms: number) {
    const finished = rows.filter((row): row is Finished => row.state === 'finished')
    const by = Array.from(
      { length: arms },
      (_, arm) =>
        new Map(
          finished.filter(({ cell }) => (cell[0] ?? 0) === arm).map((row) => [row.seed, row]),
        ),
    )
    const { first, count } = plan.seeds
    const seeds = Array.from({ length: count }, (_, i) => first + i)
    const whole = seeds.filter((seed) => by.every((of) => of.has(seed)))
    this.lost = count - whole.length
    this.arms = by.map((of) => whole.flatMap((seed) => of.get(seed) ?? []))
  }

  /** One number of each run of a treatment. */
  values(arm: number, of: (result: SweepResult) => number): number[] {
    return this.arms[arm].map(({ result }) => of(result))
  }

  /** Whose numbers these are. */
  names(arm: number): string[] {
    return this.arms[arm].map(({ run }) => run)
  }
}

/** The best training error within so many steps, or so many expected updates per edge. */
export function bestWithin(result: SweepResult, axis: 'step' | 'updates', limit: number): number {
  const { curve } = result
  let best = Infinity
  for (let i = 0; i < curve.step.length; i++)
    if (curve[axis][i] <= limit * (1 + 1e-9)) best = curve.bestTrainError[i]
  return best
}
