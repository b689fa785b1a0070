import { expect, test } from 'vitest'
import { nearOne, sixteenLevels } from '../testing/learners'
import { makeLearner, type LearnerSpec } from './make'

const data = {
  iris: {
    classes: ['a', 'b', 'c'],
    rows: Array.from({ length: 60 }, (_, i) => ({
      features: [(i % 3) + 0.01 * i, 2 - (i % 3) * 0.5, (i * 7) % 11, 1 + (i % 3)],
      class: i % 3,
    })),
  },
}
const ideal = { ...nearOne, minConductance: 0.5, maxConductance: 2 }
const regression: LearnerSpec['task'] = {
  kind: 'regression',
  matrix: [[0.3, 0.4]],
  trainExamples: 20,
  testExamples: 1,
  lowV: 1,
  highV: 5,
  noiseV: 0.1,
}
const base: LearnerSpec = {
  network: { kind: 'square', rows: 5, columns: 5, periodic: false, roles: { kind: 'random' } },
  task: regression,
  rule: ideal,
  schedule: { kind: 'bernoulli', probability: 0.5, compensate: true },
  batch: { size: 1, draw: 'epoch' },
  seed: 3,
}
const large: LearnerSpec['network'] = {
  kind: 'square',
  rows: 45,
  columns: 45,
  periodic: false,
  roles: { kind: 'random' },
}

const cases: [string, Partial<LearnerSpec>, number][] = [
  ['bernoulli', {}, 2500],
  [
    'rates',
    { schedule: { kind: 'rates', probability: 0.3, variation: 0.5, compensate: false } },
    2500,
  ],
  ['synchronous', { schedule: { kind: 'synchronous' } }, 2500],
  ['sweep', { schedule: { kind: 'sweep' }, rule: sixteenLevels }, 2500],
  ['block', { schedule: { kind: 'block', blocks: 3 }, rule: sixteenLevels }, 2500],
  ['poisson', { schedule: { kind: 'poisson', rate: 1, variation: 0 } }, 1500],
  ['batches', { batch: { size: 6, draw: 'epoch' } }, 2500],
  [
    'random batches',
    {
      batch: { size: 6, draw: 'random' },
      rule: sixteenLevels,
      schedule: { kind: 'bernoulli', probability: 0.5, compensate: false },
    },
    2500,
  ],
  ['fronts', { network: large, batch: { size: 2, draw: 'epoch' } }, 30],
]

test.each(cases)('Strides leave the trajectory as it is: %s.', (_name, change, steps) => {
  const spec = { ...base, ...change }
  const slow = makeLearner(spec, data, 'typescript')
  const fast = makeLearner(spec, data, 'fastest')
  expect(fast.kernel.stepper).toBeDefined()
  for (const [learner, chunk] of [
    [slow, 100],
    [fast, 617],
  ] as const) {
    const edges = learner.parts.network.a.length
    const go = (until: number): Float64Array => {
      const all: number[] = []
      while (learner.step < until) {
        const count = Math.min(chunk, until - learner.step)
        const record = {
          loss: new Float64Array(count),
          masks: new Uint32Array(count * learner.words),
          time: new Float64Array(count),
        }
        learner.advance(count, record)
        all.push(...record.loss, ...record.masks)
      }
      return Float64Array.from(all)
    }
    go(Math.floor(steps / 3))
    learner.edges.change(edges - 1, 'freeze')
    learner.edges.change(4, 'cut')
    go(Math.floor((2 * steps) / 3))
    learner.edges.change(4, 'restore')
    go(steps)
  }
  expect(fast.digest()).toBe(slow.digest())
  expect(fast.parts.rule.conductance).toEqual(slow.parts.rule.conductance)
  expect(fast.observe()).toEqual(slow.observe())
  expect(fast.evaluate()).toEqual(slow.evaluate())
})
