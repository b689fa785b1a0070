import type { SweepPlan, SweepRow } from '@contract'
import type { Machine } from '../machine/machine'
import { runAll, Sweep, threadPool, type Pool } from '../sweep'
import {
  boardPlan,
  boardPool,
  boardRefusals,
  KeptLab,
  StudyStopped,
  type Lab,
} from '../sweep/study'
import worker from '../sweep/worker?modulePath'
import { problemLine } from './fail'
import type { Output } from './output'

/** Where the runs of a study are counted. */
export interface Counting {
  /** Some of them may be there already. */
  plan(name: string, runs: number, done: number): void
  run(): void
}

/** What does the runs: the simulation on all cores, or one board by itself. */
export interface Means {
  made(plan: SweepPlan): SweepPlan
  makePool(sweep: Sweep): Pool
  refusals: Lab['refusals']
}

export const simulation: Means = {
  made: (plan) => plan,
  makePool: (sweep) => threadPool(worker, sweep),
  refusals: async (plan) => Array.from({ length: new Sweep(plan).cells.count }, () => null),
}

export const onBoard = (machine: Machine): Means => ({
  made: boardPlan,
  makePool: (sweep) => boardPool(machine, sweep),
  refusals: (plan) => boardRefusals(machine, plan),
})

const failure = ({ seed, problem }: Extract<SweepRow, { state: 'failed' }>): string =>
  `seed ${seed}: ${problemLine(problem)}\n`

/** A lab that keeps its runs in the folder of the study, to go on from; or none, for a look. */
export function labOf(
  folder: string | null,
  means: Means,
  output: Output,
  at: Counting,
): { lab: Lab; close(): void } {
  const done = (row: SweepRow): void => {
    if (row.state === 'failed') output.err(failure(row))
    at.run()
  }
  if (folder === null) return { lab: passing(means, output, at, done), close: () => undefined }
  const lab = new KeptLab({
    ...means,
    folder,
    nowMs: () => performance.now(),
    begun(sweep, runner) {
      const { finished, failed } = runner.progress()
      for (const problem of runner.problems) output.err(`${problemLine(problem)}\n`)
      at.plan(sweep.plan.name, sweep.count, finished + failed)
    },
    done,
  })
  const watch = setInterval(() => output.interrupted() && lab.stop(), 100)
  return { lab, close: () => clearInterval(watch) }
}

/** Runs that nobody keeps. */
const passing = (
  { made, makePool, refusals }: Means,
  output: Output,
  at: Counting,
  done: (row: SweepRow) => void,
): Lab => ({
  refusals,
  async runs(plan) {
    const sweep = new Sweep(made(plan))
    at.plan(plan.name, sweep.count, 0)
    const rows = await runAll(sweep, makePool(sweep), { interrupted: output.interrupted, done })
    if (output.interrupted()) throw new StudyStopped()
    return rows
  },
})
