import type { Errors } from '../learner'
import { Draws } from '../random'
import type { SpinExamples } from './examples'
import type { XyLearner } from './learner'
import { arctangent2 } from '../numeric'
import { randomise } from './phases'
import { States } from './relaxer'

/** What the free states of a set say, from fresh random phases. M examples, O outputs. */
export interface Reading {
  /** M values: mean over starts of the distance cost, summed over outputs. */
  cost: Float64Array<ArrayBuffer>
  /** M values: the worst start. */
  worst: Float64Array<ArrayBuffer>
  /** M x O phases of the first start, rad. */
  outputs: Float64Array<ArrayBuffer>
  /** C x C counts over examples and starts, row true class, column answer; empty without classes. */
  confusion: Uint32Array<ArrayBuffer>
}

/** States of an evaluation that come to rest side by side, as far as they fit so many bytes. */
const MOST_STATES = 64
const STATE_BYTES = 1 << 22

/** Reads every example from so many random starts; the learner stays as it is. */
export function read(learner: XyLearner, set: SpinExamples, starts: number, draws: Draws): Reading {
  const { roles, task } = learner.parts
  const { field, free, relaxing, relaxer } = learner
  const { spins } = field.graph
  const how = { ...relaxing, sweeps: 2 * relaxing.sweeps }
  const classes = task.classNames.length
  const reading: Reading = {
    cost: new Float64Array(set.count),
    worst: new Float64Array(set.count),
    outputs: new Float64Array(set.count * roles.outputs.length),
    confusion: new Uint32Array(classes * classes),
  }
  const all = set.count * starts
  const room = Math.max(1, Math.min(MOST_STATES, all, Math.floor(STATE_BYTES / (16 * spins))))
  const states = new States(spins, room)
  for (let from = 0; from < all; from += room) {
    const count = Math.min(room, all - from)
    for (let k = 0; k < count; k++) {
      const s = states.of(k)
      learner.hold(set.inputs, Math.floor((from + k) / starts), s)
      randomise(free, draws, s)
    }
    relaxer.relax(field, free, how, states, count, null)
    for (let k = 0; k < count; k++)
      readState(learner, set, states.of(k), { number: from + k, starts }, reading)
  }
  return reading
}

/** One state of the evaluation: start `number % starts` of an example. */
function readState(
  { parts: { roles, task } }: XyLearner,
  set: SpinExamples,
  s: Float64Array,
  { number, starts }: { number: number; starts: number },
  reading: Reading,
): void {
  const { outputs } = roles
  const m = Math.floor(number / starts)
  let cost = 0
  let answer = 0
  outputs.forEach((i, o) => {
    const at = 2 * (m * outputs.length + o)
    cost += 0.5 * (1 - s[2 * i] * set.targets[at] - s[2 * i + 1] * set.targets[at + 1])
    if (s[2 * i + 1] > s[2 * outputs[answer] + 1]) answer = o
    if (number % starts === 0)
      reading.outputs[m * outputs.length + o] = arctangent2(s[2 * i + 1], s[2 * i])
  })
  reading.cost[m] += cost / starts
  reading.worst[m] = Math.max(reading.worst[m], cost)
  const classes = task.classNames.length
  if (classes > 0) reading.confusion[set.classes[m] * classes + answer]++
}

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length

function accuracy(confusion: Uint32Array, classes: number): number | null {
  if (classes === 0) return null
  let right = 0
  let all = 0
  confusion.forEach((count, i) => {
    all += count
    if (i % (classes + 1) === 0) right += count
  })
  return all === 0 ? null : right / all
}

/** The first examples of a set, as many as an evaluation reads: their order is drawn or mixed. */
function someOf(set: SpinExamples, outputs: number, most = set.count): SpinExamples {
  if (most >= set.count) return set
  return {
    count: most,
    inputs: set.inputs,
    targets: set.targets.subarray(0, 2 * most * outputs),
    targetPhases: set.targetPhases.subarray(0, most * outputs),
    classes: set.classes.subarray(0, most),
  }
}

/**
 * Errors over all examples now, or those that an evaluation reads, from fresh random phases that
 * depend on the step alone: asking changes nothing. Errors are mean distance costs: sum over outputs of (1 - cos(phi - tau)) / 2.
 */
export function evaluateSpins(learner: XyLearner): Errors {
  const { task, rule, seed } = learner.parts
  const draws = new Draws(seed, 'evaluationPhases').seek(1 + learner.step)
  const trained = someOf(task.train, task.outputs, rule.evaluateExamples)
  const train = read(learner, trained, rule.evaluateStarts, draws)
  const testing = someOf(task.test, task.outputs, rule.evaluateExamples)
  const test = read(learner, testing, rule.evaluateStarts, draws)
  const classes = task.classNames.length
  const tested = task.test.count > 0
  return {
    trainError: mean(train.cost),
    testError: tested ? mean(test.cost) : null,
    trainAccuracy: accuracy(train.confusion, classes),
    testAccuracy: tested ? accuracy(test.confusion, classes) : null,
    outputs: train.outputs,
    targets: trained.targetPhases.slice(),
    confusion: classes === 0 ? null : tested ? test.confusion : train.confusion,
  }
}
