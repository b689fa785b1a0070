import { expect, test } from 'vitest'
import { xyRule } from '../testing/spins'
import { affected, makeXyLearner, responseMaps, setCouplings, type XySpec } from './index'

const chain: XySpec = {
  network: { kind: 'layered', layers: [1, 1, 1, 1], roles: { kind: 'ends' } },
  task: {
    kind: 'table',
    columns: ['in', 'out'],
    rows: [[0.5, 0.5]],
    inputs: [{ column: 'in', low: 0, high: 1 }],
    targets: [{ column: 'out', low: 0, high: 1 }],
    lowV: 0,
    highV: 1,
    targetLowV: 0,
    targetHighV: 1,
    trainExamples: null,
  },
  // All couplings 1, no bias.
  rule: { ...xyRule, evaluateStarts: 1, couplingMean: 1, couplingSpread: 0, biasSpread: 0 },
  schedule: { kind: 'synchronous' },
  batch: { size: 1, draw: 'epoch' },
  seed: 1,
}
const data = { iris: { classes: [], rows: [] } }

test('in a chain of unit couplings a turned input turns all, and a pushed end its way to the input', () => {
  const learner = makeXyLearner(chain, data)
  const before = learner.digest()
  const { nudge, input, both } = responseMaps(learner, { starts: 2, examples: 1 })
  // Springs in a row: the push b moves spin i by i b, the last of three by 3 b.
  nudge.forEach((value, i) => expect(value).toBeCloseTo(i, 2))
  input.forEach((value) => expect(value).toBeCloseTo(1, 3))
  both.forEach((value, i) => expect(value).toBeCloseTo(i === 0 ? 0 : Math.sqrt(i), 2))
  expect(learner.digest()).toBe(before)
})

test('behind a weak bond nothing answers the input, and the spins there are marginal', () => {
  const learner = makeXyLearner(chain, data)
  learner.couplings.value.set([1, 0, 1])
  setCouplings(learner.field, learner.couplings.value)
  learner.field.bias.set([0, 0, 0, 0, 1, 0, 1, 0])
  const { input, both } = responseMaps(learner, { starts: 1, examples: 1 })
  expect(input[1]).toBeCloseTo(1, 3)
  expect([input[2], input[3]].every((value) => value < 1e-6)).toBe(true)
  expect(Math.max(...both)).toBeLessThan(1e-3)
  expect([...affected(Float64Array.of(0, 1, 0.05, 0.2), 0.1)]).toEqual([0, 1, 0, 1])
})
