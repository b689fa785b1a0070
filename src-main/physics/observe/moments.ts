import { maskMoments, type JointProbability } from './maskLaw'

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
 * @param joint where edges do not decide independently: that two update on one step
 */
export function updateMoments(
  changes: Float64Array,
  probability: Float64Array,
  batch: number,
  replacement: boolean,
  joint: JointProbability = (i, j) => probability[i] * probability[j],
): UpdateMoments {
  const edges = probability.length
  const examples = changes.length / edges
  const mean = new Float64Array(edges)
  for (let m = 0; m < examples; m++)
    for (let e = 0; e < edges; e++) mean[e] += changes[m * edges + e] / examples
  const share = replacement
    ? 1 / batch
    : examples > 1
      ? (examples - batch) / ((examples - 1) * batch)
      : 0
  const covariance = new Float64Array(edges * edges)
  for (let m = 0; m < examples; m++)
    for (let i = 0; i < edges; i++) {
      const off = (share * (changes[m * edges + i] - mean[i])) / examples
      for (let j = 0; j <= i; j++)
        covariance[i * edges + j] += off * (changes[m * edges + j] - mean[j])
    }
  maskMoments(mean, covariance, probability, joint)
  return { mean, covariance }
}
