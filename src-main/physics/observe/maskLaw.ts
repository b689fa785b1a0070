import type { Schedule } from '../schedules'
import { Block, Group } from '../schedules/block'
import { Poisson } from '../schedules/poisson'
import { Sweep } from '../schedules/sweep'

/** Probability that both of two different edges update on one step. */
export type JointProbability = (i: number, j: number) => number

/**
 * Of sweeps and blocks it is the law of a step taken at random; of the others that of every step.
 */
export function jointProbability(schedule: Schedule): JointProbability {
  const { probability } = schedule
  if (schedule instanceof Poisson || schedule instanceof Sweep) return () => 0
  if (schedule instanceof Block) {
    const block = blockOf(schedule, probability.length)
    return (i, j) => (block[i] === block[j] ? 1 / schedule.blocks : 0)
  }
  if (schedule instanceof Group) {
    const { joint } = schedule
    return () => joint
  }
  return (i, j) => probability[i] * probability[j]
}

function blockOf(schedule: Block, edges: number): Int32Array {
  const block = new Int32Array(edges)
  const members = new Int32Array(edges)
  for (let b = 0; b < schedule.blocks; b++) {
    const count = schedule.select(b + 1, members)
    for (let i = 0; i < count; i++) block[members[i]] = b
  }
  return block
}

/**
 * Makes moments of the changes if all edges update (of the covariance the lower triangle) those of
 * a step of the schedule, in place.
 */
export function maskMoments(
  mean: Float64Array,
  covariance: Float64Array,
  probability: Float64Array,
  joint: JointProbability,
): void {
  const edges = mean.length
  for (let i = 0; i < edges; i++)
    for (let j = 0; j <= i; j++) {
      const q = i === j ? probability[i] : joint(i, j)
      const both = q - probability[i] * probability[j]
      const value = q * covariance[i * edges + j] + both * mean[i] * mean[j]
      covariance[i * edges + j] = value
      covariance[j * edges + i] = value
    }
  for (let e = 0; e < edges; e++) mean[e] *= probability[e]
}
