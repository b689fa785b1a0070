import { minimumDegree } from '../fronts/amd'
import type { Analysis } from '../fronts/analysis'
import type { FreeGraph } from '../fronts/graph'
import { eliminationTree, type EliminationTree } from '../fronts/tree'
import type { Roles } from '../network'
import { eliminationOrder } from '../solver/order'

/** Exact minimum degree takes O(n^2): above so many hidden nodes it is left out. */
const SMALL = 1000
/** Above so many the order of the fronts is taken at once: another takes 0.9 s at 10^5 edges. */
const MIDDLE = 10_000

/**
 * The elimination tree whose paths are the shortest, of the orders that we have: an event costs the
 * entries on one path. At 64 nodes exact minimum degree is a third shorter than approximate.
 */
export function shortestPaths(analysis: Analysis, roles: Roles): EliminationTree {
  const { network, graph, tree: large } = analysis
  if (graph.hidden > MIDDLE) return large
  const orders = [minimumDegree(graph)]
  if (graph.hidden <= SMALL)
    orders.unshift(
      Int32Array.from(
        eliminationOrder(network, roles).order.slice(0, graph.hidden),
        (node) => graph.number[node],
      ),
    )
  const trees = [...orders.map((order) => eliminationTree(graph, order)), large]
  return trees.reduce((best, tree) =>
    pathEntries(graph, tree) < pathEntries(graph, best) ? tree : best,
  )
}

/** Entries on the paths of all edges between free nodes. */
function pathEntries(graph: FreeGraph, { position, parent, height }: EliminationTree): number {
  const onPath = new Float64Array(graph.count)
  for (let j = graph.count - 1; j >= 0; j--)
    onPath[j] = height[j] - 1 + (parent[j] === -1 ? 0 : onPath[parent[j]])
  let sum = 0
  for (let v = 0; v < graph.count; v++)
    for (let q = graph.start[v]; q < graph.start[v + 1]; q++)
      sum += onPath[Math.min(position[v], position[graph.neighbour[q]])]
  return sum
}
