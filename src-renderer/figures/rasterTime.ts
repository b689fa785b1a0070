import type { Frame } from '@contract'
import type { Range } from './extent'

type Raster = Frame['raster']

/** A mark is at least so wide, px: an event has no width of its own. */
export const markWidth = 1.5

/** Simulated time from the first to the last event in view, s; null: columns count steps. */
export function timeSpan({ timeS, steps }: Raster, window: number): Range | null {
  if (timeS === undefined || steps < 2) return null
  const span: Range = [timeS[Math.max(0, steps - window)], timeS[steps - 1]]
  return span[1] > span[0] ? span : null
}

/** Where a moment lies between the ends, 0..1. */
export const shareOf = (timeS: number, [from, to]: Range): number => (timeS - from) / (to - from)

/** Round moments to label, with as many decimals as tell them apart. At most so many. */
export function secondTicks([from, to]: Range, most: number): { timeS: number; text: string }[] {
  const least = (to - from) / Math.max(1, most)
  const decade = 10 ** Math.floor(Math.log10(least))
  const distance = decade * ([1, 2, 5].find((n) => n * decade >= least) ?? 10)
  const decimals = Math.max(0, Math.min(9, -Math.floor(Math.log10(distance) + 1e-9)))
  const first = Math.ceil(from / distance)
  const count = Math.max(0, Math.floor(to / distance) - first + 1)
  return Array.from({ length: count }, (_, n) => {
    const timeS = (first + n) * distance
    return { timeS, text: timeS.toFixed(decimals) }
  })
}

/**
 * The newest event in view of an edge near a place of the time axis; null: there is none.
 * @param updated whether a row is one of the edge's @param within how near, as a part of the axis
 */
export function rowNear(
  raster: Raster,
  window: number,
  share: number,
  within: number,
  updated: (row: number) => boolean,
): number | null {
  const span = timeSpan(raster, window)
  if (span === null || raster.timeS === undefined) return null
  let [best, nearest] = [-1, within]
  for (let row = Math.max(0, raster.steps - window); row < raster.steps; row++) {
    if (!updated(row)) continue
    const far = Math.abs(shareOf(raster.timeS[row], span) - share)
    if (far <= nearest) [best, nearest] = [row, far]
  }
  return best < 0 ? null : best
}
