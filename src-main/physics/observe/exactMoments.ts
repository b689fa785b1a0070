import type { Learner } from '../learner'
import { IdealRule } from '../rules'
import { batchLaw, type LikelyBatch } from './batchLaw'
import { batchChange, exampleChanges, exampleContrasts } from './changes'
import { MOST_EDGES } from './covariance'
import { jointProbability, maskMoments, type JointProbability } from './maskLaw'
import { updateMoments, type UpdateMoments } from './moments'

/** Above so many training examples their states are not solved for on the side. */
const MOST_EXAMPLES = 10_000

export interface ExactMoments extends UpdateMoments {
  /** Batches that were gone through; null: by the formula of the ideal rule away from its bounds. */
  batches: number | null
}

/**
 * Mean and covariance of the changes of the next step, over the batches that it may draw and the
 * edges that it may choose, with conductances and targets as they are: exact for any rule, bounds
 * included, as every batch is gone through and masks are summed by their law. With the change u
 * that a batch makes if all edges update, and q_ij the probability that i and j do, the mean is
 * p E[u] and the covariance q_ij Cov(u_i, u_j) + (q_ij - p_i p_j) E[u_i] E[u_j], with q_ii = p_i
 * (derived). O(batches E^2).
 * @returns null above 128 edges, where readings have noise, or where there are too many batches for
 * all but the ideal rule's formula.
 */
export function exactMoments(learner: Learner): ExactMoments | null {
  const { schedule, batches, rule, network } = learner.parts
  const { count } = learner.nextTask.train
  if (network.a.length > MOST_EDGES || count > MOST_EXAMPLES) return null
  const joint = jointProbability(schedule)
  const law = batchLaw(count, batches.size, batches.draw)
  if (law !== null) {
    const contrasts = exampleContrasts(learner)
    if (contrasts === null) return null
    const moments = enumerated(law, batchChange(learner, contrasts), schedule.probability, joint)
    return { ...moments, batches: law.length }
  }
  // The law of an epoch's rest is not in the formula.
  const uneven = batches.draw === 'epoch' && count % batches.size !== 0
  if (!(rule instanceof IdealRule) || uneven) return null
  const changes = exampleChanges(learner, rule.alpha * learner.nextGain)
  if (changes === null) return null
  const replacement = batches.draw === 'replacement'
  return {
    ...updateMoments(changes, schedule.probability, batches.size, replacement, joint),
    batches: null,
  }
}

function enumerated(
  law: readonly LikelyBatch[],
  changeOf: (examples: readonly number[], change: Float64Array) => void,
  probability: Float64Array,
  joint: JointProbability,
): UpdateMoments {
  const edges = probability.length
  const mean = new Float64Array(edges)
  const change = new Float64Array(edges)
  const changes = law.map(({ examples, probability: likely }) => {
    changeOf(examples, change)
    for (let e = 0; e < edges; e++) mean[e] += likely * change[e]
    return change.slice()
  })
  const covariance = new Float64Array(edges * edges)
  law.forEach(({ probability: likely }, b) => {
    for (let e = 0; e < edges; e++) change[e] = changes[b][e] - mean[e]
    for (let i = 0; i < edges; i++) {
      const off = likely * change[i]
      if (off === 0) continue
      for (let j = 0; j <= i; j++) covariance[i * edges + j] += off * change[j]
    }
  })
  maskMoments(mean, covariance, probability, joint)
  return { mean, covariance }
}
