import { toProblem, type SweepPlan } from '@contract'
import type { Machine } from '../machine/machine'
import { inlinePool, runAll, Sweep, threadPool, type Pool } from '../sweep'
import type { Lab } from '../sweep/study'
import worker from '../sweep/worker?modulePath'
import { problemLine } from './fail'
import type { Output } from './output'

/** Where the runs of a study are counted. */
export interface Counting {
  plan(name: string, runs: number): void
  run(): void
}

async function runs(plan: SweepPlan, pool: (sweep: Sweep) => Pool, output: Output, at: Counting) {
  const sweep = new Sweep(plan)
  at.plan(plan.name, sweep.count)
  return runAll(sweep, pool(sweep), {
    interrupted: output.interrupted,
    done(row) {
      if (row.state === 'failed') output.err(`seed ${row.seed}: ${problemLine(row.problem)}\n`)
      at.run()
    },
  })
}

/** The simulation, on all cores. */
export const simulationLab = (output: Output, at: Counting): Lab => ({
  runs: (plan) => runs(plan, (sweep) => threadPool(worker, sweep), output, at),
  refusals: async (plan) => Array.from({ length: new Sweep(plan).cells.count }, () => null),
})

/** One board, which learns one run after the other by itself. */
export function boardLab(machine: Machine, output: Output, at: Counting): Lab {
  const onBoard = (plan: SweepPlan): SweepPlan => ({
    ...plan,
    base: { ...plan.base, machine: { kind: 'board', frameEvery: 1 } },
  })
  return {
    runs: (plan) => runs(onBoard(plan), (sweep) => inlinePool(sweep, () => machine), output, at),
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
