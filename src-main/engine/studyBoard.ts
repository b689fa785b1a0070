import { ProblemError } from '@contract'
import { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import { boardPlan, boardPool, boardRefusals } from '../sweep/study'
import type { Workshop } from '../sweep'
import { noBoard } from './noBoard'

/**
 * A board that does the runs of a study: the one that is connected, or a virtual one of its own.
 * @param learns the present run is at work on the connected board
 * @throws ProblemError no-board, study-board-busy
 */
export async function studyBoard(
  which: 'connected' | 'virtual',
  connected: BoardConnection,
  learns: () => boolean,
): Promise<Workshop> {
  const own = which === 'virtual' ? new BoardConnection() : null
  const connection = own ?? connected
  if (own !== null) await own.connect({ kind: 'virtual' })
  const { device, presence } = connection.state()
  if (device === null) throw new ProblemError(noBoard)
  if (own === null && (learns() || presence === 'learning')) throw new ProblemError(busy)
  const machine = new BoardMachine(lineOf(connection))
  return {
    machine: `${device.model}, firmware ${device.firmware}`,
    made: boardPlan,
    makePool: (sweep) => boardPool(machine, sweep),
    refusals: (plan) => boardRefusals(machine, plan),
    close: async () => void (await own?.close()),
  }
}

const busy = {
  id: 'study-board-busy',
  severity: 'error' as const,
  message: 'The board is learning, and a study would end that run.',
  kept: 'It goes on learning.',
  tip: 'Pause or finish the run first, or make the study on the virtual board.',
}
