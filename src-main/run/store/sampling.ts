import type { Recording } from '@contract'

/** The first step after this one whose conductances are kept. */
export function nextSampleAfter(step: number, { conductanceEvery, detail }: Recording): number {
  const regular = following(step, conductanceEvery)
  switch (detail.kind) {
    case 'none':
      return regular
    case 'all':
      return step + 1
    case 'every':
      return Math.min(regular, following(step, detail.steps))
    case 'logarithmic':
      return Math.min(regular, logarithmic(step, detail.fraction))
  }
}

function following(step: number, every: number): number {
  return step + every - (step % every)
}

/**
 * The least member above `step` of 1, ..., n, n + max(1, floor(n fraction)), ...: a function of the
 * step alone, so that a resumed run keeps the same steps. O(log(step) / fraction).
 */
function logarithmic(step: number, fraction: number): number {
  let member = 1
  while (member <= step) member += Math.max(1, Math.floor(member * fraction))
  return member
}
