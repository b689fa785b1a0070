import { toProblem, type SweepPlan, type SweepRow } from '@contract'
import type { Machine } from '../machine/machine'
import { runAll, Sweep, threadPool } from '../sweep'
import { boardRow, type Lab } from '../sweep/study'
import worker from '../sweep/worker?modulePath'
import { problemLine } from './fail'
import type { Output } from './output'

/** Where the runs of a study are counted. */
export interface Counting {
  plan(name: string, runs: number): void
  run(): void
}

const failure = ({ seed, problem }: Extract<SweepRow, { state: 'failed' }>): string =>
  `seed ${seed}: ${problemLine(problem)}\n`

async function runs(plan: SweepPlan, output: Output, at: Counting) {
  const sweep = new Sweep(plan)
  at.plan(plan.name, sweep.count)
  return runAll(sweep, threadPool(worker, sweep), {
    interrupted: output.interrupted,
    done(row) {
      if (row.state === 'failed') output.err(failure(row))
      at.run()
    },
  })
}

/** The simulation, on all cores. */
export const simulationLab = (output: Output, at: Counting): Lab => ({
  runs: (plan) => runs(plan, output, at),
  refusals: async (plan) => Array.from({ length: new Sweep(plan).cells.count }, () => null),
})

/** One board, which learns one run after the other by itself. */
export function boardLab(machine: Machine, output: Output, at: Counting): Lab {
  const onBoard = (plan: SweepPlan): SweepPlan => ({
    ...plan,
    base: {
      ...plan.base,
      machine: { kind: 'board', frameEvery: 1 },
      evaluate: { every: 1_000_000_000 },
    },
  })
  return {
    async runs(plan) {
      const sweep = new Sweep(onBoard(plan))
      at.plan(plan.name, sweep.count)
      const rows: SweepRow[] = []
      for (let index = 0; index < sweep.count && !output.interrupted(); index++) {
        const row = await boardRow(machine, sweep.run(index))
        if (row.state === 'failed') output.err(failure(row))
        rows.push(row)
        at.run()
      }
      return rows
    },
    async refusals(plan) {
      const sweep = new Sweep(onBoard(plan))
      const found: (string | null)[] = []
      for (let cell = 0; cell < sweep.cells.count; cell++) {
        try {
          await machine.configure('fits', sweep.run(cell).config)
          found.push(null)
        } catch (thrown) {
          found.push(toProblem(thrown, 'machine-failed').message)
        }
      }
      return found
    },
  }
}
