import { expect, test } from 'vitest'
import { perfect, type ImperfectionsSpec } from '../imperfections'
import { makeLearner, type Learner, type LearnerSpec } from '../learner'
import { DiscreteRule } from '../rules'
import { contrasts, states } from '../testing/dense'
import { batchLaw, exactMoments, MOST_BATCHES } from './index'

const EDGES = 6
const network: LearnerSpec['network'] = {
  kind: 'given',
  nodes: ['s', 't', 'h', 'o', 'g'],
  edges: [
    ['s', 'h'],
    ['s', 'o'],
    ['t', 'h'],
    ['h', 'o'],
    ['h', 'g'],
    ['o', 'g'],
  ],
  conductances: [],
  places: [],
  roles: { kind: 'given', sources: ['s', 't'], grounds: ['g'], targets: ['o'] },
}
const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.5,
  levels: 5,
  levelStep: 1,
  maxResistanceOhm: 1000,
  startLevel: 2,
}
// A large alpha: some changes end at the bounds.
const ideal: LearnerSpec['rule'] = {
  kind: 'ideal',
  eta: 0.5,
  alpha: 0.3,
  minConductance: 0.3,
  maxConductance: 1.2,
  initial: { low: 0.5, high: 1 },
}
const base: LearnerSpec = {
  network,
  task: {
    kind: 'regression',
    matrix: [[0.3, 0.2]],
    trainExamples: 5,
    testExamples: 0,
    lowV: 0,
    highV: 5,
    noiseV: 1,
  },
  rule: discrete,
  schedule: { kind: 'rates', probability: 0.4, variation: 0.4 },
  batch: { size: 2, draw: 'random' },
  seed: 8,
}
const make = (changes: Partial<LearnerSpec> = {}) =>
  makeLearner({ ...base, ...changes }, { iris: { classes: [], rows: [] } })

function advance(learner: Learner, steps = 1): void {
  const { words } = learner
  learner.advance(steps, {
    loss: new Float64Array(steps),
    masks: new Uint32Array(steps * words),
    time: new Float64Array(steps),
  })
}

/** All sequences of `size` of M, with or without replacement: all are equally likely. */
function sequences(total: number, size: number, replacement: boolean): number[][] {
  if (size === 0) return [[]]
  const all = Array.from({ length: total }, (_, m) => m)
  return sequences(total, size - 1, replacement).flatMap((first) =>
    all.filter((m) => replacement || !first.includes(m)).map((m) => [...first, m]),
  )
}

/** Masks as lists of edges, with their probabilities. */
function masks({ schedule }: LearnerSpec, probability: Float64Array): [number[], number][] {
  const all = Array.from({ length: EDGES }, (_, e) => e)
  if (schedule.kind === 'poisson' || schedule.kind === 'sweep')
    return all.map((e) => [[e], probability[e]])
  if (schedule.kind === 'block') {
    const { blocks, members } = schedule
    if (members === 'anew') {
      // 6 / 4 edges: one or two, as often; all groups of a size alike.
      const pairs = all.flatMap((i) => all.slice(i + 1).map((j) => [i, j]))
      return [
        ...all.map((e) => [[e], 1 / 12] as [number[], number]),
        ...pairs.map((two) => [two, 1 / 30] as [number[], number]),
      ]
    }
    return Array.from({ length: blocks }, (_, b) => [
      all.filter((e) => Math.floor((e * blocks) / EDGES) === b),
      1 / blocks,
    ])
  }
  return Array.from({ length: 2 ** EDGES }, (_, bits) => {
    const inside = (e: number) => ((bits >>> e) & 1) === 1
    const odds = all.map((e) => (inside(e) ? probability[e] : 1 - probability[e]))
    return [all.filter(inside), odds.reduce((a, b) => a * b)]
  })
}

/** The change of every edge for a batch, from dense solutions and the definition of the rule. */
function changeOf(learner: Learner, spec: LearnerSpec, batch: readonly number[]): number[] {
  const { network: net, roles, task, rule } = learner.parts
  const sum = new Array<number>(EDGES).fill(0)
  for (const m of batch) {
    const inputs = task.train.inputs.subarray(2 * m, 2 * m + 2)
    const targets = task.train.targets.subarray(m, m + 1)
    const seen = states(net, roles, rule.conductance, inputs, targets, spec.rule.eta)
    contrasts(net, seen).forEach((c, e) => (sum[e] += c))
  }
  return sum.map((c, e) => {
    const k = rule.conductance[e]
    if (spec.rule.kind === 'ideal') {
      const { alpha, eta, minConductance, maxConductance } = spec.rule
      const next = k + ((alpha / eta) * c) / batch.length
      return Math.min(maxConductance, Math.max(minConductance, next)) - k
    }
    const { levels, maxResistanceOhm } = spec.rule
    const level = Math.round(levels / (maxResistanceOhm * k)) + (c < 0 ? 1 : -1)
    return levels / (maxResistanceOhm * Math.min(levels, Math.max(1, level))) - k
  })
}

/** Mean and covariance over every sequence of examples and every mask. */
function enumerate(learner: Learner, spec: LearnerSpec) {
  const { size, draw } = spec.batch
  const total = 5
  const steps = draw === 'epoch' ? Math.ceil(total / size) : 1
  const rest = draw === 'epoch' ? total - (steps - 1) * size : size
  const sizes = [...new Array<number>(steps - 1).fill(size), rest]
  const mean = new Array<number>(EDGES).fill(0)
  const square = new Array<number>(EDGES * EDGES).fill(0)
  const masked = masks(spec, learner.parts.schedule.probability)
  for (const b of sizes) {
    const list = sequences(total, b, draw === 'replacement')
    for (const batch of list) {
      const change = changeOf(learner, spec, batch)
      for (const [edges, odds] of masked) {
        const weight = odds / list.length / sizes.length
        for (const i of edges) {
          mean[i] += weight * change[i]
          for (const j of edges) square[i * EDGES + j] += weight * change[i] * change[j]
        }
      }
    }
  }
  const covariance = square.map((s, ij) => s - mean[Math.floor(ij / EDGES)] * mean[ij % EDGES])
  return { mean, covariance }
}

const schedules: LearnerSpec['schedule'][] = [
  { kind: 'synchronous' },
  { kind: 'bernoulli', probability: 0.3 },
  { kind: 'rates', probability: 0.4, variation: 0.4 },
  { kind: 'poisson', rate: 2, variation: 0.5 },
  { kind: 'sweep' },
  { kind: 'block', blocks: 3 },
  { kind: 'block', blocks: 4, members: 'anew' },
]
const batches: LearnerSpec['batch'][] = [
  { size: 1, draw: 'epoch' },
  { size: 2, draw: 'epoch' },
  { size: 5, draw: 'epoch' },
  { size: 3, draw: 'random' },
  { size: 3, draw: 'replacement' },
]
const cases = schedules.flatMap((schedule) =>
  batches.flatMap((batch) => [discrete, ideal].map((rule) => ({ ...base, schedule, batch, rule }))),
)
const named = cases.map(
  (spec) =>
    [
      `${spec.rule.kind}, ${spec.schedule.kind}, ${spec.batch.size} ${spec.batch.draw}`,
      spec,
    ] as const,
)

test.each(named)('moments are those of every batch with every mask: %s', (_, spec) => {
  const learner = make(spec)
  advance(learner, 7)
  const exact = exactMoments(learner)
  const scale = Math.max(...learner.parts.rule.conductance)
  const { mean, covariance } = enumerate(learner, spec)
  mean.forEach((x, e) => expect((exact?.mean[e] ?? NaN) / scale).toBeCloseTo(x / scale, 12))
  covariance.forEach((x, i) =>
    expect((exact?.covariance[i] ?? NaN) / scale ** 2).toBeCloseTo(x / scale ** 2, 12),
  )
})

test.each([
  ['distinct', { size: 2, draw: 'random' as const }],
  ['with replacement', { size: 3, draw: 'replacement' as const }],
])('40,000 drawn steps of the sign rule have these moments: %s', (_, batch) => {
  const runs = 40_000
  const learner = make({ batch })
  advance(learner, 3)
  const exact = exactMoments(learner)
  const { rule } = learner.parts
  if (exact === null || !(rule instanceof DiscreteRule)) throw new Error('no moments')
  const [start, level] = [rule.conductance.slice(), rule.level.slice()]
  const sum = new Float64Array(EDGES)
  const square = new Float64Array(EDGES * EDGES)
  for (let run = 0; run < runs; run++) {
    rule.conductance.set(start)
    rule.level.set(level)
    advance(learner)
    const change = rule.conductance.map((k, e) => k - start[e])
    change.forEach((x, i) => {
      sum[i] += x / runs
      change.forEach((y, j) => (square[i * EDGES + j] += (x * y) / runs))
    })
  }
  const spread = Array.from(sum, (_, e) => Math.sqrt(exact.covariance[e * (EDGES + 1)]))
  sum.forEach((mean, i) => {
    // 4.5 standard deviations, and rounding where an edge jams at its bound.
    const off = (4.5 * spread[i]) / Math.sqrt(runs) + 1e-12
    expect(Math.abs(mean - exact.mean[i])).toBeLessThanOrEqual(off)
    for (let j = 0; j < EDGES; j++) {
      const got = square[i * EDGES + j] - mean * sum[j]
      // Fourth moments of jumps with probabilities from 0.2: a spread below 2.5 / sqrt(runs).
      const most = (4.5 * 2.5 * spread[i] * spread[j]) / Math.sqrt(runs) + 1e-15
      expect(Math.abs(got - exact.covariance[i * EDGES + j])).toBeLessThanOrEqual(most)
    }
  })
})

const offsets: ImperfectionsSpec = { ...perfect, comparatorOffsetV: 0.5, tolerance: 0.1 }

test('damage, offsets and tolerance are in the moments; noise has none', () => {
  const learner = make({ imperfections: offsets, batch: { size: 5, draw: 'epoch' } })
  learner.edges.change(3, 'freeze')
  const exact = exactMoments(learner)
  const { rule, schedule } = learner.parts
  const before = rule.conductance.slice()
  const seen = new Map<number, number>()
  for (let i = 0; i < 40; i++) {
    const last = rule.conductance.slice()
    if (i === 0) advance(learner)
    rule.conductance.forEach((k, e) => {
      if (k !== last[e]) seen.set(e, k - before[e])
    })
  }
  expect(seen.size).toBeGreaterThan(0)
  for (const [e, change] of seen)
    expect(exact?.mean[e]).toBeCloseTo(schedule.probability[e] * change, 15)
  expect(exact?.mean[3]).toBe(0)
  expect(exactMoments(make({ imperfections: { ...offsets, readNoiseV: 0.1 } }))).toBeNull()
})

test('a batch law has every batch once and adds up to 1, up to a stated number', () => {
  for (const [total, size, draw, count] of [
    [7, 3, 'random', 35],
    [7, 3, 'epoch', 35 + 7],
    [7, 3, 'replacement', 84],
    [5000, 1, 'random', 5000],
    [5000, 5000, 'epoch', 1],
  ] as const) {
    const law = batchLaw(total, size, draw) ?? []
    expect(law).toHaveLength(count)
    expect(new Set(law.map(({ examples }) => examples.join())).size).toBe(count)
    expect(law.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
  }
  expect(batchLaw(40, 20, 'random')).toBeNull()
  expect(batchLaw(MOST_BATCHES + 1, 1, 'epoch')).toBeNull()
})

test('where there are too many batches the ideal rule has its formula, and the sign rule nothing', () => {
  const task = { ...base.task, trainExamples: 40 } as LearnerSpec['task']
  const rule = { ...ideal, alpha: 1e-3 }
  const large = { task, batch: { size: 20, draw: 'random' as const } }
  const formula = exactMoments(make({ ...large, rule }))
  expect(formula?.batches).toBeNull()
  expect(exactMoments(make(large))).toBeNull()
  const small = exactMoments(make({ task, rule, batch: { size: 1, draw: 'random' } }))
  // The mean does not depend on the size of the batch; the diagonal falls with it.
  small?.mean.forEach((x, e) => expect(formula?.mean[e]).toBeCloseTo(x, 14))
  expect(formula?.covariance[0]).toBeLessThan(small?.covariance[0] ?? 0)
})
