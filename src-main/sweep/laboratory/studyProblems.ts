import type { Problem } from '@contract'

export const unknownStudy: Problem = {
  id: 'unknown-study',
  severity: 'error',
  message: 'Nothing of this study is here.',
  tip: 'Start it; it may have been deleted, or lie in another folder of runs.',
}

export const unknownRun: Problem = {
  id: 'unknown-study-run',
  severity: 'error',
  message: 'This study has no such run.',
}

export const notFinished: Problem = {
  id: 'study-not-finished',
  severity: 'error',
  message: 'This study has no report yet.',
  tip: 'Let it go on to its end first.',
}

export const notAtWork: Problem = {
  id: 'study-not-at-work',
  severity: 'error',
  message: 'Nobody works on this study.',
  kept: 'All of its results.',
  tip: 'Let it go on first.',
}

export const atWork: Problem = {
  id: 'study-at-work',
  severity: 'error',
  message: 'A study that is at work cannot be deleted.',
  kept: 'It goes on as it is.',
  tip: 'Stop it first.',
}
