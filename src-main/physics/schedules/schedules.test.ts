import { expect, test } from 'vitest'
import { PhysicsError } from '../error'
import { edgesOf, ringing } from '../testing/schedules'
import { makeSchedule, type ScheduleSpec } from './index'

const EDGES = 16

/** updates[e]: the steps on which edge e updated. */
function steps(spec: ScheduleSpec, count: number, seed = 4, edges = EDGES): number[][] {
  const schedule = makeSchedule(spec, edges, seed)
  const updates = Array.from({ length: edges }, () => [] as number[])
  const chosen = new Int32Array(edges)
  for (let step = 1; step <= count; step++)
    for (const e of chosen.subarray(0, schedule.select(step, chosen))) updates[e].push(step)
  return updates
}

const intervals = (updates: number[][]): number[] =>
  updates.flatMap((of) => of.slice(1).map((step, i) => step - of[i]))

/** Chi-square over its 99.99 % point (Wilson and Hilferty): above 1 the law does not hold. */
function misfit(observed: number[], expected: number[]): number {
  const kept = expected.flatMap((n, i) => (n >= 8 ? [i] : []))
  const statistic = kept.reduce((sum, i) => sum + (observed[i] - expected[i]) ** 2 / expected[i], 0)
  const freedom = kept.length - 1
  return statistic / (freedom * (1 - 2 / (9 * freedom) + 3.719 * Math.sqrt(2 / (9 * freedom))) ** 3)
}

function histogram(values: number[], length: number): number[] {
  const counts = new Array<number>(length).fill(0)
  for (const value of values) if (value < length) counts[value]++
  return counts
}

test('synchronous: every edge on every step', () => {
  for (const of of steps({ kind: 'synchronous' }, 20)) expect(of).toHaveLength(20)
})

test.each([0.1, 0.25, 0.5, 0.9])('Bernoulli %f: intervals follow the geometric law', (p) => {
  const seen = intervals(steps({ kind: 'bernoulli', probability: p, compensate: false }, 40_000))
  const expected = Array.from({ length: 80 }, (_, n) =>
    n === 0 ? 0 : seen.length * p * (1 - p) ** (n - 1),
  )
  expect(misfit(histogram(seen, 80), expected)).toBeLessThan(1)
})

test('Bernoulli: edges are independent of each other and of their last step', () => {
  const p = 0.3
  const count = 40_000
  const mask = new Uint32Array(count + 2)
  steps({ kind: 'bernoulli', probability: p, compensate: false }, count).forEach((of, e) =>
    of.forEach((step) => (mask[step] |= 1 << e)),
  )
  const both = (pairs: (step: number) => [number, number]): number[] => {
    const table = [0, 0, 0, 0]
    for (let step = 1; step < count; step++) {
      const [a, b] = pairs(step)
      table[a * 2 + b]++
    }
    return table
  }
  const expected = [(1 - p) ** 2, p * (1 - p), p * (1 - p), p * p].map((q) => q * (count - 1))
  const bit = (step: number, e: number) => (mask[step] >>> e) & 1
  for (let e = 0; e < EDGES; e++) {
    expect(
      misfit(
        both((s) => [bit(s, e), bit(s, (e + 1) % EDGES)]),
        expected,
      ),
    ).toBeLessThan(1)
    expect(
      misfit(
        both((s) => [bit(s, e), bit(s + 1, e)]),
        expected,
      ),
    ).toBeLessThan(1)
  }
})

test('rates: each edge updates with its own probability, whose mean and spread are as given', () => {
  const spec: ScheduleSpec = { kind: 'rates', probability: 0.2, variation: 0.3 }
  const many = makeSchedule(spec, 4000, 9).probability
  const mean = many.reduce((a, b) => a + b) / many.length
  const variance = many.reduce((a, b) => a + (b - mean) ** 2, 0) / many.length
  expect(mean).toBeCloseTo(0.2, 2)
  expect(Math.sqrt(variance) / mean).toBeCloseTo(0.3, 1)

  const count = 40_000
  const own = makeSchedule(spec, EDGES, 4).probability
  const updates = steps(spec, count).map((of) => of.length)
  updates.forEach((n, e) => {
    const deviation = Math.sqrt(count * own[e] * (1 - own[e]))
    expect(Math.abs(n - count * own[e])).toBeLessThan(5 * deviation)
  })
})

test('rates and clocks may be given edge by edge, and then follow what p is set to', () => {
  const factors = [0.1, 0.5, 1, 2]
  const rates = makeSchedule({ kind: 'rates', probability: 0.6, variation: 0.3, factors }, 4, 1)
  expect([...rates.probability]).toEqual([0.06, 0.3, 0.6, 1])
  rates.setProbability?.(0.1)
  expect([...rates.probability]).toEqual([0.01, 0.05, 0.1, 0.2].map((p) => expect.closeTo(p, 15)))
  const clocks = makeSchedule({ kind: 'poisson', rate: 2, variation: 0.3, factors }, 4, 1)
  expect([...(clocks.clock?.rate ?? [])]).toEqual([0.2, 1, 2, 4])
  const short = () => makeSchedule({ kind: 'poisson', rate: 2, variation: 0, factors }, 16, 1)
  expect(short).toThrow(/4 factors are given for 16 edges/)
})

test('rates without variation give every edge the same probability', () => {
  const { probability } = makeSchedule({ kind: 'rates', probability: 0.4, variation: 0 }, 5, 1)
  for (const p of probability) expect(p).toBeCloseTo(0.4, 14)
})

test('sweep: every pass takes each edge once, and intervals follow their triangular law', () => {
  const passes = 6000
  const updates = steps({ kind: 'sweep' }, passes * EDGES)
  for (const of of updates) {
    expect(of).toHaveLength(passes)
    of.forEach((step, pass) => expect(Math.floor((step - 1) / EDGES)).toBe(pass))
  }
  const seen = intervals(updates)
  const expected = Array.from({ length: 2 * EDGES }, (_, n) =>
    n === 0 ? 0 : (seen.length * (EDGES - Math.abs(EDGES - n))) / EDGES ** 2,
  )
  expect(misfit(histogram(seen, 2 * EDGES), expected)).toBeLessThan(1)
})

test('block: blocks of equal size take turns', () => {
  const updates = steps({ kind: 'block', blocks: 3 }, 30)
  expect(updates.every((of) => of.length === 10)).toBe(true)
  expect(new Set(intervals(updates))).toEqual(new Set([3]))
  const sizes = [1, 2, 3].map((step) => updates.filter((of) => of[0] === step).length)
  expect(sizes.sort()).toEqual([5, 5, 6])
})

test('block: a random division is kept, and differs from seed to seed', () => {
  const spec: ScheduleSpec = { kind: 'block', blocks: 4, members: 'fixed' }
  const first = steps(spec, 40).map((of) => of[0])
  expect(new Set(intervals(steps(spec, 40)))).toEqual(new Set([4]))
  expect([1, 2, 3, 4].map((step) => first.filter((at) => at === step).length)).toEqual([4, 4, 4, 4])
  expect(steps(spec, 40, 5).map((of) => of[0])).not.toEqual(first)
})

test('block: a group anew has its mean size, every edge alike, and no memory', () => {
  const [count, blocks] = [40_000, 10]
  const updates = steps({ kind: 'block', blocks, members: 'anew' }, count)
  const size = new Int32Array(count + 1)
  for (const of of updates) {
    for (const step of of) size[step]++
    expect(Math.abs(of.length - count / blocks)).toBeLessThan(4.5 * Math.sqrt(count * 0.09))
  }
  expect(new Set(size.subarray(1))).toEqual(new Set([1, 2]))
  expect(size.reduce((a, b) => a + b) / count).toBeCloseTo(EDGES / blocks, 1)
  const seen = intervals(updates)
  const p = 1 / blocks
  const expected = Array.from({ length: 120 }, (_, n) =>
    n === 0 ? 0 : seen.length * p * (1 - p) ** (n - 1),
  )
  expect(misfit(histogram(seen, 120), expected)).toBeLessThan(1)
})

test('more blocks than edges are refused', () => {
  for (const members of ['consecutive', 'fixed', 'anew'] as const)
    expect(() => makeSchedule({ kind: 'block', blocks: 17, members }, 16, 1)).toThrow(PhysicsError)
})

test('which edges update on a step does not depend on the steps before', () => {
  for (const kind of ['bernoulli', 'rates', 'sweep', 'block'] as const) {
    const spec = { kind, probability: 0.3, variation: 0.2, compensate: false, blocks: 3 }
    const [a, b] = [makeSchedule(spec, EDGES, 3), makeSchedule(spec, EDGES, 3)]
    const [x, y] = [new Int32Array(EDGES), new Int32Array(EDGES)]
    for (let step = 1; step <= 99; step++) a.select(step, x)
    const n = a.select(100, x)
    expect([...y.subarray(0, b.select(100, y))]).toEqual([...x.subarray(0, n)])
  }
})

test.each([0, 0.6])(
  'Poisson clocks with variation %f ring as often as their rates say',
  (variation) => {
    const schedule = makeSchedule({ kind: 'poisson', rate: 2, variation }, EDGES, 4)
    const count = 200_000
    const chosen = new Int32Array(EDGES)
    const rung = new Array<number>(EDGES).fill(0)
    for (let event = 1; event <= count; event++) {
      expect(schedule.select(event, chosen)).toBe(1)
      rung[chosen[0]]++
    }
    const rate = schedule.clock?.rate ?? new Float64Array(EDGES)
    const total = rate.reduce((a, b) => a + b)
    expect(
      misfit(
        rung,
        Array.from(rate, (lambda) => (count * lambda) / total),
      ),
    ).toBeLessThan(1)
    // The time of n events is a Gamma variable: mean n / L, variance n / L^2.
    const elapsed = (schedule.clock?.timeS ?? 0) * total
    expect(Math.abs(elapsed - count)).toBeLessThan(4 * Math.sqrt(count))
  },
)

test('Poisson clocks: an edge’s own intervals are exponential, and independent of each other', () => {
  const schedule = makeSchedule({ kind: 'poisson', rate: 2, variation: 0.5 }, EDGES, 9)
  const chosen = new Int32Array(EDGES)
  const last = new Array<number>(EDGES).fill(0)
  const seen: number[] = []
  for (let event = 1; event <= 200_000; event++) {
    schedule.select(event, chosen)
    const [e, now] = [chosen[0], schedule.clock?.timeS ?? 0]
    // In units of the edge's own mean, all intervals have one law: exp(-x).
    seen.push((now - last[e]) * (schedule.clock?.rate[e] ?? 0))
    last[e] = now
  }
  const bins = 60
  const expected = Array.from(
    { length: bins },
    (_, n) => seen.length * (Math.exp(-n / 10) - Math.exp(-(n + 1) / 10)),
  )
  expect(
    misfit(
      histogram(
        seen.map((x) => Math.floor(10 * x)),
        bins,
      ),
      expected,
    ),
  ).toBeLessThan(1)
  const product = seen.slice(1).reduce((sum, x, i) => sum + (x - 1) * (seen[i] - 1), 0)
  expect(Math.abs(product / seen.length)).toBeLessThan(4 / Math.sqrt(seen.length))
})

test.each<ScheduleSpec>([
  { kind: 'synchronous' },
  { kind: 'bernoulli', probability: 0.3 },
  { kind: 'bernoulli', probability: 1 },
  { kind: 'rates', probability: 0.4, variation: 0.6 },
  { kind: 'sweep' },
  { kind: 'block', blocks: 5 },
  { kind: 'block', blocks: 5, members: 'fixed' },
  { kind: 'block', blocks: 10, members: 'anew' },
])('%j takes the same edges as the second implementation', (spec) => {
  for (const seed of [1, 77, 2 ** 32 - 1]) {
    const schedule = makeSchedule(spec, EDGES, seed)
    const chosen = new Int32Array(EDGES)
    for (let step = 1; step <= 500; step++) {
      const count = schedule.select(step, chosen)
      const expected = edgesOf(spec, schedule.probability, seed, step)
      expect([...chosen.subarray(0, count)]).toEqual(expected)
    }
  }
})

test('Poisson clocks ring as clocks do that wait each for itself', () => {
  const schedule = makeSchedule({ kind: 'poisson', rate: 2, variation: 0.5 }, EDGES, 3)
  const rate = schedule.clock?.rate ?? new Float64Array(EDGES)
  let state = 7
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647
  const clocks = ringing(rate, random)
  const chosen = new Int32Array(EDGES)
  const count = 50_000
  // Pairs of edges that ring one after the other, and times between rings.
  const histograms = [0, 1].map(() => ({
    pairs: new Array<number>(EDGES * EDGES).fill(0),
    gaps: new Array<number>(40).fill(0),
  }))
  const last = [
    { edge: 0, time: 0 },
    { edge: 0, time: 0 },
  ]
  for (let event = 1; event <= count; event++) {
    schedule.select(event, chosen)
    const slow = clocks.next().value
    const both = [{ edge: chosen[0], time: schedule.clock?.timeS ?? 0 }, slow]
    both.forEach(({ edge, time }, i) => {
      histograms[i].pairs[last[i].edge * EDGES + edge]++
      histograms[i].gaps[Math.min(39, Math.floor((time - last[i].time) * 320))]++
      last[i] = { edge, time }
    })
  }
  // Two samples of one law: sum (a - b)^2 / (a + b) is chi-square.
  for (const key of ['pairs', 'gaps'] as const) {
    const [a, b] = histograms.map((of) => of[key])
    const used = [...a.keys()].filter((i) => a[i] + b[i] >= 16)
    const chi = used.reduce((sum, i) => sum + (a[i] - b[i]) ** 2 / (a[i] + b[i]), 0)
    expect(Math.abs(chi - used.length)).toBeLessThan(4 * Math.sqrt(2 * used.length) + 4)
  }
})
