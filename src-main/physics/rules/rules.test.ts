import { expect, test } from 'vitest'
import { voltages } from '../testing/dense'
import { lab } from '../testing/networks'
import { makePlan, TapeKernel } from '../solver'
import { DiscreteRule, IdealRule, makeRule } from './index'

const ideal = {
  kind: 'ideal' as const,
  eta: 0.5,
  alpha: 0.1,
  minConductance: 0.2,
  maxConductance: 2,
  initial: { low: 0.5, high: 1.5 },
}
const discrete = {
  kind: 'discrete' as const,
  eta: 0.5,
  levels: 8,
  levelStep: 1,
  maxResistanceOhm: 800,
  startLevel: null,
}
const all = (n: number) => Int32Array.from({ length: n }, (_, i) => i)

test('initial conductances are uniform in their range and follow from the seed', () => {
  const { conductance } = makeRule(ideal, 20_000, 1)
  const mean = conductance.reduce((a, b) => a + b) / 20_000
  expect(Math.min(...conductance)).toBeGreaterThanOrEqual(0.5)
  expect(Math.max(...conductance)).toBeLessThan(1.5)
  expect(mean).toBeCloseTo(1, 1)
  expect(makeRule(ideal, 9, 1).conductance).toEqual(makeRule(ideal, 9, 1).conductance)
  expect(makeRule(ideal, 9, 1).conductance).not.toEqual(makeRule(ideal, 9, 2).conductance)
})

test('ideal: dk = gain (alpha/eta) times the mean contrast, clipped', () => {
  const rule = new IdealRule(ideal, 4, 1)
  rule.conductance.fill(1)
  rule.apply(all(3), 3, Float64Array.of(0.3, -90, 90), 3, 0.5, 2)
  expect(rule.conductance[0]).toBeCloseTo(1 + ((2 * 0.1) / 0.5) * 0.1, 15)
  expect([...rule.conductance.subarray(1)]).toEqual([0.2, 2, 1])
})

test('ideal: bounds that do not hold the initial range are refused', () => {
  expect(() => new IdealRule({ ...ideal, maxConductance: 1 }, 4, 1)).toThrow(/0.5 to 1.5/)
})

test('discrete: R goes up if the clamped drop is larger, else down, and stays on the grid', () => {
  const rule = new DiscreteRule({ ...discrete, levels: 8, startLevel: 2 }, 3)
  const contrast = Float64Array.of(-1e-30, 0, 1)
  rule.apply(all(3), 3, contrast)
  expect([...rule.level]).toEqual([3, 1, 1])
  for (let i = 0; i < 9; i++) rule.apply(all(3), 3, contrast)
  expect([...rule.level]).toEqual([8, 1, 1])
  expect([...rule.conductance]).toEqual([1 / 800, 1 / 100, 1 / 100])
})

test('discrete: the grid is n R_max / levels, and starts in the middle', () => {
  const rule = new DiscreteRule(discrete, 2)
  expect([...rule.level]).toEqual([4, 4])
  expect(rule.grid).toHaveLength(8)
  ;[...rule.grid].forEach((k, i) => expect(1 / k).toBeCloseTo((8 - i) * 100, 10))
  expect(() => new DiscreteRule({ ...discrete, startLevel: 9 }, 2)).toThrow(/8 levels/)
})

test('the ideal rule is -(alpha/eta) times the slope of P_C - P_F, outputs held', () => {
  // P = sum k dV^2. The clamped outputs stay at their present values while k_e is varied.
  const { network, roles } = lab()
  const k = Float64Array.from(network.a, (_, e) => 0.5 + ((e * 5) % 11) / 10)
  const [inputs, targets, eta] = [Float64Array.of(5, 3), Float64Array.of(2, 1.5), 0.5]
  const kernel = new TapeKernel(makePlan(network, roles))
  kernel.solve(k, inputs, 0, targets, 0, eta)
  const contrast = new Float64Array(16)
  kernel.contrast(all(16), 16, contrast)

  const held = new Map([...roles.sources].map((node, s) => [node, inputs[s]]))
  roles.grounds.forEach((node) => held.set(node, 0))
  const free = voltages(network, k, held)
  const clampedHeld = new Map(held)
  roles.targets.forEach((node, o) =>
    clampedHeld.set(node, (1 - eta) * free[node] + eta * targets[o]),
  )
  const power = (conductance: Float64Array, fixed: Map<number, number>) => {
    const v = voltages(network, conductance, fixed)
    return conductance.reduce((sum, c, e) => sum + c * (v[network.a[e]] - v[network.b[e]]) ** 2, 0)
  }
  const excess = (conductance: Float64Array) =>
    power(conductance, clampedHeld) - power(conductance, held)
  for (let e = 0; e < 16; e++) {
    const h = 1e-5
    const moved = (by: number) => k.map((c, i) => (i === e ? c + by : c))
    const slope = (excess(moved(h)) - excess(moved(-h))) / (2 * h)
    expect(contrast[e]).toBeCloseTo(-slope, 7)
  }
})

test('the excess power over eta^2 tends to a finite limit as eta goes to 0', () => {
  const { network, roles } = lab()
  const k = new Float64Array(16).fill(1)
  const kernel = new TapeKernel(makePlan(network, roles))
  const contrast = new Float64Array(16)
  // P_C - P_F = sum k d (2 v + d); the part linear in d vanishes by Kirchhoff's law.
  const excess = (eta: number) => {
    kernel.solve(k, Float64Array.of(5, 3), 0, Float64Array.of(2, 1.5), 0, eta)
    kernel.contrast(all(16), 16, contrast)
    return -contrast.reduce((sum, c, e) => sum + k[e] * c, 0) / eta ** 2
  }
  expect(excess(1e-4)).toBeCloseTo(excess(1e-2), 6)
  expect(excess(1e-4)).toBeGreaterThan(0)
})

test('discrete: levels from a minimum are linear in R, or equal in ratio', () => {
  const from = { ...discrete, levels: 5, minResistanceOhm: 100, maxResistanceOhm: 1600 }
  const resistances = (spec: typeof from & { spacing?: 'linear' | 'logarithmic' }) =>
    [...new DiscreteRule(spec, 1).grid].map((k) => 1 / k).reverse()
  const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9))
  expect(resistances(from)).toEqual(close([100, 475, 850, 1225, 1600]))
  const taper = resistances({ ...from, spacing: 'logarithmic' })
  expect(taper).toEqual(close([100, 200, 400, 800, 1600]))
  const upside = () => new DiscreteRule({ ...from, minResistanceOhm: 1600 }, 1)
  expect(upside).toThrow(/1600 ohm/)
})

test('conductances that a network brings are where the rule starts', () => {
  const given = Float64Array.of(0.6, 1.2)
  expect([...makeRule(ideal, 2, 1, { given }).conductance]).toEqual([0.6, 1.2])
  const nearest = makeRule(discrete, 2, 1, { given: Float64Array.of(1 / 310, 1 / 790) })
  expect([...nearest.conductance].map((k) => Math.round(1 / k))).toEqual([300, 800])
})
