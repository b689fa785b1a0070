import type { Frame } from '@contract'

/** `2nd`, `3rd`, `12th`. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}

/**
 * Share of edges that updated on the newest steps that were seen, and what is expected of it; null
 * before the first. E edges, S steps. Cost: E x S.
 */
export function updateShare({
  raster,
  timing,
}: Pick<Frame, 'raster' | 'timing'>): { measured: number; expected: number } | null {
  const edges = timing.updateProbability.length
  if (raster.steps === 0 || edges === 0) return null
  let updates = 0
  for (let s = 0; s < raster.steps; s++)
    for (let edge = 0; edge < edges; edge++)
      updates += (raster.masks[s * raster.words + (edge >> 5)] >>> (edge & 31)) & 1
  const expected = timing.updateProbability.reduce((sum, p) => sum + p, 0) / edges
  return { measured: updates / (raster.steps * edges), expected }
}
