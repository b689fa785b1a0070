import fc from 'fast-check'
import { expect, test } from 'vitest'
import { voltages } from '../testing/dense'
import { circuits, type Circuit } from '../testing/networks'
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

/** P = sum k dV^2 of a circuit with some nodes held, by dense solution. */
function power({ network }: Circuit, k: Float64Array, held: Map<number, number>): number {
  const v = voltages(network, k, held)
  return k.reduce((sum, c, e) => sum + c * (v[network.a[e]] - v[network.b[e]]) ** 2, 0)
}

/** What is held in both states; the clamped outputs at the values that they have now. */
function heldOf(circuit: Circuit, k: Float64Array, eta: number) {
  const { network, roles, inputs, targets } = circuit
  const free = new Map(Array.from(roles.sources, (node, s) => [node, inputs[s]]))
  roles.grounds.forEach((node) => free.set(node, 0))
  const clamped = new Map(free)
  const now = voltages(network, k, free)
  roles.targets.forEach((node, o) => clamped.set(node, (1 - eta) * now[node] + eta * targets[o]))
  return { free, clamped }
}

function contrastOf({ network, roles, inputs, targets }: Circuit, k: Float64Array, eta: number) {
  const kernel = new TapeKernel(makePlan(network, roles))
  kernel.solve(k, inputs, 0, targets, 0, eta)
  const contrast = new Float64Array(k.length)
  kernel.contrast(all(k.length), k.length, contrast)
  return contrast
}

/** Conductances over two decades: finite differences keep their digits. */
const evenly = ({ conductance }: Circuit) => conductance.map(Math.sqrt)

test('the ideal rule is -(alpha/eta) times the slope of P_C - P_F, outputs held', () =>
  fc.assert(
    fc.property(circuits, fc.constantFrom(0.05, 0.5, 1, 1.5), (circuit, eta) => {
      const k = evenly(circuit)
      const edges = k.length
      const { free, clamped } = heldOf(circuit, k, eta)
      const excess = (moved: Float64Array) =>
        power(circuit, moved, clamped) - power(circuit, moved, free)
      const scale = power(circuit, k, clamped) + power(circuit, k, free)
      // Bounds that no change reaches, from where a change still keeps eleven digits.
      const wide = { minConductance: 1, maxConductance: 1e5, initial: { low: 1e4, high: 1e4 } }
      const rule = new IdealRule({ ...ideal, ...wide, alpha: 1 }, edges, 1)
      rule.apply(all(edges), edges, contrastOf(circuit, k, eta), 1, eta, 1)
      for (let e = 0; e < edges; e++) {
        const h = 1e-3 * k[e]
        const at = (by: number) => excess(k.map((c, i) => (i === e ? c + by * h : c)))
        // Of fourth order: what it leaves out is below rounding.
        const slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
        const [change, expected] = [rule.conductance[e] - 1e4, -slope / eta]
        const rounding = 1e-11 + (1e-11 * scale) / (k[e] * eta)
        expect(Math.abs(change - expected)).toBeLessThanOrEqual(
          1e-7 * Math.abs(expected) + rounding,
        )
      }
    }),
    { numRuns: 40, seed: 23 },
  ))

test('the excess power over eta^2 is not negative and tends to a finite limit as eta goes to 0', () =>
  fc.assert(
    fc.property(circuits, (circuit) => {
      const k = evenly(circuit)
      const { free, clamped } = heldOf(circuit, k, 1)
      const whole = power(circuit, k, clamped) - power(circuit, k, free)
      // P_C - P_F = sum k d (2 v + d); the part linear in d vanishes by Kirchhoff's law.
      for (const eta of [1, 1e-2, 1e-4, 1e-6]) {
        const contrast = contrastOf(circuit, k, eta)
        const limit = -contrast.reduce((sum, c, e) => sum + k[e] * c, 0) / eta ** 2
        const rounding = (1e-13 * power(circuit, k, clamped)) / eta + 1e-20
        expect(Math.abs(limit - whole)).toBeLessThanOrEqual(1e-9 * whole + rounding)
      }
      expect(whole).toBeGreaterThanOrEqual(-1e-12 * power(circuit, k, clamped) - 1e-20)
    }),
    { numRuns: 100, seed: 24 },
  ))

test('ideal: learning rates may be given edge by edge', () => {
  const change = (spec: typeof ideal & { rateFactors?: number[]; rateVariation?: number }) => {
    const rule = makeRule(spec, 3, 1)
    const before = rule.conductance.slice()
    rule.apply(Int32Array.of(0, 1, 2), 3, Float64Array.of(1e-3, 1e-3, 1e-3), 1, 0.5, 1)
    return [...rule.conductance].map((k, e) => k - before[e])
  }
  const alike = change(ideal)
  const own = change({ ...ideal, rateVariation: 0.4, rateFactors: [0.5, 1, 3] })
  expect(own).toEqual([0.5, 1, 3].map((factor, e) => expect.closeTo(factor * alike[e], 14)))
  expect(() => change({ ...ideal, rateFactors: [1, 2] })).toThrow(/2 factors are given for 3 edges/)
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
