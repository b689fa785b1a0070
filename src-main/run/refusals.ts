import type { Problem } from '@contract'

// What a command cannot be done for, in the state in which the engine is.

export const noRun: Problem = {
  id: 'no-run',
  severity: 'error',
  message: 'There is no machine yet.',
  tip: 'Choose a preset or open a run.',
}

export const noReplay: Problem = {
  id: 'no-replay',
  severity: 'error',
  message: 'There is no replay to move in.',
  tip: 'Open a run of the library.',
}

export const ownPace: Problem = {
  id: 'own-pace',
  severity: 'error',
  message: 'A board learns at its own pace.',
  kept: 'It goes on as before.',
  tip: 'Do single steps to look at each of them.',
}

export const unknownRun: Problem = {
  id: 'board-run-unknown',
  severity: 'error',
  message: 'The run on the board is none that this program knows, nor one in its run store.',
  kept: 'The board goes on as it is.',
  tip: 'Begin a run to take the board over, or read it out in the console: EDGE:LEV:DATA?, CALC:ERR? TRA.',
}

export const failedBefore: Problem = {
  id: 'run-failed',
  severity: 'error',
  message: 'The run failed and cannot go on.',
  kept: 'Its history and record.',
  tip: 'Reset starts it again from step 0.',
}
