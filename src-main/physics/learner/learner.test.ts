import { expect, test } from 'vitest'
import { StateReader, StateWriter } from '../state'
import { contrasts, states } from '../testing/dense'
import { makeLearner, type Learner, type LearnerSpec, type Record } from './index'

const regression: LearnerSpec = {
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
    trainExamples: 11,
    testExamples: 5,
    lowV: 0,
    highV: 5,
    noiseV: 0.1,
  },
  rule: {
    kind: 'ideal',
    eta: 0.5,
    alpha: 0.02,
    minConductance: 0.05,
    maxConductance: 3,
    initial: { low: 0.5, high: 1.5 },
  },
  schedule: { kind: 'bernoulli', probability: 0.4, compensate: false },
  batch: { size: 1, draw: 'epoch' },
  seed: 17,
}
const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.3,
  levels: 64,
  levelStep: 2,
  maxResistanceOhm: 1000,
  startLevel: null,
}
// Regression and allostery draw on no table.
const data = { iris: { classes: [], rows: [] } }
const make = (spec: LearnerSpec = regression) => makeLearner(spec, data)

const record = (learner: Learner, steps: number): Record => ({
  loss: new Float64Array(steps),
  masks: new Uint32Array(steps * learner.words),
})

function advance(learner: Learner, steps: number): Record {
  const written = record(learner, steps)
  learner.advance(steps, written)
  return written
}

/** One step by the book: dense solves for each example of the batch, then the rule. */
function stepByHand(learner: Learner, conductance: number[], batch: number[], mask: number) {
  const { network, roles, task, rule } = learner.parts
  const sum = new Array<number>(16).fill(0)
  let error = 0
  for (const m of batch) {
    const inputs = task.train.inputs.subarray(2 * m, 2 * m + 2)
    const targets = task.train.targets.subarray(2 * m, 2 * m + 2)
    const both = states(network, roles, conductance, inputs, targets, learner.eta)
    contrasts(network, both).forEach((c, e) => (sum[e] += c))
    roles.targets.forEach((node, o) => (error += (targets[o] - both.free[node]) ** 2))
  }
  const next = conductance.map((k, e) => {
    if (((mask >>> e) & 1) === 0) return k
    if (rule.grid === null)
      return Math.min(3, Math.max(0.05, k + ((0.02 / 0.5) * sum[e]) / batch.length))
    const level = Math.round(64 / (k * 1000)) + (sum[e] < 0 ? 2 : -2)
    return 64 / (Math.min(64, Math.max(1, level)) * 1000)
  })
  return { next, loss: error / (2 * batch.length) }
}

test.each([
  ['ideal, one example', { ...regression }],
  ['ideal, batches of 4', { ...regression, batch: { size: 4, draw: 'epoch' as const } }],
  ['ideal, batches at random', { ...regression, batch: { size: 3, draw: 'random' as const } }],
  ['discrete, one example', { ...regression, rule: discrete }],
  [
    'discrete, batches of 4',
    { ...regression, rule: discrete, batch: { size: 4, draw: 'epoch' as const } },
  ],
])('%s: 3000 steps agree with the dense implementation', (_, spec) => {
  const learner = make(spec)
  const { batches, rule } = learner.parts
  let conductance = [...rule.conductance]
  let worst = 0
  for (let step = 1; step <= 3000; step++) {
    const { loss, masks } = advance(learner, 1)
    const batch = [...batches.examples.subarray(batches.from, batches.from + batches.count)]
    const byHand = stepByHand(learner, conductance, batch, masks[0])
    conductance = byHand.next
    worst = Math.max(worst, Math.abs(byHand.loss - loss[0]))
    rule.conductance.forEach((k, e) => {
      worst = Math.max(worst, Math.abs(k / conductance[e] - 1))
    })
  }
  expect(worst).toBeLessThan(1e-10)
})

test('the ideal rule learns what a network of conductances can do, down to rounding', () => {
  const learner = make({
    ...regression,
    task: {
      kind: 'allostery',
      sourceVoltagesV: [5, 3],
      targets: { kind: 'given', voltagesV: [3.2, 2.6] },
    },
  })
  advance(learner, 20_000)
  expect(learner.evaluate().trainError).toBeLessThan(1e-25)
})

test('a batch of all examples changes conductances as their mean does', () => {
  const learner = make({
    ...regression,
    batch: { size: 11, draw: 'epoch' },
    schedule: { kind: 'synchronous' },
  })
  const before = [...learner.parts.rule.conductance]
  const { masks } = advance(learner, 1)
  const all = Array.from({ length: 11 }, (_, m) => m)
  const { next } = stepByHand(learner, before, all, masks[0])
  learner.parts.rule.conductance.forEach((k, e) => expect(k).toBeCloseTo(next[e], 13))
})

test('compensation scales the change by 1/p', () => {
  const changes = [true, false].map((compensate) => {
    const schedule = { kind: 'bernoulli' as const, probability: 0.25, compensate }
    const learner = make({ ...regression, schedule })
    const before = [...learner.parts.rule.conductance]
    advance(learner, 1)
    return learner.parts.rule.conductance.map((k, e) => k - before[e])
  })
  changes[0].forEach((change, e) => expect(change).toBeCloseTo(4 * changes[1][e], 13))
  expect(Math.max(...changes[0].map(Math.abs))).toBeGreaterThan(0)
  const schedule = { kind: 'bernoulli' as const, probability: 0.25, compensate: true }
  expect(() => make({ ...regression, schedule, rule: discrete })).toThrow(/no learning rate/)
})

test('expected updates count on over changes of the probability', () => {
  const learner = make()
  advance(learner, 100)
  expect(learner.expectedUpdates()).toBeCloseTo(40, 12)
  learner.setProbability(0.1)
  advance(learner, 50)
  expect(learner.expectedUpdates()).toBeCloseTo(45, 12)
})

test('a cut edge carries nothing, does not learn, and comes back as it was', () => {
  const learner = make({ ...regression, schedule: { kind: 'synchronous' } })
  advance(learner, 10)
  const { conductance } = learner.parts.rule
  const kept = conductance[8]
  learner.edges.change(8, 'cut')
  expect(conductance[8]).toBe(0)
  expect(learner.edges.observe()[8]).toBe(kept)
  const { masks } = advance(learner, 10)
  for (const mask of masks) expect(mask).toBe(0xffff & ~(1 << 8))
  learner.edges.change(8, 'restore')
  expect(conductance[8]).toBe(kept)
  expect(advance(learner, 1).masks[0]).toBe(0xffff)
})

test('a frozen edge conducts and does not learn', () => {
  const learner = make({ ...regression, schedule: { kind: 'synchronous' } })
  learner.edges.change(0, 'freeze')
  const kept = learner.parts.rule.conductance[0]
  advance(learner, 20)
  expect(learner.parts.rule.conductance[0]).toBe(kept)
  learner.edges.change(0, 'restore')
  advance(learner, 20)
  expect(learner.parts.rule.conductance[0]).not.toBe(kept)
})

test('a cut that would leave a node without a voltage is refused with the node named', () => {
  const learner = make()
  learner.edges.change(0, 'cut') // A-B
  expect(() => learner.edges.change(5, 'cut')).toThrow(/B-C was not cut.* B /) // B-C
  expect(learner.edges.state[5]).toBe(0)
  expect(() => learner.edges.change(16, 'cut')).toThrow(/no edge 16/)
})

test('the observed state belongs to the newest example and shows the clamped outputs', () => {
  const learner = make()
  advance(learner, 7)
  const { example, freeV, clampedV } = learner.observe()
  const { network, roles, task, rule, batches } = learner.parts
  expect(example).toBe(batches.examples[batches.from])
  const inputs = task.train.inputs.subarray(2 * example, 2 * example + 2)
  const targets = task.train.targets.subarray(2 * example, 2 * example + 2)
  const dense = states(network, roles, rule.conductance, inputs, targets, 0.5)
  dense.free.forEach((v, node) => expect(freeV[node]).toBeCloseTo(v, 12))
  dense.clamped.forEach((v, node) => expect(clampedV[node]).toBeCloseTo(v, 12))
})

test('neither the size of the calls nor looking on changes the trajectory', () => {
  const [a, b] = [make(), make()]
  advance(a, 3000)
  for (let done = 0; done < 3000; done += 250) {
    for (const part of [1, 6, 243]) advance(b, part)
    b.evaluate()
    b.observe()
    b.digest()
  }
  expect(b.digest()).toBe(a.digest())
  expect(b.parts.rule.conductance).toEqual(a.parts.rule.conductance)
})

test('a trajectory that differed for a while has another hash, though it ends alike', () => {
  const [a, b] = [make({ ...regression, rule: discrete }), make({ ...regression, rule: discrete })]
  b.edges.change(3, 'freeze')
  b.feedChange(6, 3)
  b.edges.change(3, 'restore')
  b.feedChange(7, 3)
  for (const learner of [a, b]) advance(learner, 100)
  expect(b.parts.rule.conductance).toEqual(a.parts.rule.conductance)
  expect(b.digest()).not.toBe(a.digest())
})

test('a saved learner goes on bit for bit', () => {
  for (const spec of [
    regression,
    { ...regression, rule: discrete, batch: { size: 4, draw: 'random' as const } },
    { ...regression, schedule: { kind: 'sweep' as const } },
    { ...regression, schedule: { kind: 'rates' as const, probability: 0.3, variation: 0.5 } },
  ]) {
    const [a, b] = [make(spec), make(spec)]
    advance(a, 777)
    a.edges.change(4, 'cut')
    a.eta = 0.25
    if (a.parts.schedule.setProbability !== undefined) a.setProbability(0.6)
    const state = new StateWriter()
    a.save(state)
    const reader = new StateReader(state.bytes())
    b.load(reader)
    expect(reader.left).toBe(0)
    for (const learner of [a, b]) advance(learner, 1500)
    expect(b.digest()).toBe(a.digest())
    expect(b.expectedUpdates()).toBe(a.expectedUpdates())
  }
})
