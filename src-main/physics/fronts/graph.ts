import type { Network, Roles } from '../network'

/**
 * The free nodes and the edges between them. Numbers: hidden nodes 0..h-1 in the network's order,
 * then the outputs, so that an order of the hidden nodes is an order of the first h numbers.
 */
export interface FreeGraph {
  /** Free nodes, n = h + O. */
  readonly count: number
  readonly hidden: number
  /** n network nodes by number, and N numbers (-1: held) by network node. */
  readonly node: Int32Array
  readonly number: Int32Array
  /** Neighbours of v: neighbour[start[v]..start[v+1]-1], and the edges to them. */
  readonly start: Int32Array
  readonly neighbour: Int32Array
  readonly edge: Int32Array
}

/** O(N + E). */
export function freeGraph(network: Network, roles: Roles): FreeGraph {
  const nodes = network.names.length
  const number = new Int32Array(nodes).fill(-2)
  for (const held of [roles.sources, roles.grounds]) for (const v of held) number[v] = -1
  const count = nodes - roles.sources.length - roles.grounds.length
  const hidden = count - roles.targets.length
  const node = new Int32Array(count)
  roles.targets.forEach((v, o) => {
    number[v] = hidden + o
    node[hidden + o] = v
  })
  let next = 0
  for (let v = 0; v < nodes; v++)
    if (number[v] === -2) {
      node[next] = v
      number[v] = next++
    }
  const { a, b } = network
  const start = new Int32Array(count + 1)
  for (let e = 0; e < a.length; e++)
    if (number[a[e]] >= 0 && number[b[e]] >= 0) {
      start[number[a[e]] + 1]++
      start[number[b[e]] + 1]++
    }
  for (let v = 0; v < count; v++) start[v + 1] += start[v]
  const filled = start.slice(0, count)
  const neighbour = new Int32Array(start[count])
  const edge = new Int32Array(start[count])
  for (let e = 0; e < a.length; e++) {
    const i = number[a[e]]
    const j = number[b[e]]
    if (i < 0 || j < 0) continue
    neighbour[filled[i]] = j
    edge[filled[i]++] = e
    neighbour[filled[j]] = i
    edge[filled[j]++] = e
  }
  return { count, hidden, node, number, start, neighbour, edge }
}
