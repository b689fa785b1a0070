import type { Problem } from '@contract'

export const noBoard: Problem = {
  id: 'no-board',
  severity: 'error',
  message: 'No board is connected.',
  kept: 'The present run is as it was.',
  tip: 'Connect a board first, or let the simulation learn.',
}
