import { Resampler } from '../statistics'

type Edge = readonly [a: number, b: number]

/** Whether every node is joined to every other. */
function connected(nodes: number, edges: readonly Edge[]): boolean {
  const seen = new Set([0])
  let grown = true
  while (grown) {
    grown = false
    for (const [a, b] of edges)
      if (seen.has(a) !== seen.has(b)) {
        seen.add(a).add(b)
        grown = true
      }
  }
  return seen.size === nodes
}

/**
 * Edges to cut one after the other, drawn at random among those that leave the network in one piece.
 * @returns their numbers; fewer than asked for where no other can go
 */
export function drawCuts(
  nodes: number,
  edges: readonly Edge[],
  count: number,
  seed: number,
): number[] {
  const random = new Resampler(seed)
  const cut: number[] = []
  while (cut.length < count) {
    const possible = edges.flatMap((_, e) => {
      const left = edges.filter((_, other) => other !== e && !cut.includes(other))
      return !cut.includes(e) && connected(nodes, left) ? [e] : []
    })
    if (possible.length === 0) break
    cut.push(possible[random.below(possible.length)])
  }
  return cut
}
