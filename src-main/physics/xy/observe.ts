import { arctangent2 } from '../numeric'
import { Draws } from '../random'
import { energy } from './field'
import type { XyLearner } from './learner'
import { distanceCost, targetsOf } from './nudge'
import { Pairs, type CameToRest } from './pairs'
import { phasesOf, randomise } from './phases'
import type { Spins } from './spins'

/** Phases of an example and the biases, rad; N spins. */
export interface SpinsSeen {
  example: number
  readings: SpinReadings
  freePhase: Float64Array<ArrayBuffer>
  nudgedPhase: Float64Array<ArrayBuffer>
  biasStrength: Float64Array<ArrayBuffer>
  biasPhase: Float64Array<ArrayBuffer>
}

/** An example at rest, free and nudged, and how it came there. */
interface Rested extends CameToRest {
  example: number
  /** 2N each. */
  free: Float64Array
  nudged: Float64Array
}

/**
 * An example under the present couplings: always from the same random phases, so that what moves was
 * learned. The spins stay as they are.
 */
function atRest(spins: Spins, example: number): Rested {
  const { field, free, nudging, relaxing, relaxer, parts } = spins
  const { task, roles, seed } = parts
  const pairs = new Pairs(field, relaxer, roles.outputs)
  const s = pairs.free.of(0)
  spins.hold(task.train.inputs, example, s)
  // Block 0 is of no evaluation.
  randomise(free, new Draws(seed, 'evaluationPhases'), s)
  pairs.settle(free, relaxing)
  pairs.nudge(free, relaxing, nudging, [targetsOf(task.train, roles, example)])
  return { example, free: s, nudged: pairs.towards(0), ...pairs.cameToRest(0) }
}

/** @param wanted of the training examples; null, or one that is none: the newest */
function exampleOf({ parts, newestExample }: Spins, wanted: number | null): number {
  return wanted !== null && wanted < parts.task.train.count ? wanted : newestExample
}

const biasStrengths = (bias: Float64Array): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: bias.length / 2 }, (_, i) =>
    Math.sqrt(bias[2 * i] * bias[2 * i] + bias[2 * i + 1] * bias[2 * i + 1]),
  )

/** Numbers of an example at rest, and of all that was learned. */
export interface SpinReadings {
  example: number
  /** In units of a coupling; the nudged one without the nudge's own part. */
  freeEnergy: number
  nudgedEnergy: number
  /** Sum over outputs of (1 - cos(phi - tau)) / 2 in the free state. */
  cost: number
  /** Largest torque left in the free state. */
  torque: number
  freeSweeps: number
  /** Of both nudged states. */
  nudgedSweeps: number
  /** Root mean square over couplings, and over the lengths of the biases of free spins. */
  couplingNorm: number
  biasNorm: number
}

/** An example, free and nudged. @param wanted null, or one that is none: the newest */
export function observeSpins(spins: Spins, wanted: number | null = null): SpinsSeen {
  return seen(spins, atRest(spins, exampleOf(spins, wanted)))
}

/**
 * The last example of the newest step as that step left it, from its own random phases: nothing is
 * relaxed for it. null: no step was done since the spins were made or restored.
 */
export function observeStep(learner: XyLearner): SpinsSeen | null {
  const { newest, pairs, newestExample: example } = learner.batch
  if (newest === null) return null
  const free = pairs.free.of(newest.pair)
  const nudged = pairs.towards(newest.pair)
  return seen(learner, { ...newest.rested, example, free, nudged })
}

function seen(spins: Spins, rested: Rested): SpinsSeen {
  const { field, parts } = spins
  const { bias } = field
  const { free, nudged, example, torque, freeSweeps, nudgedSweeps } = rested
  const biasStrength = biasStrengths(bias)
  return {
    example,
    freePhase: phasesOf(free),
    nudgedPhase: phasesOf(nudged),
    biasStrength,
    biasPhase: Float64Array.from({ length: field.graph.spins }, (_, i) =>
      arctangent2(bias[2 * i + 1], bias[2 * i]),
    ),
    readings: {
      example,
      freeEnergy: energy(field, free),
      nudgedEnergy: energy(field, nudged),
      cost: distanceCost(free, targetsOf(parts.task.train, parts.roles, example)),
      torque,
      freeSweeps,
      nudgedSweeps,
      // Each bond stands in two rows.
      couplingNorm: rootMeanSquare(field.rows),
      biasNorm: rootMeanSquare(Float64Array.from(spins.free, (i) => biasStrength[i])),
    },
  }
}

function rootMeanSquare(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return values.length === 0 ? 0 : Math.sqrt(sum / values.length)
}
