import { ProblemError, type BoardDevice, type MachineDescription } from '@contract'
import type { BoardConnection } from '../board'
import type { RunController } from '../run/controller'
import { resumptionOf, runsOfBoard, type RunKeeper, type RunStore } from '../run/store'
import { createMachine } from './machines'

/** The board holds another run, or one that is described otherwise: the next may be the one. */
const NOT_THIS_ONE = ['board-restarted', 'foreign-checkpoint', 'not-on-this-board']

/**
 * Goes on with the run that is on the board: the present one, or, after the program was started
 * anew, the newest stored one that the board says it holds.
 * @throws ProblemError board-away; board-run-unknown where this program does not know the run
 */
export async function pickUp(
  controller: RunController,
  keeper: RunKeeper,
  board: BoardConnection,
): Promise<MachineDescription> {
  // Away or absent: says so.
  board.client()
  const { presence, device } = board.state()
  const learning = presence === 'learning'
  try {
    return await controller.pickUp(learning)
  } catch (thrown) {
    if (!isOneOf(thrown, ['board-run-unknown']) || keeper.open === null || device === null)
      throw thrown
    const stored = await pickUpStored(controller, keeper.open, device, learning)
    if (stored === null) throw thrown
    return stored
  }
}

/** Each is compared with what the board holds before the board is told anything. */
async function pickUpStored(
  controller: RunController,
  { database }: RunStore,
  device: BoardDevice,
  learning: boolean,
): Promise<MachineDescription | null> {
  for (const id of runsOfBoard(database, device)) {
    try {
      const checkpoint = await resumptionOf(database, id, createMachine)
      return await controller.resume(checkpoint, learning ? 'running' : 'paused', [])
    } catch (thrown) {
      if (!isOneOf(thrown, NOT_THIS_ONE)) throw thrown
    }
  }
  return null
}

const isOneOf = (thrown: unknown, ids: readonly string[]): boolean =>
  thrown instanceof ProblemError && ids.includes(thrown.problem.id)
