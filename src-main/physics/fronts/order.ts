import type { Network } from '../network'
import { minimumDegree } from './amd'
import { dissect } from './dissection'
import type { FreeGraph } from './graph'

/**
 * A planar network of n nodes has cuts of at most 2 sqrt(2 n) nodes (Lipton and Tarjan, 1979). A
 * first cut along the places much above that says that the places tell little of the network.
 */
const CUT_PER_ROOT = 4

/** The newest order of each network: steps and events of a run are analysed one after the other. */
const newest = new WeakMap<Network, { node: Int32Array; order: Int32Array }>()

/** Hidden numbers in order of elimination: along the places where these help, else by degree. */
export function eliminationOrder(graph: FreeGraph, network: Network): Int32Array {
  const known = newest.get(network)
  // The same free nodes by number, as many of them hidden: the same graph.
  const same =
    known?.order.length === graph.hidden &&
    known.node.length === graph.count &&
    known.node.every((v, i) => v === graph.node[i])
  if (same) return known.order
  const order = orderOf(graph, network)
  newest.set(network, { node: graph.node, order })
  return order
}

function orderOf(graph: FreeGraph, network: Network): Int32Array {
  const place = (by: Float64Array): Float64Array => {
    const places = new Float64Array(graph.hidden)
    for (let v = 0; v < places.length; v++) places[v] = by[graph.node[v]]
    return places
  }
  const { order, firstCut } = dissect(graph, place(network.x), place(network.y))
  return firstCut <= CUT_PER_ROOT * Math.sqrt(graph.hidden) ? order : minimumDegree(graph)
}
