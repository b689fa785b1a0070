import type { BoardConnection } from '../board'
import type { EngineReply, EngineRequest } from './protocol'

type BoardCommand =
  | 'boardPorts'
  | 'board'
  | 'boardConnect'
  | 'boardDisconnect'
  | 'boardRelease'
  | 'boardTake'
  | 'boardSend'
  | 'boardLog'
  | 'boardHeaders'

/** The commands that reach a board, or the ports of this computer. */
export function boardHandlers(board: BoardConnection): {
  [K in BoardCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
} {
  return {
    boardPorts: () => board.ports(),
    board: async () => board.state(),
    boardConnect: ({ target }) => board.connect(target),
    boardDisconnect: () => board.disconnect(),
    boardRelease: () => board.release(),
    boardTake: () => board.take(),
    boardSend: async ({ text }) => ({ answers: await board.send(text) }),
    boardLog: async ({ after }) => ({ entries: board.log(after) }),
    boardHeaders: () => board.headers(),
  }
}
