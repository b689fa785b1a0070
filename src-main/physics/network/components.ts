import type { Network } from './network'

/**
 * Connected parts of the nodes that are not held, over edges that conduct. O(N + E).
 * @returns N part numbers from 0; -1 for held nodes.
 */
export function components(network: Network, held: Uint8Array, cut: Uint8Array): Int32Array {
  const n = network.names.length
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const root = (start: number): number => {
    let node = start
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }
  for (let e = 0; e < network.a.length; e++) {
    const { a, b } = { a: network.a[e], b: network.b[e] }
    if (!cut[e] && !held[a] && !held[b]) parent[root(a)] = root(b)
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: n }, (_, node) => {
    if (held[node]) return -1
    const top = root(node)
    const known = numbers.get(top)
    if (known !== undefined) return known
    numbers.set(top, numbers.size)
    return numbers.size - 1
  })
}
