import type { Network, Roles } from '../network'

/**
 * Minimum-degree order of the free nodes, outputs last (Rose, 1972; ties to the lower node number,
 * so that the plan and with it every rounding is a function of the network alone).
 * @returns the order, and for each eliminated node the free nodes that it then joined.
 * O(n^2) for the choice plus the fill.
 */
export function eliminationOrder(
  network: Network,
  roles: Roles,
): { order: number[]; columns: number[][] } {
  const n = network.names.length
  const held = new Set([...roles.sources, ...roles.grounds])
  const output = new Set(roles.targets)
  const neighbours = Array.from({ length: n }, () => new Set<number>())
  for (let e = 0; e < network.a.length; e++) {
    const [a, b] = [network.a[e], network.b[e]]
    if (held.has(a) || held.has(b)) continue
    neighbours[a].add(b)
    neighbours[b].add(a)
  }
  const order: number[] = []
  const columns: number[][] = []
  const eliminate = (node: number): void => {
    const around = [...neighbours[node]]
    for (const a of around) {
      neighbours[a].delete(node)
      for (const b of around) if (a !== b) neighbours[a].add(b)
    }
    order.push(node)
    columns.push(around)
  }
  const hidden = new Set<number>()
  for (let node = 0; node < n; node++) if (!held.has(node) && !output.has(node)) hidden.add(node)
  while (hidden.size > 0) {
    let best = -1
    for (const node of hidden)
      if (best < 0 || neighbours[node].size < neighbours[best].size) best = node
    hidden.delete(best)
    eliminate(best)
  }
  for (const node of roles.targets) eliminate(node)
  return { order, columns }
}
