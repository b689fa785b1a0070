import type { Network } from '../network'
import { minimumDegree } from './amd'
import { dissect } from './dissection'
import type { FreeGraph } from './graph'

/**
 * A planar network of n nodes has cuts of at most 2 sqrt(2 n) nodes (Lipton and Tarjan, 1979). A
 * first cut along the places much above that says that the places tell little of the network.
 */
const CUT_PER_ROOT = 4

/** Hidden numbers in order of elimination: along the places where these help, else by degree. */
export function eliminationOrder(graph: FreeGraph, network: Network): Int32Array {
  const place = (by: Float64Array): Float64Array => {
    const places = new Float64Array(graph.hidden)
    for (let v = 0; v < places.length; v++) places[v] = by[graph.node[v]]
    return places
  }
  const { order, firstCut } = dissect(graph, place(network.x), place(network.y))
  return firstCut <= CUT_PER_ROOT * Math.sqrt(graph.hidden) ? order : minimumDegree(graph)
}
