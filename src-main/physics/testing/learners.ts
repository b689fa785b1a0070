import { states } from './dense'
import { perfect, type ImperfectionsSpec } from '../imperfections'
import { makeLearner, type Learner, type LearnerSpec } from '../learner'

export const base: LearnerSpec = {
  network: {
    kind: 'penn16',
    roles: { kind: 'given', sources: ['A', 'E'], grounds: ['I'], targets: ['C', 'G'] },
  },
  task: {
    kind: 'regression',
    matrix: [
      [0.2, 0.3],
      [0.1, 0.5],
    ],
    trainExamples: 7,
    testExamples: 3,
    lowV: 0,
    highV: 5,
    noiseV: 0,
  },
  rule: {
    kind: 'ideal',
    eta: 0.5,
    alpha: 0.02,
    minConductance: 0.05,
    maxConductance: 3,
    initial: { low: 0.5, high: 1.5 },
  },
  schedule: { kind: 'bernoulli', probability: 0.4 },
  batch: { size: 3, draw: 'epoch' },
  seed: 29,
}
export const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.3,
  levels: 32,
  levelStep: 1,
  maxResistanceOhm: 1000,
  startLevel: null,
}
/** Conductances that stay near 1: long runs touch no limit. */
export const nearOne: LearnerSpec['rule'] & { kind: 'ideal' } = {
  kind: 'ideal',
  eta: 0.1,
  alpha: 0.02,
  minConductance: 0.9,
  maxConductance: 1.2,
  initial: { low: 0.9, high: 1.1 },
}
export const sixteenLevels: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.5,
  levels: 16,
  levelStep: 1,
  maxResistanceOhm: 1e5,
  startLevel: null,
}
export const make = (changes: Partial<LearnerSpec> = {}) =>
  makeLearner({ ...base, ...changes }, { iris: { classes: [], rows: [] } })
export const imperfect = (changes: Partial<ImperfectionsSpec>) => ({ ...perfect, ...changes })

export function advance(learner: Learner, steps = 1) {
  const written = {
    loss: new Float64Array(steps),
    masks: new Uint32Array(steps * learner.words),
    time: new Float64Array(steps),
  }
  learner.advance(steps, written)
  return written
}

/** Drops of every edge in both states, for the examples of the batch just learned. */
export function drops(learner: Learner, conductance: number[]) {
  const { network, roles, task, batches } = learner.parts
  const { examples, from, count } = batches
  return Array.from(examples.subarray(from, from + count), (m) => {
    const inputs = task.train.inputs.subarray(2 * m, 2 * m + 2)
    const targets = task.train.targets.subarray(2 * m, 2 * m + 2)
    const { free, clamped } = states(network, roles, conductance, inputs, targets, learner.eta)
    const over = (volts: number[]) =>
      Array.from(network.a, (a, e) => volts[a] - volts[network.b[e]])
    return { free: over(free), clamped: over(clamped) }
  })
}

/** Goes step by step and hands each to a check: conductances before and after, mask, drops. */
export function follow(
  learner: Learner,
  steps: number,
  check: (at: {
    step: number
    before: number[]
    after: Float64Array
    mask: number
    seen: ReturnType<typeof drops>
  }) => void,
) {
  const { conductance } = learner.parts.rule
  for (let step = 1; step <= steps; step++) {
    const before = [...conductance]
    const { masks } = advance(learner)
    check({ step, before, after: conductance, mask: masks[0], seen: drops(learner, before) })
  }
}

export const clip = (k: number) => Math.min(3, Math.max(0.05, k))
export const contrastOf = (seen: ReturnType<typeof drops>, e: number) =>
  seen.reduce((sum, { free, clamped }) => sum + free[e] ** 2 - clamped[e] ** 2, 0)
