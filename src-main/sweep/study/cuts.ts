import { Resampler } from '../statistics'

type Edge = readonly [a: number, b: number]

/** Whether all nodes but some are joined to each other by edges among them. */
function connected(nodes: number, edges: readonly Edge[], without?: number): boolean {
  const joined = edges.filter(([a, b]) => a !== without && b !== without)
  const seen = new Set([without === 0 ? 1 : 0])
  let grown = true
  while (grown) {
    grown = false
    for (const [a, b] of joined)
      if (seen.has(a) !== seen.has(b)) {
        seen.add(a).add(b)
        grown = true
      }
  }
  return seen.size === (without === undefined ? nodes : nodes - 1)
}

/**
 * Edges to cut one after the other, drawn at random among those that leave the network in one piece,
 * also around each held node: what is beyond a held node hears of no other.
 * @returns their numbers; fewer than asked for where no other can go
 */
export function drawCuts(
  nodes: number,
  edges: readonly Edge[],
  held: readonly number[],
  count: number,
  seed: number,
): number[] {
  const random = new Resampler(seed)
  const cut: number[] = []
  while (cut.length < count) {
    const possible = edges.flatMap((_, e) => {
      const left = edges.filter((_, other) => other !== e && !cut.includes(other))
      const whole = [undefined, ...held].every((without) => connected(nodes, left, without))
      return !cut.includes(e) && whole ? [e] : []
    })
    if (possible.length === 0) break
    cut.push(possible[random.below(possible.length)])
  }
  return cut
}
