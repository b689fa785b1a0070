import { ProblemError, type RunConfig, type SweepPlan, type SweepStop } from '@contract'
import { Cells } from './cells'
import { identityOf } from './canonical'
import { engineVersion } from './engine'

/** What is measured of a run besides what its configuration says. */
export type Measure = Pick<SweepPlan, 'stop' | 'curvePoints' | 'marks' | 'watchCycle' | 'follow'>

/** A run of a sweep, ready to be done. */
export interface SweepRun {
  /** Its number in the plan: all cells of the first seed, then all of the next. */
  index: number
  /** Hash of all that decides its result. */
  run: string
  cell: number[]
  seed: number
  /** Without an end of its own: the measure's stop rule ends it. */
  config: RunConfig
  measure: Measure
}

/** A plan as runs, each made when it is asked for: the same on every computer. */
export class Sweep {
  /** Of what is run, whatever it is called. */
  readonly id: string
  readonly cells: Cells
  /** Runs. */
  readonly count: number

  /** @throws ProblemError that names the axis, for the axes themselves; `check` does the rest */
  constructor(
    readonly plan: SweepPlan,
    readonly engine = engineVersion,
  ) {
    this.cells = new Cells(plan)
    this.count = this.cells.count * plan.seeds.count
    const { base, axes, seeds } = plan
    this.id = identityOf({ base: resultPart(base), axes, seeds, measure: measureOf(plan) })
  }

  /**
   * Makes the configuration of every cell, so that no run fails for a reason that can be known now.
   * O(cells), a third of a millisecond each.
   * @throws ProblemError
   */
  check(): void {
    for (let cell = 0; cell < this.cells.count; cell++) this.run(cell)
  }

  cellOf(index: number): number {
    return index % this.cells.count
  }

  /** @throws ProblemError if its cell's configuration is not possible */
  run(index: number): SweepRun {
    const { plan, cells } = this
    const cell = this.cellOf(index)
    const repeat = Math.floor(index / cells.count)
    const seed = (plan.seeds.first + repeat) % 2 ** 32
    const whole = cells.config(cell)
    const measure = { ...measureOf(plan), stop: stopOf(plan.stop, whole) }
    const config = { ...whole, seed, stop: { steps: null } }
    const run = identityOf({ engine: this.engine, config: resultPart(config), measure })
    return { index, run, cell: cells.placeOf(cell), seed, config, measure }
  }
}

const measureOf = ({ stop, curvePoints, marks, watchCycle, follow }: SweepPlan): Measure => ({
  stop,
  curvePoints,
  marks,
  watchCycle,
  follow,
})

/** A configuration without what has no part in a result. */
function resultPart(config: RunConfig): Partial<RunConfig> {
  const part: Partial<RunConfig> = { ...config }
  for (const key of ['name', 'pace', 'recording', 'format'] as const) delete part[key]
  return part
}

/** @throws ProblemError where there is no end */
function stopOf(stop: SweepStop, { stop: own }: RunConfig): SweepStop {
  if (stop.kind === 'error' && stop.mostSteps === null) {
    if (own.steps !== null) return { ...stop, mostSteps: own.steps }
  } else if (stop.kind !== 'steps' || stop.steps !== null) return stop
  else if (own.steps !== null) return { kind: 'steps', steps: own.steps }
  throw new ProblemError({
    id: 'no-end',
    severity: 'error',
    message: 'The runs of this plan have no end.',
    where: 'stop',
    kept: 'Nothing was run.',
    tip: 'Give stop.steps, or another stop rule: updates, plateau or error.',
  })
}
