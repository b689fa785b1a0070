import type { Network, Roles } from '../network'
import type { Positions } from '../solver'
import { analysisOf } from './analysis'
import { layOut, type FrontLayout } from './layout'
import { supernodes } from './supernodes'

/**
 * Symbolic analysis for the multifrontal kernel: made once, used for every factorisation.
 */
export type FrontPlan = FrontLayout & Positions

/** O(n log n + E + entries of the fronts' boundaries), and what the ordering costs. */
export function makeFrontPlan(network: Network, roles: Roles): FrontPlan {
  const { graph, tree } = analysisOf(network, roles)
  const layout = layOut(graph, tree, supernodes(tree, graph.hidden))
  const nodes = network.names.length
  const position = new Int32Array(nodes)
  for (let j = 0; j < graph.count; j++) position[graph.node[tree.order[j]]] = j
  let next = graph.count
  for (const held of [roles.sources, roles.grounds]) for (const v of held) position[v] = next++
  const placesOf = (ends: Int32Array): Int32Array => {
    const places = new Int32Array(ends.length)
    for (let e = 0; e < ends.length; e++) places[e] = position[ends[e]]
    return places
  }
  return {
    nodes,
    free: graph.count,
    sources: roles.sources.length,
    outputs: roles.targets.length,
    position,
    edgeA: placesOf(network.a),
    edgeB: placesOf(network.b),
    ...layout,
  }
}
