import { elementsAnswer } from '../link/answers'
import type { BoardProgram } from '../program'
import { upload } from '../upload'
import { runSteps, type OpenBoard } from './open'

const queries = [
  ['EDGE:LEV:DATA?', 'W'],
  ['EDGE:COND:DATA?', 'F'],
  ['FETC:VOLT:FREE?', 'F'],
  ['FETC:VOLT:CLAM?', 'F'],
  ['FETC:MASK?', 'B'],
  ['TASK:TARG:DATA?', 'F'],
] as const

/** All that a run decides, every bit of it. */
export async function stateOf({ client }: OpenBoard): Promise<number[][]> {
  const state: number[][] = []
  for (const [query, kind] of queries)
    state.push([...elementsAnswer(query, await client.query(query), kind)])
  return state
}

export async function uploadTo(boards: readonly OpenBoard[], program: BoardProgram): Promise<void> {
  for (const { client, capability } of boards) await upload(client, program, capability)
}

/** Runs all by `steps`; the states of each. */
export async function advance(boards: readonly OpenBoard[], steps: number): Promise<number[][][]> {
  const states: number[][][] = []
  for (const board of boards) {
    await runSteps(board.client, steps)
    states.push(await stateOf(board))
  }
  return states
}
