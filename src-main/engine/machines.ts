import { ProblemError, type RunConfig } from '@contract'
import type { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import type { Machine } from '../machine/machine'
import { SimulatedMachine } from '../machine/simulated'
import { noBoard } from './noBoard'

/**
 * An unconfigured machine of that kind.
 * @param board null: there is no way to one
 * @throws ProblemError no-board, board-away
 */
export function createMachine(
  kind: RunConfig['machine']['kind'],
  board: BoardConnection | null = null,
): Machine {
  switch (kind) {
    case 'simulated':
      return new SimulatedMachine()
    case 'board':
      if (board === null || board.state().device === null) throw new ProblemError(noBoard)
      return new BoardMachine(lineOf(board))
  }
}
