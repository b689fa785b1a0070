import { expect, test } from 'vitest'
import { makeLearner, type Learner, type LearnerSpec } from '../learner'
import { exampleChanges, Observer, updateMoments } from './index'

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
    trainExamples: 6,
    testExamples: 0,
    lowV: 0,
    highV: 5,
    noiseV: 0.2,
  },
  rule: {
    kind: 'ideal',
    eta: 0.5,
    alpha: 0.01,
    minConductance: 1e-3,
    maxConductance: 100,
    initial: { low: 0.5, high: 1.5 },
  },
  schedule: { kind: 'bernoulli', probability: 0.4 },
  batch: { size: 2, draw: 'random' },
  seed: 3,
}
const make = (changes: Partial<LearnerSpec> = {}) =>
  makeLearner({ ...base, ...changes }, { iris: { classes: [], rows: [] } })
const nothing = { displacement: false, covariance: false, cycle: false, plateau: null }

function advance(learner: Learner, steps = 1): Float64Array {
  const loss = new Float64Array(steps)
  learner.advance(steps, { loss, masks: new Uint32Array(steps * learner.words) })
  return loss
}

/** Conductances after 0, 1, ... steps. */
function path(learner: Learner, steps: number): number[][] {
  const seen = [[...learner.parts.rule.conductance]]
  for (let i = 0; i < steps; i++) {
    advance(learner)
    seen.push([...learner.parts.rule.conductance])
  }
  return seen
}

test('the mean squared displacement is the mean over origins that do not overlap', () => {
  const learner = make()
  const observer = new Observer(learner)
  observer.watch({ ...nothing, displacement: true })
  const seen = path(learner, 100)
  const { displacement } = observer.observables()
  expect([...(displacement?.lag ?? [])]).toEqual([1, 2, 4, 8, 16, 32, 64])
  displacement?.lag.forEach((lag, j) => {
    const origins = Math.floor(100 / lag)
    let sum = 0
    for (let i = 0; i < origins; i++)
      seen[i * lag].forEach((k, e) => (sum += (seen[(i + 1) * lag][e] - k) ** 2 / 16))
    expect(displacement.origins[j]).toBe(origins)
    expect(displacement.meanSquare[j]).toBeCloseTo(sum / origins, 14)
  })
})

test('the running covariance is that of the changes of all steps', () => {
  const learner = make()
  const observer = new Observer(learner)
  observer.watch({ ...nothing, covariance: true })
  const seen = path(learner, 300)
  const changes = seen.slice(1).map((k, i) => k.map((x, e) => x - seen[i][e]))
  const { covariance } = observer.observables()
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length
  for (let i = 0; i < 16; i++) {
    const of = changes.map((change) => change[i])
    expect(covariance?.mean[i]).toBeCloseTo(mean(of), 14)
    for (let j = 0; j < 16; j++) {
      const both = mean(changes.map((change) => change[i] * change[j]))
      const expected = both - mean(of) * mean(changes.map((change) => change[j]))
      expect(covariance?.covariance[i * 16 + j]).toBeCloseTo(expected, 14)
    }
  }
})

test.each([
  ['distinct examples', 'random' as const],
  ['examples with replacement', 'replacement' as const],
])('the exact moments of a step hold for 20,000 first steps: %s', (_, draw) => {
  const runs = 20_000
  const [sum, square] = [new Float64Array(16), new Float64Array(256)]
  // The task and the start come from one seed: only schedule and batch differ between runs.
  const first = make({ batch: { size: 2, draw } })
  const start = first.parts.rule.conductance.slice()
  const probability = first.parts.schedule.probability
  const changes = exampleChanges(first, 0.01) ?? new Float64Array(0)
  const exact = updateMoments(changes, probability, 2, draw === 'replacement')
  const learner = make({ batch: { size: 2, draw } })
  for (let run = 0; run < runs; run++) {
    learner.parts.rule.conductance.set(start)
    advance(learner)
    const change = learner.parts.rule.conductance.map((k, e) => k - start[e])
    change.forEach((x, i) => {
      sum[i] += x / runs
      change.forEach((y, j) => (square[i * 16 + j] += (x * y) / runs))
    })
  }
  for (let i = 0; i < 16; i++) {
    const spread = Math.sqrt(exact.covariance[17 * i])
    // Edges between held nodes see no contrast: all of theirs is 0.
    expect(Math.abs(sum[i] - exact.mean[i])).toBeLessThanOrEqual((4.5 * spread) / Math.sqrt(runs))
    for (let j = 0; j < 16; j++) {
      const scale = spread * Math.sqrt(exact.covariance[17 * j])
      const got = square[i * 16 + j] - sum[i] * sum[j]
      expect(Math.abs(got - exact.covariance[i * 16 + j])).toBeLessThanOrEqual(0.06 * scale)
    }
  }
})

const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.5,
  levels: 16,
  levelStep: 1,
  maxResistanceOhm: 1000,
  startLevel: null,
}
const cyclic: Partial<LearnerSpec> = {
  rule: discrete,
  schedule: { kind: 'synchronous' },
  batch: { size: 6, draw: 'epoch' },
}

/** Least period and first step of the cycle, by remembering every state. */
function cycleOf(seen: number[][], modulus: number): { period: number; from: number } | null {
  const at = new Map<string, number>()
  for (let step = 0; step < seen.length; step++) {
    const key = `${step % modulus} ${seen[step].join()}`
    const before = at.get(key)
    if (before !== undefined) return { period: step - before, from: before }
    at.set(key, step)
  }
  return null
}

test.each([
  ['synchronous', cyclic, 1],
  ['block', { ...cyclic, schedule: { kind: 'block' as const, blocks: 3 } }, 3],
])('cycles of the discrete rule are found exactly: %s', (_, changes, modulus) => {
  const learner = make(changes)
  const observer = new Observer(learner)
  observer.watch({ ...nothing, cycle: true })
  const expected = cycleOf(path(learner, 5000), modulus)
  const found = observer.observables().cycle?.found
  expect(expected).not.toBeNull()
  expect(found?.period).toBe(expected?.period)
  expect(found?.from).toBeGreaterThanOrEqual(expected?.from ?? Infinity)
})

test('no cycle is looked for where a step draws at random', () => {
  for (const changes of [base, { ...cyclic, batch: { size: 2, draw: 'epoch' as const } }]) {
    const observer = new Observer(make(changes))
    observer.watch({ ...nothing, cycle: true })
    expect(observer.observables().cycle).toBeNull()
  }
})

test('a plateau is where windows of the batch error fall no more', () => {
  const task = {
    kind: 'allostery' as const,
    sourceVoltagesV: [5, 3],
    targets: { kind: 'given' as const, voltagesV: [3.2, 2.6] },
  }
  const one = { size: 1, draw: 'epoch' as const }
  const falling = make({ task, batch: one })
  const observer = new Observer(falling)
  observer.watch({ ...nothing, plateau: { window: 50, tolerance: 0.01 } })
  advance(falling, 200)
  expect(observer.observables().plateau).toMatchObject({ reached: false, since: null })
  const jammed = make({ ...cyclic, task, batch: one })
  const other = new Observer(jammed)
  other.watch({ ...nothing, plateau: { window: 50, tolerance: 0.01 } })
  const loss = advance(jammed, 600)
  const { plateau } = other.observables()
  expect(plateau?.reached).toBe(true)
  expect(plateau?.latest).toBeCloseTo(loss.slice(550).reduce((a, b) => a + b) / 50, 12)
})

test('watching changes no bit, and ends', () => {
  const [alone, watched] = [make(), make()]
  const observer = new Observer(watched)
  observer.watch({ ...nothing, displacement: true, covariance: true, cycle: true })
  advance(alone, 500)
  advance(watched, 500)
  observer.observables()
  expect(watched.digest()).toBe(alone.digest())
  observer.watch(null)
  expect([watched.watcher, watched.plain]).toEqual([null, true])
})

test('the power is that of the newest example in both states', () => {
  const learner = make()
  advance(learner, 7)
  const { freePower, clampedPower, condition } = new Observer(learner).observables()
  const { freeV, clampedV } = learner.observe()
  const { network, rule } = learner.parts
  const powers = [freeV, clampedV].map((volts) =>
    Array.from(network.a, (a, e) => rule.conductance[e] * (volts[a] - volts[network.b[e]]) ** 2),
  )
  const sums = powers.map((power) => power.reduce((x, y) => x + y))
  expect([freePower, clampedPower]).toEqual([
    expect.closeTo(sums[0], 10),
    expect.closeTo(sums[1], 10),
  ])
  expect(condition).toBeGreaterThan(1)
  expect(condition).toBeLessThan(1000)
})
