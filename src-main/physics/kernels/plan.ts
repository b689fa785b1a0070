import { minimumDegree } from '../fronts/amd'
import { analysisOf } from '../fronts/analysis'
import { makeFrontPlan, type FrontPlan } from '../fronts/plan'
import { eliminationTree } from '../fronts/tree'
import type { Network, Roles } from '../network'
import { makePlan, type Plan } from '../solver'

/** The tape's analysis is O(n^2): 50 ms at so many free nodes. */
const MOST_TAPE_NODES = 1500
/**
 * Products (squared column heights) up to which the tape is faster. Measured, ms a step, tape and
 * fronts: 32 x 32 lattice (3e5) 0.10 and 0.15; random graph of 1000 nodes (1e7) 4.6 and 1.1.
 */
const MOST_TAPE_PRODUCTS = 1e6

/** Symbolic analysis of either kind. */
export type FactorPlan = Plan | FrontPlan

/**
 * The analysis that makes a network's steps fast: the tape for small networks, fronts for large
 * ones. A function of network and roles alone, because the two round differently.
 */
export function choosePlan(network: Network, roles: Roles): FactorPlan {
  const { graph } = analysisOf(network, roles)
  if (graph.count > MOST_TAPE_NODES) return makeFrontPlan(network, roles)
  let products = 0
  for (const height of eliminationTree(graph, minimumDegree(graph)).height)
    products += height * height
  return products > MOST_TAPE_PRODUCTS ? makeFrontPlan(network, roles) : makePlan(network, roles)
}
