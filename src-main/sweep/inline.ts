import type { Machine } from '../machine/machine'
import type { Pool } from './pool'
import type { Sweep } from './plan/sweep'
import type { Control } from './run/control'
import { probe } from './run/probe'
import { rowOf } from './run/row'

/**
 * One run after the other where this is called: for a machine of which there is one, such as a board.
 * A run that is under way is not suspended, and is given up where its machine next looks.
 */
export function inlinePool(sweep: Sweep, makeMachine: () => Machine): Pool {
  let abandoned = false
  const control: Control = { givenUp: () => abandoned, suspendedMs: 0 }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    // Between two jobs waiting events are let in.
    const next = last.then(() => new Promise(setImmediate)).then(job)
    // Whoever asked for the job hears of its failure; the next one begins all the same.
    last = next.then(
      () => undefined,
      () => undefined,
    )
    return next
  }
  return {
    lanes: 1,
    run: (index) =>
      inTurn(async () => (abandoned ? null : rowOf(sweep.run(index), makeMachine(), control))),
    probe: (index, ms) => inTurn(() => probe(sweep.run(index), makeMachine(), ms)),
    suspend: () => undefined,
    goOn: () => undefined,
    abandon: () => (abandoned = true),
    close: async () => void (await last),
  }
}
