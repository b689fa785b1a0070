import { ProblemError, type BoardDevice, type BoardState, type Problem } from '@contract'
import { nameOf, type Identity } from './identity'

const goesOn = 'A run on the board goes on without this program, and everything recorded is kept.'
const nameOfState = ({ device }: BoardState): string =>
  device === null ? 'The board' : `The board (${nameOf(device)})`

/** It went away and is looked for. @param how what the line said. */
export const wentAway = (device: BoardDevice, how: string | null): Problem => ({
  id: 'board-went-away',
  severity: 'warning',
  message: `The board (${nameOf(device)}) went away${how === null ? '.' : `: ${how}`}`,
  kept: goesOn,
  tip: 'Plug it in again: the same board is found by itself, and no other.',
})

export const notFoundAgain = (device: BoardDevice, seconds: number): Problem => ({
  id: 'board-lost',
  severity: 'error',
  message: `The board (${nameOf(device)}) was not found again for ${seconds} s.`,
  kept: goesOn,
  tip: 'Plug it in and switch it on: it is still looked for, every few seconds. Or connect another one.',
})

/** A device that was released is asked for, and its port is on no list. */
export const notThere = (device: BoardDevice): Problem => ({
  id: 'board-not-there',
  severity: 'warning',
  message: `The board (${nameOf(device)}) is not plugged in.`,
  kept: goesOn,
  tip: 'Plug it in, then take it back.',
})

/** Another device answers where the board was. */
export const otherBoard = (path: string, wanted: Identity, found: string): ProblemError =>
  new ProblemError({
    id: 'other-board',
    severity: 'warning',
    message: `On ${path} answers another device (${found.slice(0, 200)}) than the one that went away (${nameOf(wanted)}).`,
    where: path,
    kept: 'It was asked for its identity and sent nothing else.',
    tip: 'Plug the same board in again, or connect this one by hand.',
  })

/** It holds the line and answers no more. */
export const fellSilent = (device: BoardDevice, how: string): Problem => ({
  id: 'board-silent',
  severity: 'error',
  message: `The board (${nameOf(device)}) is still there but does not answer: ${how}`,
  kept: 'Everything recorded is kept.',
  tip: 'It is asked again every few seconds. Check its supply, press its reset button, or plug it in again.',
})

const notUsable = (
  state: BoardState,
): Pick<Problem, 'message' | 'tip'> & Partial<Pick<Problem, 'kept'>> => {
  const board = nameOfState(state)
  switch (state.presence) {
    case 'connecting':
      return { message: 'The board is just being asked who it is.', tip: 'Try again in a moment.' }
    case 'reconnecting':
    case 'lost':
      return { message: `${board} went away.`, kept: goesOn, tip: 'Plug it in again and wait.' }
    case 'released':
      return { message: `${board} was released for another program.`, tip: 'Take it back first.' }
    case 'error':
      return {
        message: state.problem?.message ?? `${board} cannot be used.`,
        tip: state.problem?.tip ?? 'Connect it again.',
      }
    default:
      return { message: 'No board is connected.', tip: 'Connect a board first.' }
  }
}

/** A command that needs a board, while there is none. */
export const boardAway = (state: BoardState): ProblemError =>
  new ProblemError({
    id: 'board-away',
    severity: 'error',
    kept: 'Nothing was sent.',
    ...notUsable(state),
  })
