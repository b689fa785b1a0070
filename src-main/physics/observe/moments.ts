import type { Learner } from '../learner'

/** Mean and covariance of one step's changes. */
export interface UpdateMoments {
  /** E values. */
  mean: Float64Array
  /** E x E. */
  covariance: Float64Array
}

/**
 * Exact mean and covariance of the next step of the ideal rule around the present conductances,
 * away from the bounds (derived; see the physics page). Let g_m be the change that example m alone
 * would make, g their mean and C their population covariance; S = C (M - b) / ((M - 1) b) for
 * distinct examples, C / b with replacement. Where every edge updates with its own probability
 * p_e, independently of the others and of the batch, the mean is p g and the covariance
 * p_i p_j S_ij, on the diagonal p S + p (1 - p) g^2.
 * O(M E^2); for small networks.
 * @param changes M x E values g_m
 * @param probability E values p_e
 */
export function updateMoments(
  changes: Float64Array,
  probability: Float64Array,
  batch: number,
  replacement: boolean,
): UpdateMoments {
  const edges = probability.length
  const examples = changes.length / edges
  const g = new Float64Array(edges)
  for (let m = 0; m < examples; m++)
    for (let e = 0; e < edges; e++) g[e] += changes[m * edges + e] / examples
  const share = replacement
    ? 1 / batch
    : examples > 1
      ? (examples - batch) / ((examples - 1) * batch)
      : 0
  const covariance = new Float64Array(edges * edges)
  for (let m = 0; m < examples; m++)
    for (let i = 0; i < edges; i++) {
      const off = (share * (changes[m * edges + i] - g[i])) / examples
      for (let j = 0; j < edges; j++)
        covariance[i * edges + j] += off * (changes[m * edges + j] - g[j])
    }
  for (let i = 0; i < edges; i++) {
    const p = probability[i]
    const own = covariance[i * edges + i]
    for (let j = 0; j < edges; j++) covariance[i * edges + j] *= p * probability[j]
    covariance[i * edges + i] = p * own + p * (1 - p) * g[i] * g[i]
  }
  return { mean: g.map((x, e) => x * probability[e]), covariance }
}

/** M x E: the change that each training example alone would make now, ideal rule without bounds. */
export function exampleChanges(learner: Learner, alpha: number): Float64Array {
  const { network, rule, task } = learner.parts
  const { kernel, eta } = learner
  const edges = network.a.length
  const all = Int32Array.from({ length: edges }, (_, e) => e)
  const { inputs, targets, count } = task.train
  const changes = new Float64Array(count * edges)
  const contrast = new Float64Array(edges)
  for (let m = 0; m < count; m++) {
    kernel.solve(rule.conductance, inputs, m * task.inputs, targets, m * task.outputs, eta)
    kernel.contrast(all, edges, contrast)
    contrast.forEach((c, e) => (changes[m * edges + e] = (alpha / eta) * c))
  }
  return changes
}
