import { arctangent2 } from '../numeric'
import { Draws } from '../random'
import type { XyLearner } from './learner'
import { Pair } from './pair'
import { phasesOf, randomise } from './phases'

/** Phases of the newest example and the biases, rad; N spins. */
export interface SpinsSeen {
  example: number
  freePhase: Float64Array<ArrayBuffer>
  nudgedPhase: Float64Array<ArrayBuffer>
  biasStrength: Float64Array<ArrayBuffer>
  biasPhase: Float64Array<ArrayBuffer>
}

/**
 * The newest example at rest, free and nudged, under the present couplings: always from the same
 * random phases, so that what moves was learned. The learner stays as it is.
 */
export function observeSpins(learner: XyLearner): SpinsSeen {
  const { field, free, newestExample: example, nudging, relaxing, parts } = learner
  const { task, roles, seed } = parts
  const pair = new Pair(field)
  learner.hold(task.train.inputs, example, pair.free)
  // Block 0 is of no evaluation.
  randomise(free, new Draws(seed, 'evaluationPhases'), pair.free)
  pair.settle(free, relaxing)
  const from = 2 * task.outputs * example
  const vectors = task.train.targets.slice(from, from + 2 * task.outputs)
  pair.nudge(free, relaxing, nudging, { spins: roles.outputs, vectors })
  const { spins } = field.graph
  const { bias } = field
  return {
    example,
    freePhase: phasesOf(pair.free),
    nudgedPhase: phasesOf(pair.towards),
    biasStrength: Float64Array.from({ length: spins }, (_, i) =>
      Math.sqrt(bias[2 * i] * bias[2 * i] + bias[2 * i + 1] * bias[2 * i + 1]),
    ),
    biasPhase: Float64Array.from({ length: spins }, (_, i) =>
      arctangent2(bias[2 * i + 1], bias[2 * i]),
    ),
  }
}
