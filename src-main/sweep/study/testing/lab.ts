import { SimulatedMachine } from '../../../machine/simulated'
import { inlinePool } from '../../inline'
import { Sweep } from '../../plan/sweep'
import { runAll } from '../../run-all'
import type { Lab } from '../study'

/** Runs of a study one after the other, here. */
export const inlineLab: Lab = {
  runs: (plan) => {
    const sweep = new Sweep(plan)
    return runAll(
      sweep,
      inlinePool(sweep, () => new SimulatedMachine()),
      {},
    )
  },
  refusals: async (plan) => new Sweep(plan).cells.lengths.flatMap((n) => Array<null>(n).fill(null)),
}
