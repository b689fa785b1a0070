import type { Change } from '@contract'

/** A change in a few words: `schedule.probability = 0.25`, `cut edge 3`. */
export function adjustmentText(change: Change): string {
  return change.kind === 'set'
    ? `${change.path} = ${change.value}`
    : `${change.action} edge ${change.edge}`
}
