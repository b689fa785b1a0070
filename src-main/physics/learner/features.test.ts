import { expect, test } from 'vitest'
import { Draws, logNormal } from '../random'
import { StateReader, StateWriter } from '../state'
import { states, voltages } from '../testing/dense'
import { perfect, type ImperfectionsSpec } from '../imperfections'
import { makeLearner, type Learner, type LearnerSpec } from './index'

const base: LearnerSpec = {
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
const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.3,
  levels: 32,
  levelStep: 1,
  maxResistanceOhm: 1000,
  startLevel: null,
}
const make = (changes: Partial<LearnerSpec> = {}) =>
  makeLearner({ ...base, ...changes }, { iris: { classes: [], rows: [] } })
const imperfect = (changes: Partial<ImperfectionsSpec>) => ({ ...perfect, ...changes })

function advance(learner: Learner, steps = 1) {
  const written = {
    loss: new Float64Array(steps),
    masks: new Uint32Array(steps * learner.words),
    time: new Float64Array(steps),
  }
  learner.advance(steps, written)
  return written
}

/** Drops of every edge in both states, for the examples of the batch just learned. */
function drops(learner: Learner, conductance: number[]) {
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
function follow(
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

const clip = (k: number) => Math.min(3, Math.max(0.05, k))
const contrastOf = (seen: ReturnType<typeof drops>, e: number) =>
  seen.reduce((sum, { free, clamped }) => sum + free[e] ** 2 - clamped[e] ** 2, 0)

test.each([
  [{ kind: 'inverse' as const, steps: 50 }, (t: number) => 1 / (1 + t / 50)],
  [{ kind: 'exponential' as const, steps: 50 }, (t: number) => Math.exp(-t / 50)],
  [{ kind: 'step' as const, steps: 10, factor: 0.7 }, (t: number) => 0.7 ** Math.floor(t / 10)],
])('a learning rate that decays: %j', (decay, factor) => {
  const rule = { ...base.rule, decay } as LearnerSpec['rule']
  follow(make({ rule }), 200, ({ step, before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 * factor(step - 1)) / 0.5) * (contrastOf(seen, e) / seen.length)
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
})

test('edges learn at rates of their own, log-normal with mean 1', () => {
  const rule = { ...base.rule, rateVariation: 0.4 } as LearnerSpec['rule']
  const factor = logNormal(16, 0.4, new Draws(29, 'learningRates'))
  follow(make({ rule }), 200, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = (0.02 / 0.5) * (contrastOf(seen, e) / seen.length) * factor[e]
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
  const many = logNormal(100_000, 0.4, new Draws(1, 'learningRates'))
  const mean = many.reduce((a, b) => a + b) / many.length
  const spread = Math.sqrt(many.reduce((sum, m) => sum + (m - mean) ** 2, 0) / many.length)
  expect([mean, spread]).toEqual([expect.closeTo(1, 2), expect.closeTo(0.4, 2)])
})

test('a part off by r has 1/r of the conductance and of every change', () => {
  const tolerant = make({ imperfections: imperfect({ tolerance: 0.2 }) })
  const nominal = make().parts.rule.conductance
  const draws = new Draws(29, 'parts')
  const r = Array.from({ length: 16 }, () => draws.between(0.8, 1.2))
  tolerant.parts.rule.conductance.forEach((k, e) => expect(k).toBeCloseTo(nominal[e] / r[e], 13))
  follow(tolerant, 100, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 / 0.5) * (contrastOf(seen, e) / seen.length)) / r[e]
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
  const levels = make({ rule: discrete, imperfections: imperfect({ tolerance: 0.2 }) })
  advance(levels, 50)
  levels.parts.rule.conductance.forEach((k, e) => {
    const level = 32 / (1000 * k * r[e])
    expect(level).toBeCloseTo(Math.round(level), 9)
  })
})

test('discrete with offsets: R goes up if |dV_C| > |dV_F| + offset, else down', () => {
  const imperfections = imperfect({ comparatorOffsetV: 0.05 })
  const learner = make({ rule: discrete, imperfections, batch: { size: 1, draw: 'epoch' } })
  const offset = learner.parts.readings?.offsetV ?? new Float64Array(0)
  expect(Math.max(...offset.map(Math.abs))).toBeGreaterThan(0.03)
  let decided = 0
  follow(learner, 400, ({ before, after, mask, seen: [{ free, clamped }] }) =>
    before.forEach((k, e) => {
      const up = Math.abs(clamped[e]) > Math.abs(free[e]) + offset[e]
      const level = Math.min(32, Math.max(1, Math.round(32 / (1000 * k)) + (up ? 1 : -1)))
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? 32 / (1000 * level) : k, 12)
      if (up !== Math.abs(clamped[e]) > Math.abs(free[e])) decided++
    }),
  )
  expect(decided).toBeGreaterThan(100)
})

// Above S + O = 4 examples their voltages are superposed.
test.each([3, 7])(
  'ideal with offsets and bias: F|F| - C|C| + bias of each of %i examples',
  (size) => {
    const imperfections = imperfect({ comparatorOffsetV: 0.2, learningBiasV2: 0.03 })
    const learner = make({ imperfections, batch: { size, draw: 'epoch' } })
    const offset = learner.parts.readings?.offsetV ?? new Float64Array(0)
    follow(learner, 200, ({ before, after, mask, seen }) =>
      before.forEach((k, e) => {
        const sum = seen.reduce((total, { free, clamped }) => {
          const f = Math.abs(free[e]) + offset[e]
          return total + f * Math.abs(f) - clamped[e] ** 2 + 0.03
        }, 0)
        const change = ((0.02 / 0.5) * sum) / seen.length
        expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
      }),
    )
  },
)

test('a bias alone is added to the exact contrast, of one example and of a batch', () => {
  for (const size of [1, 3]) {
    const imperfections = imperfect({ learningBiasV2: -0.02 })
    const learner = make({ imperfections, batch: { size, draw: 'epoch' } })
    follow(learner, 100, ({ before, after, mask, seen }) =>
      before.forEach((k, e) => {
        const change = (0.02 / 0.5) * (contrastOf(seen, e) / seen.length - 0.02)
        expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
      }),
    )
  }
})

test('read noise has the mean and spread of Gaussian noise on both drops', () => {
  // At p = 1 and alpha tiny the network stands still: the changes are the readings.
  const rule = { ...base.rule, alpha: 1e-9 } as LearnerSpec['rule']
  const imperfections = imperfect({ readNoiseV: 0.01 })
  const still = { rule, schedule: { kind: 'synchronous' as const } }
  const one = { batch: { size: 1, draw: 'epoch' as const } }
  const given = { kind: 'given' as const, voltagesV: [1, 2] }
  const task = { kind: 'allostery' as const, sourceVoltagesV: [5, 3], targets: given }
  const learner = make({ ...still, ...one, task, imperfections })
  const e = 2
  const values: number[] = []
  let expected = { free: 0, clamped: 0 }
  follow(learner, 4000, ({ before, after, seen: [{ free, clamped }] }) => {
    values.push((after[e] - before[e]) / (1e-9 / 0.5))
    expected = { free: free[e], clamped: clamped[e] }
  })
  // (F + n)^2 - (C + m)^2 has mean F^2 - C^2 and variance 4 s^2 (F^2 + C^2) + 4 s^4.
  const mean = values.reduce((a, b) => a + b) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  const { free, clamped } = expected
  const spread = 4 * 1e-4 * (free ** 2 + clamped ** 2) + 4e-8
  expect(Math.abs(mean - (free ** 2 - clamped ** 2))).toBeLessThan(4 * Math.sqrt(spread / 4000))
  expect(Math.abs(variance / spread - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000))
})

test('the drive is rounded to its converter, for every example', () => {
  const exact = make().parts.task.train.inputs
  const driven = make({ imperfections: imperfect({ driveBits: 4 }) }).parts.task.train.inputs
  const step = 5 / 15
  driven.forEach((volt, i) => {
    expect(volt / step).toBeCloseTo(Math.round(volt / step), 12)
    expect(Math.abs(volt - exact[i])).toBeLessThanOrEqual(step / 2 + 1e-12)
  })
})

test('dead edges carry nothing, stuck ones never learn, and the network works', () => {
  const learner = make({ imperfections: imperfect({ deadEdges: 3, stuckEdges: 2 }) })
  const { state } = learner.edges
  const which = (kind: number) => [...state.keys()].filter((e) => state[e] === kind)
  const [dead, stuck] = [which(1), which(3)]
  expect([dead.length, stuck.length]).toEqual([3, 2])
  const before = learner.parts.rule.conductance.slice()
  const { masks } = advance(learner, 300)
  for (const mask of masks) for (const e of [...dead, ...stuck]) expect((mask >>> e) & 1).toBe(0)
  for (const e of dead) expect(learner.parts.rule.conductance[e]).toBe(0)
  for (const e of stuck) expect(learner.parts.rule.conductance[e]).toBe(before[e])
  const many = () => make({ imperfections: imperfect({ deadEdges: 15 }) })
  expect(many).toThrow(expect.objectContaining({ id: 'too-many-broken-edges' }))
})

test('a stuck edge jams where it is told to, and comes back as it was', () => {
  const learner = make()
  const k = learner.parts.rule.conductance
  const own = k[4]
  learner.edges.change(4, 'stick', 2.5)
  advance(learner, 50)
  expect(k[4]).toBe(2.5)
  learner.edges.change(4, 'cut')
  learner.edges.change(4, 'stick')
  expect(k[4]).toBe(own)
  learner.edges.change(4, 'restore')
  expect([k[4], learner.edges.damaged]).toEqual([own, false])
})

test('a source that fails floats: its node obeys Kirchhoff until it is restored', () => {
  const learner = make()
  advance(learner, 20)
  learner.setFailed(1, true)
  const { network, roles, rule, task } = learner.parts
  const check = (held: Map<number, number>) => {
    const { freeV } = learner.observe()
    const byHand = voltages(network, rule.conductance, held)
    freeV.forEach((volt, node) => expect(volt).toBeCloseTo(byHand[node], 11))
  }
  advance(learner, 20)
  const inputs = () => task.train.inputs.subarray(2 * learner.observe().example)
  check(
    new Map([
      [roles.sources[0], inputs()[0]],
      [roles.grounds[0], 0],
    ]),
  )
  learner.setFailed(1, false)
  advance(learner, 1)
  const both: [number, number][] = Array.from(roles.sources, (node, s) => [node, inputs()[s]])
  check(new Map([...both, [roles.grounds[0], 0]]))
})

test('the last source cannot fail, nor one that is not there', () => {
  const learner = make()
  learner.setFailed(0, true)
  const last = () => learner.setFailed(1, true)
  expect(last).toThrow(expect.objectContaining({ id: 'source-failure-disconnects' }))
  expect(() => learner.setFailed(2, true)).toThrow(
    expect.objectContaining({ id: 'unknown-source' }),
  )
  expect([...learner.failed]).toEqual([1, 0])
})

test('tasks take turns, each with its own examples', () => {
  const of = (voltagesV: number[]) => ({
    kind: 'allostery' as const,
    sourceVoltagesV: [5, 3],
    targets: { kind: 'given' as const, voltagesV },
  })
  const tasks = [of([1, 2]), of([3, 2.5])]
  const learner = make({
    task: { kind: 'switching', every: 10, tasks },
    batch: { size: 1, draw: 'epoch' },
  })
  for (let step = 1; step <= 60; step++) {
    advance(learner)
    const turn = Math.floor((step - 1) / 10) % 2
    expect([...learner.evaluate().targets]).toEqual(turn === 0 ? [1, 2] : [3, 2.5])
  }
  const random = { kind: 'random' as const, count: 2, lowV: 1, highV: 4 }
  const drawn = { ...of([]), targets: random }
  const two = make({
    task: { kind: 'switching', every: 1, tasks: [drawn, drawn] },
    batch: { size: 1, draw: 'epoch' },
  })
  advance(two)
  const first = [...two.evaluate().targets]
  advance(two)
  expect([...two.evaluate().targets]).not.toEqual(first)
  const odd = { ...of([1, 2]), sourceVoltagesV: [5] }
  const uneven = () => make({ task: { kind: 'switching', every: 1, tasks: [tasks[0], odd] } })
  expect(uneven).toThrow(expect.objectContaining({ id: 'tasks-of-different-shape' }))
})

test.each([
  ['rates', { kind: 'rates' as const, probability: 0.5, variation: 0.3, compensate: true }],
  ['sweep', { kind: 'sweep' as const, compensate: true }],
  ['block', { kind: 'block' as const, blocks: 4, compensate: true }],
  ['poisson', { kind: 'poisson' as const, rate: 1, variation: 0.3, compensate: true }],
])('compensation under %s scales alpha by 1 over the mean probability', (_, schedule) => {
  const learner = make({ schedule })
  const gain = 16 / learner.parts.schedule.probability.reduce((a, b) => a + b)
  follow(learner, 100, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 * gain) / 0.5) * (contrastOf(seen, e) / seen.length)
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 11)
    }),
  )
  const wrong = () => make({ schedule, rule: discrete })
  expect(wrong).toThrow(expect.objectContaining({ id: 'compensate-needs-ideal-rule' }))
})

test('over-clamping moves the outputs beyond what is desired', () => {
  const rule = { ...base.rule, eta: 1.5 } as LearnerSpec['rule']
  const learner = make({ rule })
  advance(learner, 3)
  const { example, freeV, clampedV } = learner.observe()
  const { roles, task } = learner.parts
  roles.targets.forEach((node, o) => {
    const desired = task.train.targets[2 * example + o]
    expect(clampedV[node]).toBeCloseTo(freeV[node] + 1.5 * (desired - freeV[node]), 12)
  })
})

const everything: Partial<LearnerSpec> = {
  imperfections: imperfect({
    comparatorOffsetV: 0.01,
    readNoiseV: 0.005,
    tolerance: 0.1,
    deadEdges: 1,
    stuckEdges: 1,
    learningBiasV2: 0.001,
    driveBits: 8,
  }),
  schedule: { kind: 'poisson', rate: 3, variation: 0.5 },
  batch: { size: 2, draw: 'replacement' },
}

test('a saved learner with every imperfection, clocks and a failed source goes on bit for bit', () => {
  const [one, other] = [make(everything), make(everything)]
  advance(one, 300)
  one.setFailed(0, true)
  one.edges.change(7, 'stick', 2)
  advance(one, 300)
  const state = new StateWriter()
  one.save(state)
  other.load(new StateReader(state.bytes()))
  const [a, b] = [advance(one, 500), advance(other, 500)]
  expect(b).toEqual(a)
  expect(other.digest()).toBe(one.digest())
})

test('a learner is plain unless something makes its steps other than schedule, kernel and rule', () => {
  expect(make().plain).toBe(true)
  expect(make(everything).plain).toBe(false)
  const learner = make()
  learner.setFailed(0, true)
  expect(learner.plain).toBe(false)
})

const clocks: Partial<LearnerSpec> = { schedule: { kind: 'poisson', rate: 3, variation: 0.5 } }

test.each([
  ['ideal, one example', { batch: { size: 1, draw: 'epoch' as const } }],
  ['ideal, batches', {}],
  ['discrete', { rule: discrete }],
])('events followed along paths agree with dense solutions: %s', (_, changes) => {
  const learner = make({ ...clocks, ...changes })
  learner.edges.change(3, 'freeze')
  follow(learner, 1500, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      if (((mask >>> e) & 1) === 0) return expect(after[e]).toBe(k)
      const sum = contrastOf(seen, e)
      const level = Math.round(32 / (1000 * k)) + (sum < 0 ? 1 : -1)
      const next =
        learner.parts.rule.grid === null
          ? clip(k + ((0.02 / 0.5) * sum) / seen.length)
          : 32 / (1000 * Math.min(32, Math.max(1, level)))
      expect(after[e]).toBeCloseTo(next, 11)
    }),
  )
})

test('events rung in calls of any size, watched or not, saved and loaded, have the same bits', () => {
  const [one, other] = [make(clocks), make(clocks)]
  const change = (learner: Learner) => {
    learner.edges.change(5, 'cut')
    learner.feedChange(9, 5)
  }
  advance(one, 11_000)
  change(one)
  const end = advance(one, 3000)
  for (let done = 0; done < 11_000; done += 1000) advance(other, 1000)
  change(other)
  let steps = 0
  other.watcher = { stepped: () => steps++ }
  advance(other, 500)
  expect(steps).toBe(500)
  const state = new StateWriter()
  other.save(state)
  const third = make(clocks)
  third.load(new StateReader(state.bytes()))
  const rest = advance(third, 2500)
  expect(third.digest()).toBe(one.digest())
  expect([...rest.time]).toEqual([...end.time.subarray(500)])
  expect([...rest.loss]).toEqual([...end.loss.subarray(500)])
})
