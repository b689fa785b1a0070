import type { EventPlan } from './plan'

/**
 * Where the supernode of each column ends: columns that follow each other on a path and have the
 * same rows below them (Ashcraft and others, 1987; fundamental, none merged). O(n).
 */
export function supernodeEnds({ free, columnStart, rowOf }: EventPlan): Int32Array {
  const end = new Int32Array(free)
  for (let j = free - 1; j >= 0; j--) {
    const own = columnStart[j + 1] - columnStart[j]
    const goesOn =
      j + 1 < free &&
      rowOf[columnStart[j]] === j + 1 &&
      columnStart[j + 2] - columnStart[j + 1] === own - 1
    end[j] = goesOn ? end[j + 1] : j + 1
  }
  return end
}

/** Numbers that eliminating the largest supernode needs room for: its columns twice, and its rows. */
export function supernodeRoom({ free, columnStart }: EventPlan, end: Int32Array): number {
  let most = 0
  for (let j = 0; j < free; j = end[j]) {
    const rows = columnStart[end[j]] - columnStart[end[j] - 1]
    most = Math.max(most, 2 * (end[j] - j) + rows)
  }
  return most
}
