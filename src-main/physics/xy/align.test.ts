import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn } from '../testing/spins'
import { align, type Relaxing } from './align'
import { energy, largestTorque, makeField, setCouplings } from './field'
import { flow } from './flow'
import { makeGraph, sweepOrder } from './graph'
import { phasesOf, spinsOf } from './phases'

const how: Relaxing = { tolerance: 1e-11, sweeps: 100_000, omega: 1.5, warm: 5 }
const rest = { sweeps: 0, residual: 0 }
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('a sweep never raises the energy, whatever omega', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.51, max: 1.99, noNaN: true }), (seed, omega) => {
      const { field, order, s } = drawn(seed)
      let before = energy(field, s)
      for (let sweep = 0; sweep < 30; sweep++) {
        align(field, order, field.bias, s, { ...how, sweeps: 1, omega, warm: 0 }, rest)
        const after = energy(field, s)
        expect(after).toBeLessThanOrEqual(before + 1e-12 * (1 + Math.abs(before)))
        before = after
      }
    }),
    { numRuns: 60 },
  )
})

test('at rest no spin feels a torque above the tolerance, and all spins have length 1', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { field, order, s } = drawn(seed, 16)
      align(field, order, field.bias, s, how, rest)
      expect(rest.residual).toBeLessThan(how.tolerance)
      expect(largestTorque(field, order, s)).toBeLessThan(10 * how.tolerance)
      for (let i = 0; i < 16; i++) expect(Math.hypot(s[2 * i], s[2 * i + 1])).toBeCloseTo(1, 14)
    }),
    { numRuns: 40 },
  )
})

test('the sweep limit ends a relaxation, and the residual says that it is not at rest', () => {
  const { field, order, s } = drawn(4, 16)
  align(field, order, field.bias, s, { ...how, sweeps: 2 }, rest)
  expect(rest.sweeps).toBe(2)
  expect(rest.residual).toBeGreaterThan(1e-6)
})

test('alignment and the gradient flow reach the same minimum from the same basin', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { field, order, s } = drawn(seed, 8)
      // From a point on the flow's way, close enough to its end to be in its basin.
      const phase = phasesOf(s)
      flow(field, order, phase, 100, 0.05)
      const start = phase.slice()
      for (const i of order) start[i] += 1e-3 * (i % 2 === 0 ? 1 : -1)
      const aligned = spinsOf(start)
      align(field, order, field.bias, aligned, how, rest)
      const flowed = start.slice()
      const slope = flow(field, order, flowed, 300, 0.05)
      // A flow that crosses a saddle slowly is not at its end yet.
      fc.pre(slope < 1e-9)
      const reached = spinsOf(flowed)
      expect(Math.max(...reached.map((x, i) => Math.abs(x - aligned[i])))).toBeLessThan(1e-6)
      expect(energy(field, aligned)).toBeCloseTo(energy(field, reached), 10)
    }),
    { numRuns: 5 },
  )
})

test('two spins, one held: the other settles at the angle of the sum of its fields', () => {
  const field = makeField(makeGraph(2, Int32Array.of(0), Int32Array.of(1)))
  setCouplings(field, Float64Array.of(-0.7))
  field.bias.set([0, 0, 0.3, 0.4])
  const s = spinsOf([0.5, 2])
  align(field, Int32Array.of(1), field.bias, s, how, rest)
  const angle = Math.atan2(0.4 - 0.7 * Math.sin(0.5), 0.3 - 0.7 * Math.cos(0.5))
  expect(phasesOf(s)[1]).toBeCloseTo(angle, 12)
  const length = Math.hypot(0.3 - 0.7 * Math.cos(0.5), 0.4 - 0.7 * Math.sin(0.5))
  // The energy of both, the held one having no bias.
  expect(energy(field, s)).toBeCloseTo(-length, 12)
})

test('a ring of equal couplings keeps a winding number, with the energy -N W cos(2 pi m / N)', () => {
  const n = 12
  const ring = makeGraph(
    n,
    Int32Array.from({ length: n }, (_, i) => i),
    Int32Array.from({ length: n }, (_, i) => (i + 1) % n),
  )
  const field = makeField(ring)
  setCouplings(field, new Float64Array(n).fill(1.3))
  const order = sweepOrder(
    ring,
    Uint8Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0)),
  )
  for (const winding of [0, 1, 2]) {
    const step = (2 * Math.PI * winding) / n
    const s = spinsOf(Array.from({ length: n }, (_, i) => i * step + (i > 0 ? 0.1 * (i % 3) : 0)))
    align(field, order, field.bias, s, how, rest)
    expect(energy(field, s)).toBeCloseTo(-n * 1.3 * Math.cos(step), 10)
  }
})

test('turning all spins, inputs and biases by one angle turns the rest state by it', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: -3, max: 3, noNaN: true }), (seed, angle) => {
      const { field, order, s } = drawn(seed)
      const [c, d] = [Math.cos(angle), Math.sin(angle)]
      const turned = (v: Float64Array) =>
        v.map((_, k) => (k % 2 === 0 ? c * v[k] - d * v[k + 1] : d * v[k - 1] + c * v[k]))
      const other = turned(s)
      const few = { ...how, sweeps: 20 }
      align(field, order, turned(field.bias), other, few, rest)
      align(field, order, field.bias, s, few, rest)
      const expected = turned(s)
      expect(Math.max(...other.map((x, k) => Math.abs(x - expected[k])))).toBeLessThan(1e-9)
    }),
    { numRuns: 30 },
  )
})

test('turning spins round by pi with the signs of their couplings and biases changes nothing', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (seed, flips) => {
      const { field, coupling, order, s } = drawn(seed)
      const { a, b } = field.graph
      const sign = flips.map((flip) => (flip ? -1 : 1))
      const mirror = makeField(field.graph)
      setCouplings(
        mirror,
        coupling.map((w, e) => w * sign[a[e]] * sign[b[e]]),
      )
      const gauged = (v: Float64Array) => v.map((x, k) => x * sign[k >> 1])
      mirror.bias.set(gauged(field.bias))
      const other = gauged(s)
      align(field, order, field.bias, s, { ...how, sweeps: 40 }, rest)
      align(mirror, order, mirror.bias, other, { ...how, sweeps: 40 }, rest)
      expect(other).toEqual(gauged(s))
    }),
    { numRuns: 30 },
  )
})

test('no two joined spins have a colour on a square, and all free spins come once', () => {
  const edges: [number, number][] = []
  for (let r = 0; r < 5; r++)
    for (let c = 0; c < 5; c++) {
      if (c < 4) edges.push([5 * r + c, 5 * r + c + 1])
      if (r < 4) edges.push([5 * r + c, 5 * r + c + 5])
    }
  const graph = makeGraph(
    25,
    Int32Array.from(edges, ([i]) => i),
    Int32Array.from(edges, ([, j]) => j),
  )
  const order = sweepOrder(graph, new Uint8Array(25))
  expect([...order].sort((i, j) => i - j)).toEqual(Array.from({ length: 25 }, (_, i) => i))
  const black = (i: number) => (Math.floor(i / 5) + (i % 5)) % 2
  expect(new Set([...order.subarray(0, 13)].map(black)).size).toBe(1)
})
