import type { Network } from './network'

/**
 * Connected parts of the nodes that are not held, over edges that conduct: disjoint sets with halved
 * paths (Tarjan and van Leeuwen, 1984). Near O(N + E).
 * @returns N part numbers from 0; -1 for held nodes.
 */
export function components(network: Network, held: Uint8Array, cut: Uint8Array): Int32Array {
  const n = network.names.length
  const parent = new Int32Array(n)
  for (let i = 0; i < n; i++) parent[i] = i
  const root = (start: number): number => {
    let node = start
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }
  const { a, b } = network
  for (let e = 0; e < a.length; e++)
    if (cut[e] === 0 && held[a[e]] === 0 && held[b[e]] === 0) parent[root(a[e])] = root(b[e])
  const part = new Int32Array(n)
  // Number of the part with this root, plus one: 0 is a root that was not met.
  const numbers = new Int32Array(n)
  let count = 0
  for (let node = 0; node < n; node++) {
    if (held[node] !== 0) {
      part[node] = -1
      continue
    }
    const top = root(node)
    if (numbers[top] === 0) numbers[top] = ++count
    part[node] = numbers[top] - 1
  }
  return part
}
