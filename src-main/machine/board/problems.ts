import { ProblemError, type Problem } from '@contract'

/** The configuration asks for what this board has not. @param where path in the configuration */
export const notOnThisBoard = (where: string, what: string, tip: string): ProblemError =>
  new ProblemError({
    id: 'not-on-this-board',
    severity: 'error',
    message: what,
    where,
    kept: 'The board and the present run are as they were.',
    tip,
  })

export const cannotChange = (where: string, what: string): ProblemError =>
  new ProblemError({
    id: 'board-cannot-change',
    severity: 'error',
    message: what,
    where,
    kept: 'The run goes on as before.',
    tip: 'The controls that this board has are those that are not greyed.',
  })

export const boardAway = (): ProblemError =>
  new ProblemError({
    id: 'board-away',
    severity: 'error',
    message: 'The board is out of reach, so nothing was sent to it.',
    kept: 'A run that it was learning goes on there.',
    tip: 'Plug it in again; then try once more.',
  })

/** The network that it was told is gone, or another one is there. */
export const boardRestarted = (step: number, found: string, isVirtual = false): Problem => ({
  id: 'board-restarted',
  severity: 'error',
  message: `The board no longer holds this run: ${found}`,
  where: `step ${step}`,
  kept: `Everything up to step ${step}: history, record and report.`,
  tip: isVirtual
    ? 'The virtual board lives in the engine and ended with it: begin the run anew.'
    : 'It was reset or lost its power, or another program used it. Reset starts the run again from step 0.',
})

export const boardTaken: Problem = {
  id: 'board-taken',
  severity: 'error',
  message: 'Another run was sent to the board that this run was on.',
  kept: 'Everything that this run measured until then.',
  tip: 'Reset starts this run again from step 0.',
}

const TRANSIENT = ['board-line-closed', 'board-no-answer', 'board-out-of-sync', 'board-away']

/** Whether it failed because of the line: the board itself may be well, and is asked again. */
export function isOfTheLine(thrown: unknown): boolean {
  return thrown instanceof ProblemError && TRANSIENT.includes(thrown.problem.id)
}

/** INITiate was ignored: a run is under way. */
export const isLearningAlready = (thrown: unknown): boolean =>
  thrown instanceof ProblemError &&
  thrown.problem.id === 'board-refused' &&
  thrown.problem.message.includes('-213,')
