import { PhysicsError } from './error'
import { logNormal, type Draws } from './random'

/** How edges differ: by factors that are given, or drawn around 1. */
export interface EdgeFactorsSpec {
  /** One per edge, above 0; left out: drawn. */
  factors?: readonly number[] | undefined
  /** Coefficient of variation of those that are drawn. */
  variation: number
}

/**
 * E factors on a rate or a probability: those given, or log-normal of mean 1.
 * @param where the field that gives them
 * @throws PhysicsError unless one is given for each edge
 */
export function edgeFactors(
  { factors, variation }: EdgeFactorsSpec,
  edges: number,
  draws: Draws,
  where: string,
): Float64Array {
  if (factors === undefined)
    return variation > 0 ? logNormal(edges, variation, draws) : new Float64Array(edges).fill(1)
  if (factors.length === edges) return Float64Array.from(factors)
  throw new PhysicsError(
    'factors-for-edges',
    `${factors.length} factors are given for ${edges} edges (of spins: couplings, then biases).`,
    `Give ${edges}, in the order of the edges, or leave them out.`,
    where,
  )
}
