import type { BoardPresence, BoardState, BoardTarget } from '@contract'

/** One word per presence, the same wherever it is shown. */
export const presenceWords: Readonly<Record<BoardPresence, string>> = {
  absent: 'Not present',
  connecting: 'Connecting',
  identified: 'Identified',
  learning: 'Learning',
  reconnecting: 'Reconnecting',
  lost: 'Lost',
  error: 'Error',
  released: 'Released',
}

/** Where a target is, as short as a line of a list. */
export function targetName(target: BoardTarget | null): string {
  if (target === null) return 'the board'
  return target.kind === 'virtual' ? 'the virtual board' : target.path
}

/** What happened, and what to do: said by the state, or by the problem that it carries. */
export function presenceText({ presence, problem, target }: BoardState): {
  happened: string
  todo: string
} {
  if (problem !== null)
    return {
      happened: problem.message,
      todo: [problem.kept === undefined ? '' : `Kept: ${problem.kept}`, problem.tip ?? '']
        .filter(Boolean)
        .join(' '),
    }
  const where = targetName(target)
  switch (presence) {
    case 'absent':
      return { happened: 'No board is connected.', todo: 'Connect one, or the virtual board.' }
    case 'connecting':
      return {
        happened: `Opens ${where} and asks who is there.`,
        todo: 'A board that starts anew takes up to 3 s.',
      }
    case 'identified':
      return { happened: 'It answers, and is at rest.', todo: '' }
    case 'learning':
      return { happened: 'It learns by itself and sends what it measures.', todo: '' }
    case 'reconnecting':
      return {
        happened: `${where} went away; the run goes on on the board.`,
        todo: 'Plug it in again: the same device is taken back by itself.',
      }
    case 'lost':
      return {
        happened: `${where} did not come back.`,
        todo: 'Plug it in and connect again. All that was received is kept.',
      }
    case 'error':
      return { happened: `${where} cannot be used.`, todo: 'Check it and connect again.' }
    case 'released':
      return {
        happened: `${where} is free for another program, for instance to flash the board.`,
        todo: 'Take it back when that is done.',
      }
  }
}
