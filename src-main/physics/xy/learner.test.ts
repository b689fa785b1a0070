import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { StateReader, StateWriter } from '../state'
import { parseTable } from '../tasks'
import { xyRule } from '../testing/spins'
import {
  align,
  evaluateSpins,
  makeXyLearner,
  observeSpins,
  observeStep,
  responseMaps,
  spinsOf,
  type XyLearner,
  type XySpec,
} from './index'

const csv = new URL('../../../resources/datasets/iris.csv', import.meta.url)
const data = { iris: parseTable(readFileSync(csv, 'utf8')) }
const xor: XySpec = {
  network: { kind: 'complete', nodes: 5, roles: { kind: 'ends' } },
  task: { kind: 'xor', lowV: 0, highV: 1, targetLowV: 0, targetHighV: 1 },
  rule: xyRule,
  schedule: { kind: 'synchronous' },
  batch: { size: 4, draw: 'epoch' },
  seed: 3,
}
/** No bond joins two inputs, where nothing can be learned. */
const layered: XySpec = {
  ...xor,
  network: { kind: 'layered', layers: [2, 4, 1], roles: { kind: 'ends' } },
}
const stacked: XySpec = {
  network: {
    kind: 'stacked',
    rows: 4,
    columns: 4,
    layers: [{ channels: 2, window: 2, stride: 1 }],
    shared: true,
    within: true,
    readout: 10,
    roles: { kind: 'ends' },
  },
  task: {
    kind: 'digits',
    side: 4,
    trainExamples: 20,
    testExamples: 10,
    shift: 0,
    thickness: 1,
    thicknessVariation: 0,
    noise: 0,
    lowV: 0,
    highV: 1,
  },
  rule: xyRule,
  schedule: { kind: 'bernoulli', probability: 0.3 },
  batch: { size: 5, draw: 'epoch' },
  seed: 4,
}
const go = (learner: XyLearner, count: number) => {
  const record = {
    loss: new Float64Array(count),
    masks: new Uint32Array(count * learner.words),
    time: new Float64Array(count),
  }
  learner.advance(count, record)
  return record
}

test('five spins learn exclusive or, from any phases', () => {
  const learner = makeXyLearner(xor, data)
  const before = evaluateSpins(learner).trainError
  go(learner, 1000)
  expect(before).toBeGreaterThan(0.2)
  expect(evaluateSpins(learner).trainError).toBeLessThan(0.05)
})

test('without biases the phases of mirrored inputs are mirrored, so that no spin can learn it', () => {
  const learner = makeXyLearner(layered, data)
  learner.field.bias.fill(0)
  const { free, field } = learner
  const how = { tolerance: 1e-12, sweeps: 10_000, omega: 1.5, warm: 5 }
  const rest = { sweeps: 0, residual: 0 }
  const s = spinsOf([0, 0, 0.3, -1, 2, 0.1, 3])
  const mirrored = spinsOf([0, 0, -0.3, 1, -2, -0.1, -3])
  learner.hold(learner.parts.task.train.inputs, 1, s)
  learner.hold(learner.parts.task.train.inputs, 2, mirrored)
  align(field, free, field.bias, s, how, rest)
  align(field, free, field.bias, mirrored, how, rest)
  mirrored.forEach((v, k) => expect(v).toBeCloseTo(k % 2 === 0 ? s[k] : -s[k], 9))
})

test('seven spins learn most of Iris', () => {
  const spec: XySpec = {
    ...xor,
    network: { kind: 'complete', nodes: 7, roles: { kind: 'ends' } },
    task: { kind: 'iris', trainFlowers: 120, lowV: 0, highV: 1 },
    batch: { size: 20, draw: 'epoch' },
  }
  const learner = makeXyLearner(spec, data)
  go(learner, 200)
  const { testAccuracy, confusion, targets } = evaluateSpins(learner)
  expect(testAccuracy).toBeGreaterThan(0.85)
  expect(confusion?.reduce((a, b) => a + b, 0)).toBe(30 * xyRule.evaluateStarts)
  expect(targets).toHaveLength(120 * 3)
})

const schedules: XySpec['schedule'][] = [
  { kind: 'synchronous' },
  { kind: 'bernoulli', probability: 0.5 },
  { kind: 'rates', probability: 0.5, variation: 0.3 },
  { kind: 'poisson', rate: 2, variation: 0.3 },
  { kind: 'sweep' },
  { kind: 'block', blocks: 3 },
]

test.each(schedules)('under the schedule $kind only what it drew changes', (schedule) => {
  const learner = makeXyLearner({ ...layered, schedule }, data)
  for (let step = 0; step < 20; step++) {
    const before = learner.couplings.value.slice()
    const { masks } = go(learner, 1)
    learner.couplings.value.forEach((w, e) => {
      expect(w !== before[e]).toBe((masks[0] & (1 << e)) !== 0)
    })
  }
  expect(
    learner.couplings.value.some((w, e) => w !== makeXyLearner(layered, data).couplings.value[e]),
  ).toBe(true)
})

test('biases are drawn by the schedule like couplings', () => {
  const learner = makeXyLearner({ ...layered, schedule: { kind: 'sweep' } }, data)
  const elements = learner.couplings.parameter.length + learner.biased.length
  let couplings = 0
  let biases = 0
  for (let step = 0; step < elements; step++) {
    const before = learner.field.bias.slice()
    const { masks } = go(learner, 1)
    if (masks[0] !== 0) couplings++
    if (learner.field.bias.some((h, i) => h !== before[i])) biases++
  }
  expect([couplings, biases]).toEqual([12, 5])
})

const specs: [string, XySpec][] = [
  ['random phases', xor],
  ['continued phases', { ...xor, rule: { ...xyRule, phases: 'continue', starts: 2 } }],
  [
    'adam, Poisson clocks',
    { ...xor, rule: { ...xyRule, optimiser: 'adam' }, schedule: schedules[3] },
  ],
  [
    'momentum, one-sided',
    { ...xor, rule: { ...xyRule, optimiser: 'momentum', nudge: 'one-sided' } },
  ],
  ['shared couplings', stacked],
]

test.each(specs)('with %s a run goes on from its saved state bit for bit', (_, spec) => {
  const whole = makeXyLearner(spec, data)
  go(whole, 150)
  const first = makeXyLearner(spec, data)
  go(first, 70)
  const state = new StateWriter()
  first.save(state)
  const second = makeXyLearner(spec, data)
  const reader = new StateReader(state.bytes())
  second.load(reader)
  expect(reader.left).toBe(0)
  evaluateSpins(second)
  go(second, 80)
  expect(second.digest()).toBe(whole.digest())
  expect(makeXyLearner({ ...spec, seed: 9 }, data).digest()).not.toBe(whole.digest())
})

test.each(specs)('with %s lanes of WebAssembly learn the same bits as TypeScript', (_, spec) => {
  const learners = (['fastest', 'typescript'] as const).map((kernel) =>
    makeXyLearner({ ...spec, batch: { ...spec.batch, size: 3 } }, data, kernel),
  )
  const [lanes, plain] = learners
  expect(go(lanes, 100)).toEqual(go(plain, 100))
  for (const learner of learners) {
    learner.setFailed(1, true)
    go(learner, 30)
  }
  const states = learners.map((learner) => {
    const state = new StateWriter()
    learner.save(state)
    return state.bytes()
  })
  expect(states[0]).toEqual(states[1])
  expect(evaluateSpins(lanes)).toEqual(evaluateSpins(plain))
  const maps = learners.map((learner) => responseMaps(learner, { starts: 2, examples: 2 }))
  expect(maps[0]).toEqual(maps[1])
  expect(observeSpins(lanes, 0)).toEqual(observeSpins(plain, 0))
  expect(observeStep(lanes)).toEqual(observeStep(plain))
})

test('an example that is in a batch twice goes on from where the batch left it', () => {
  const learner = makeXyLearner(
    {
      ...xor,
      rule: { ...xyRule, phases: 'continue', starts: 2 },
      batch: { size: 4, draw: 'replacement' },
    },
    data,
  )
  go(learner, 100)
  // Of pairs that came to rest one after the other.
  expect(learner.digest()).toBe('ae1d7455b6686e96')
})

test('shared couplings are equal, and stay so', () => {
  const learner = makeXyLearner(stacked, data)
  const { group, value, parameter } = learner.couplings
  expect(parameter.length).toBeLessThan(value.length)
  go(learner, 10)
  value.forEach((w, e) => expect(w).toBe(parameter[group[e]]))
})

test('a cut bond couples nothing, a frozen one stays, and a restored one learns on', () => {
  const learner = makeXyLearner(layered, data)
  const own = learner.couplings.value.slice()
  learner.changeEdge(0, 'cut')
  learner.changeEdge(1, 'freeze')
  learner.changeEdge(2, 'stick', 0.7)
  go(learner, 5)
  expect([...learner.couplings.value.subarray(0, 3)]).toEqual([0, own[1], 0.7])
  expect(learner.couplings.observe()[0]).toBe(own[0])
  learner.changeEdge(0, 'restore')
  expect(learner.couplings.value[0]).toBe(own[0])
  go(learner, 1)
  expect(learner.couplings.value[0]).not.toBe(own[0])
  expect(() => learner.changeEdge(12, 'cut')).toThrow(/no edge 12/)
})

test('an input that fails floats, and is held again when it is restored', () => {
  const learner = makeXyLearner(xor, data)
  expect(learner.free).toHaveLength(3)
  learner.setFailed(1, true)
  expect(learner.free).toHaveLength(4)
  go(learner, 3)
  learner.setFailed(1, false)
  expect(learner.free).toHaveLength(3)
  expect(() => learner.setFailed(2, true)).toThrow(/no input 2/)
})

test.each([
  [
    {
      network: {
        ...xor.network,
        roles: { kind: 'given', sources: ['n0', 'n1'], grounds: ['n2'], targets: ['n4'] },
      },
    },
    /no ground/,
  ],
  [
    {
      task: { kind: 'allostery', sourceVoltagesV: [5], targets: { kind: 'given', voltagesV: [1] } },
    },
    /cannot learn the task/,
  ],
] as [Partial<XySpec>, RegExp][])('%# what spins cannot be is refused', (change, message) => {
  expect(() => makeXyLearner({ ...xor, ...change }, data)).toThrow(message)
})
