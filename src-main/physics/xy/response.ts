import { cosine, sine } from '../numeric'
import { Draws } from '../random'
import { align, type Relaxing } from './align'
import type { XyLearner } from './learner'
import { randomise } from './phases'

/** How spins answer to small pushes, means over examples, starts, outputs and inputs. N spins. */
export interface ResponseMaps {
  /** |ds / db| per spin for a field b on an output, across its phase. */
  nudge: Float64Array<ArrayBuffer>
  /** |ds / da| per spin for an input turned by a, 1/rad. */
  input: Float64Array<ArrayBuffer>
  /** Root of their product: large where a spin is between inputs and outputs. 0 on held spins. */
  both: Float64Array<ArrayBuffer>
}

export interface ResponseOptions {
  /** Random starts per example. */
  starts: number
  /** Examples of the training set, the first so many. */
  examples: number
}

/** Push on both sides, field or angle; small enough to stay linear, large against the tolerance. */
const PUSH = 0.01
const how: Relaxing = { tolerance: 1e-9, sweeps: 5000, omega: 1.7, warm: 10 }

/**
 * Nudge response, input response and their geometric mean at the free equilibria (ours; after the
 * idea of affected and marginal regions). The learner stays as it is.
 */
export function responseMaps(learner: XyLearner, options: ResponseOptions): ResponseMaps {
  const { task, roles, seed } = learner.parts
  const { field, free } = learner
  const { spins } = field.graph
  const nudge = new Float64Array(spins)
  const input = new Float64Array(spins)
  const examples = Math.min(options.examples, task.train.count)
  // Block 0 is of no evaluation: the same starts every time, so that what changes was learned.
  const draws = new Draws(seed, 'evaluationPhases')
  const s = new Float64Array(2 * spins)
  const rest = { sweeps: 0, residual: 0 }
  const share = 1 / (examples * options.starts)
  for (let m = 0; m < examples; m++)
    for (let start = 0; start < options.starts; start++) {
      learner.hold(task.train.inputs, m, s)
      randomise(free, draws, s)
      align(field, free, field.bias, s, how, rest)
      for (const o of roles.outputs) addNudged(learner, s, o, share / roles.outputs.length, nudge)
      for (let k = 0; k < roles.inputs.length; k++)
        addTurned(learner, s, k, share / roles.inputs.length, input)
    }
  const held = new Uint8Array(spins).fill(1)
  for (const i of free) held[i] = 0
  return {
    nudge,
    input,
    both: nudge.map((n, i) => (held[i] !== 0 ? 0 : Math.sqrt(n * input[i]))),
  }
}

/** Half the distance between two states over the push, times a weight. */
function addDifference(a: Float64Array, b: Float64Array, weight: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) {
    const x = a[2 * i] - b[2 * i]
    const y = a[2 * i + 1] - b[2 * i + 1]
    into[i] += (weight * Math.sqrt(x * x + y * y)) / (2 * PUSH)
  }
}

function relaxed(learner: XyLearner, bias: Float64Array, s: Float64Array): Float64Array {
  align(learner.field, learner.free, bias, s, { ...how, warm: 0 }, { sweeps: 0, residual: 0 })
  return s
}

function addNudged(
  learner: XyLearner,
  s: Float64Array,
  output: number,
  weight: number,
  into: Float64Array,
): void {
  const at = 2 * output
  const pushed = (push: number): Float64Array => {
    const bias = learner.field.bias.slice()
    bias[at] -= push * s[at + 1]
    bias[at + 1] += push * s[at]
    return relaxed(learner, bias, s.slice())
  }
  addDifference(pushed(PUSH), pushed(-PUSH), weight, into)
}

function addTurned(
  learner: XyLearner,
  s: Float64Array,
  input: number,
  weight: number,
  into: Float64Array,
): void {
  const at = 2 * learner.parts.roles.inputs[input]
  const turned = (angle: number): Float64Array => {
    const copy = s.slice()
    const [c, d] = [cosine(angle), sine(angle)]
    copy[at] = c * s[at] - d * s[at + 1]
    copy[at + 1] = d * s[at] + c * s[at + 1]
    return relaxed(learner, learner.field.bias, copy)
  }
  addDifference(turned(PUSH), turned(-PUSH), weight, into)
}

/** Spins whose value is above a part of the largest: affected; the others are marginal. */
export function affected(both: Float64Array, part: number): Uint8Array {
  const most = both.reduce((a, b) => Math.max(a, b), 0)
  return Uint8Array.from(both, (value) => (value > part * most ? 1 : 0))
}
