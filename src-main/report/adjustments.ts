import type { Change } from '@contract'

/** A change in a few words: `schedule.probability = 0.25`, `cut edge 3`. */
export function adjustmentText(change: Change): string {
  switch (change.kind) {
    case 'set':
      return `${change.path} = ${change.value}`
    case 'edge':
      return `${change.action} edge ${change.edge}`
    case 'source':
      return `${change.action} source ${change.source}`
  }
}
