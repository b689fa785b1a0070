import { expect, test } from 'vitest'
import { makeNetwork, type Network, type Roles } from '../network'
import { Draws } from '../random'
import { makePlan, TapeKernel } from '../solver'
import type { MarchRule } from '../solver/march'
import { PoissonClocks } from './clocks'
import { backSubstitute, factorAnew, makeEventFactor } from './factor'
import { EventKernel } from './kernel'
import { EventMarcher } from './marcher'
import { makeEventPlan } from './plan'
import { supernodeEnds } from './supernodes'

const network = makeNetwork({ kind: 'square', rows: 8, columns: 8, periodic: false })
const EDGES = network.a.length
const roles: Roles = {
  sources: Int32Array.from([0, 1, 63]),
  grounds: Int32Array.from([56]),
  targets: Int32Array.from([27, 36, 20]),
}
const task = {
  count: 4,
  inputs: Float64Array.from([5, 1, 3, 4, 2, 3, 1, 1, 0, 2, 2, 5]),
  targets: Float64Array.from([2, 1.5, 1, 3, 2, 1, 0.5, 0.5, 0.5, 2, 2, 2]),
}
const learns = new Uint8Array(EDGES).fill(1)
learns[17] = 0

const idealRule = (): MarchRule => ({ kind: 'ideal', alpha: 0.05, low: 0.2, high: 4 })
const discreteRule = (): MarchRule => ({
  kind: 'discrete',
  level: new Int32Array(EDGES).fill(8),
  levelStep: 1,
  ofLevel: Float64Array.from({ length: 17 }, (_, n) => (n === 0 ? 0 : 16 / n)),
})
const conductances = (): Float64Array => {
  const draws = new Draws(3, 'initial')
  return Float64Array.from({ length: EDGES }, () => draws.between(0.5, 1.5))
}
const rates = Float64Array.from({ length: EDGES }, (_, e) => 1 + (e % 5))

function orderOf(first: number, count: number, batch: number, time = 0) {
  return {
    first,
    count,
    time,
    examples: Int32Array.from({ length: count * batch }, (_, i) => i % 4),
    counts: new Int32Array(count).fill(batch),
    eta: 0.2,
    times: new Float64Array(count),
    edges: new Int32Array(count),
    loss: new Float64Array(count),
  }
}

test.each([
  ['ideal', idealRule, 1],
  ['ideal', idealRule, 3],
  ['discrete', discreteRule, 1],
  ['discrete', discreteRule, 2],
] as const)(
  'WebAssembly and TypeScript ring with the same bits: %s, batch %#',
  (_, rule, batch) => {
    const plan = makeEventPlan(network, roles)
    const clocks = new PoissonClocks(rates, 11)
    const slowRule = rule()
    const fastRule = rule()
    const slow = new EventKernel(plan, task, clocks, learns)
    const fast = new EventMarcher(plan, task, clocks, learns, 16)
    const kSlow = conductances()
    const kFast = conductances()
    let time = 0
    for (let first = 9000; first < 12_000; first += 1000) {
      const wanted = orderOf(first, 1000, batch, time)
      const got = orderOf(first, 1000, batch, time)
      time = slow.march(wanted, slowRule, kSlow)
      expect(fast.march(got, fastRule, kFast)).toBe(time)
      expect(got).toEqual(wanted)
    }
    expect(kFast).toEqual(kSlow)
    expect(fastRule).toEqual(slowRule)
  },
)

test.each([
  ['an open lattice', { kind: 'square', rows: 40, columns: 40, periodic: false }, 3],
  ['a periodic lattice', { kind: 'square', rows: 24, columns: 24, periodic: true }, 7],
  ['a random network', { kind: 'erdos-renyi', nodes: 300, degree: 5 }, 5],
] as const)('WebAssembly factors %s by supernodes with the same bits', (_, spec, inputs) => {
  const big = makeNetwork(spec, 4)
  const edges = big.a.length
  const of = (from: number, count: number) => Int32Array.from({ length: count }, (_, i) => from + i)
  const held = { sources: of(0, inputs), grounds: of(100, 1), targets: of(200, 4) }
  const plan = makeEventPlan(big, held)
  const one = {
    count: 1,
    inputs: new Float64Array(inputs).fill(2),
    targets: new Float64Array(4).fill(1),
  }
  const clocks = new PoissonClocks(new Float64Array(edges).fill(1), 8)
  const all = new Uint8Array(edges).fill(1)
  const slow = new EventKernel(plan, one, clocks, all)
  const fast = new EventMarcher(plan, one, clocks, all, 0)
  const draws = new Draws(5, 'initial')
  const k = Float64Array.from({ length: edges }, () => draws.between(0.01, 3))
  const order = { ...orderOf(0, 1, 1), examples: new Int32Array(1) }
  slow.march(order, idealRule(), k.slice())
  fast.march(order, idealRule(), k)
  expect(fast.lower).toEqual(slow.factor.lower)
  expect(Math.max(...supernodeEnds(plan).map((end, j) => end - j))).toBeGreaterThan(8)
})

test('Every event does what a full solution of both states would do.', () => {
  const plan = makeEventPlan(network, roles)
  const kernel = new EventKernel(plan, task, new PoissonClocks(rates, 5), learns)
  const full = new TapeKernel(makePlan(network, roles))
  const k = conductances()
  const contrast = new Float64Array(1)
  for (let event = 0; event < 2000; event++) {
    const before = k.slice()
    const order = orderOf(event, 1, 1)
    order.examples[0] = event % 4
    kernel.march(order, idealRule(), k)
    const m = event % 4
    const error = full.solve(before, task.inputs, 3 * m, task.targets, 3 * m, 0.2)
    expect(order.loss[0]).toBeCloseTo(error / 3, 11)
    full.contrast(order.edges, 1, contrast)
    const e = order.edges[0]
    const next = Math.min(4, Math.max(0.2, before[e] + (0.05 / 0.2) * contrast[0]))
    expect(k[e]).toBeCloseTo(learns[e] === 0 ? before[e] : next, 11)
    before[e] = k[e]
    expect(k).toEqual(before)
  }
})

function drift(big: Network, heldRoles: Roles, events: number): number {
  const plan = makeEventPlan(big, heldRoles)
  const edges = big.a.length
  const clocks = new PoissonClocks(new Float64Array(edges).fill(1), 2)
  const all = new Uint8Array(edges).fill(1)
  const kernel = new EventKernel(plan, task, clocks, all)
  const k = new Float64Array(edges).fill(1)
  const CHUNK = 4000
  for (let first = 0; first < events; first += CHUNK)
    kernel.march(orderOf(first, Math.min(CHUNK, events - first), 1), idealRule(), k)
  const fresh = makeEventFactor(plan)
  factorAnew(plan, fresh, k)
  const kept = new Float64Array(plan.free)
  const anew = new Float64Array(plan.free)
  const v = task.inputs.subarray(0, 3)
  backSubstitute(plan, kernel.factor, v, 0, kept)
  backSubstitute(plan, fresh, v, 0, anew)
  return Math.max(...kept.map((x, i) => Math.abs(x - anew[i])))
}

test('After a million events the kept factor is within 1e-12 V of a fresh one.', () => {
  // 9999 events after the last fresh factorisation: the worst moment.
  expect(drift(network, roles, 1_009_999)).toBeLessThan(1e-12)
})

test('Rings wait exponentially, and edges ring in proportion to their rates.', () => {
  const clocks = new PoissonClocks(rates, 21)
  const count = 200_000
  const rings = new Float64Array(EDGES)
  let sum = 0
  let squares = 0
  for (let n = 0; n < count; n++) {
    const wait = clocks.wait(n) * clocks.totalRate
    sum += wait
    squares += wait * wait
    rings[clocks.edge(n)]++
  }
  // Mean 1 and second moment 2, within four standard deviations.
  expect(Math.abs(sum / count - 1)).toBeLessThan(4 / Math.sqrt(count))
  expect(Math.abs(squares / count - 2)).toBeLessThan((4 * Math.sqrt(20)) / Math.sqrt(count))
  let chiSquare = 0
  rings.forEach((seen, e) => {
    const expected = (count * rates[e]) / clocks.totalRate
    chiSquare += (seen - expected) ** 2 / expected
  })
  const freedom = EDGES - 1
  expect(chiSquare).toBeLessThan(freedom + 4 * Math.sqrt(2 * freedom))
})
