import { ProblemError, type Problem } from '@contract'

export const unplugged: Problem = {
  id: 'serial-port-failed',
  severity: 'error',
  message: 'The cable was pulled.',
}

export const lineClosed = new ProblemError({ ...unplugged, id: 'board-line-closed' })
