import { expect, test } from 'vitest'
import { drawn } from '../testing/spins'
import { align, type Relaxing } from './align'
import { setCouplings } from './field'
import { nudgeWeight, towards, type Nudging } from './nudge'
import { Pairs } from './pairs'
import { spinsOf } from './phases'
import { makeRelaxer } from './relaxers'

const how: Relaxing = { tolerance: 1e-11, sweeps: 100_000, omega: 1.5, warm: 5 }
const rest = { sweeps: 0, residual: 0 }
const HALF = Math.PI / 2

const costs = {
  log: (c: number) => -Math.log(1 + c),
  cosine: (c: number) => 1 - c,
}
const kinds = [
  ['log', true],
  ['cosine', true],
  ['log', false],
  ['cosine', false],
] as const

test.each(kinds)(
  'the gradient of the %s cost (symmetric: %s) is that of finite differences',
  (cost, symmetric) => {
    const targets = {
      spins: Int32Array.of(9, 11),
      vectors: spinsOf([HALF, -HALF]),
    }
    const beta = symmetric ? 1e-3 : 1e-5
    const nudging: Nudging = { cost, beta, symmetric, cap: 1e9 }
    const tight = { ...how, tolerance: 1e-12 }
    let compared = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { field, coupling, order, s } = drawn(seed)
      const pairs = new Pairs(field, makeRelaxer(field.graph, 2), targets.spins)
      const free = pairs.free.of(0)
      free.set(s)
      pairs.settle(order, tight)
      const c = [0, 1].map((t) => towards(free, targets, t))
      // Where an output points away the log cost has no slope worth comparing.
      if (Math.min(...c) < -0.8) continue
      compared++
      pairs.nudge(order, tight, nudging, [targets])
      const bonds = new Float64Array(coupling.length)
      const biases = new Float64Array(24)
      pairs.addGradient(0, nudging, 1, bonds, biases)
      const costNow = () => {
        const probe = free.slice()
        align(field, order, field.bias, probe, tight, rest)
        return costs[cost](towards(probe, targets, 0)) + costs[cost](towards(probe, targets, 1))
      }
      const difference = (values: Float64Array, k: number, set: () => void) => {
        const own = values[k]
        const ends = [1, -1].map((sign) => {
          values[k] = own + sign * 1e-5
          set()
          return costNow()
        })
        values[k] = own
        set()
        return (ends[0] - ends[1]) / 2e-5
      }
      for (const e of [0, 3, coupling.length - 1]) {
        const expected = difference(coupling, e, () => setCouplings(field, coupling))
        expect(Math.abs(bonds[e] - expected)).toBeLessThan(2e-3 * (1 + Math.abs(expected)))
      }
      for (const k of [8, 19, 23]) {
        const expected = difference(field.bias, k, () => undefined)
        expect(Math.abs(biases[k] - expected)).toBeLessThan(2e-3 * (1 + Math.abs(expected)))
      }
    }
    expect(compared).toBeGreaterThan(4)
  },
)

test('the weight of the log cost is capped where an output points away', () => {
  const nudging: Nudging = { cost: 'log', beta: 0.1, symmetric: true, cap: 20 }
  expect(nudgeWeight(nudging, 0)).toBeCloseTo(1, 8)
  expect(nudgeWeight(nudging, -1)).toBe(20)
  expect(nudgeWeight({ ...nudging, cost: 'cosine' }, -1)).toBe(1)
})
