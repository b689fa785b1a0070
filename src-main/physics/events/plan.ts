import { analysisOf } from '../fronts/analysis'
import type { Network, Roles } from '../network'
import { columnsOf } from './columns'
import { shortestPaths } from './order'

/**
 * Symbolic analysis for events. Rows 0..n-1 are the free nodes in order of elimination, outputs
 * last; rows n..n+S-1 are the sources, which are never eliminated, so that a column says how its
 * node answers to them. Grounds, at 0 V, have no row.
 */
export interface EventPlan {
  readonly nodes: number
  readonly free: number
  readonly sources: number
  readonly outputs: number
  readonly position: Int32Array
  readonly columnStart: Int32Array
  readonly rowOf: Int32Array
  /** Next column on the path to the root; -1 at a root. */
  readonly parent: Int32Array
  /**
   * Per edge: lower row, upper row (-1: a ground), slot of its entry. Where both ends are held the
   * first is -1, and the others are the rows of the ends (-1: a ground).
   */
  readonly edgeLow: Int32Array
  readonly edgeHigh: Int32Array
  readonly edgeSlot: Int32Array
  /** Mean over edges of the entries that an event goes through. */
  readonly pathEntries: number
}

/** O(entries of the factor). */
export function makeEventPlan(network: Network, roles: Roles): EventPlan {
  const analysis = analysisOf(network, roles)
  const { graph } = analysis
  const tree = shortestPaths(analysis, roles)
  const position = new Int32Array(network.names.length)
  for (let j = 0; j < graph.count; j++) position[graph.node[tree.order[j]]] = j
  roles.sources.forEach((v, s) => (position[v] = graph.count + s))
  for (const v of roles.grounds) position[v] = -1

  const { columnStart, rowOf, parent } = columnsOf(graph, position, network, roles)
  const edges = network.a.length
  const edgeLow = new Int32Array(edges)
  const edgeHigh = new Int32Array(edges)
  const edgeSlot = new Int32Array(edges)
  for (let e = 0; e < edges; e++) {
    const p = position[network.a[e]]
    const q = position[network.b[e]]
    const low = p < 0 || (q >= 0 && q < p) ? q : p
    const inside = low >= 0 && low < graph.count
    edgeLow[e] = inside ? low : -1
    edgeHigh[e] = low === p ? q : p
    if (!inside) edgeSlot[e] = low
    if (edgeLow[e] < 0 || edgeHigh[e] < 0) continue
    let slot = columnStart[edgeLow[e]]
    while (rowOf[slot] !== edgeHigh[e]) slot++
    edgeSlot[e] = slot
  }
  return {
    nodes: network.names.length,
    free: graph.count,
    sources: roles.sources.length,
    outputs: roles.targets.length,
    position,
    columnStart,
    rowOf,
    parent,
    edgeLow,
    edgeHigh,
    edgeSlot,
    pathEntries: meanPath(edgeLow, columnStart, parent),
  }
}

function meanPath(edgeLow: Int32Array, columnStart: Int32Array, parent: Int32Array): number {
  const entries = new Float64Array(parent.length)
  for (let j = parent.length - 1; j >= 0; j--)
    entries[j] = columnStart[j + 1] - columnStart[j] + (parent[j] < 0 ? 0 : entries[parent[j]])
  let sum = 0
  for (const j of edgeLow) sum += j < 0 ? 0 : entries[j]
  return sum / edgeLow.length
}
