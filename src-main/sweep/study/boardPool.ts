import { toProblem, type SweepPlan } from '@contract'
import type { Machine } from '../../machine/machine'
import type { Pool } from '../pool'
import { Sweep } from '../plan/sweep'
import { boardRow } from './boardRow'

/** The runs of a plan as those of a board: every step in a frame, nothing evaluated in between. */
export const boardPlan = (plan: SweepPlan): SweepPlan => ({
  ...plan,
  base: {
    ...plan.base,
    machine: { kind: 'board', frameEvery: 1 },
    evaluate: { every: 1_000_000_000 },
  },
})

/** One board, which learns one run after the other by itself; it is suspended between two runs. */
export function boardPool(machine: Machine, sweep: Sweep): Pool {
  let abandoned = false
  let goes: Promise<void> = Promise.resolve()
  let release: (() => void) | null = null
  let last: Promise<unknown> = Promise.resolve()
  return {
    lanes: 1,
    run(index) {
      const next = last.then(async () => {
        await goes
        return abandoned ? null : boardRow(machine, sweep.run(index))
      })
      // Whoever asked for the run hears of its failure; the next one begins all the same.
      last = next.catch(() => null)
      return next
    },
    probe: () => Promise.reject(new Error('runs on a board are not tried beforehand')),
    suspend() {
      if (release === null) goes = new Promise((resolve) => (release = resolve))
    },
    goOn() {
      release?.()
      release = null
    },
    abandon() {
      abandoned = true
      release?.()
    },
    close: async () => void (await last),
  }
}

/** Of each cell of a plan, why the board cannot do it; null: it can. */
export async function boardRefusals(machine: Machine, plan: SweepPlan): Promise<(string | null)[]> {
  const sweep = new Sweep(boardPlan(plan))
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
}
