import { describe, expect, it } from 'vitest'
import { expectedLaw, exponentialLaw, fixedLaw, geometricLaw, pooledLaw, sweepLaw } from './laws'

const sum = (law: Float64Array) => law.reduce((a, b) => a + b, 0)

/** A small generator of our own: the test is the same every time. */
function generator(seed: number) {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

/** Histogram of intervals when edge e updates with probability p_e on each step. */
function simulate(probabilities: number[], steps: number, length: number): Float64Array {
  const random = generator(7)
  const counts = new Float64Array(length)
  const last = probabilities.map(() => 0)
  for (let step = 1; step <= steps; step++) {
    probabilities.forEach((p, e) => {
      if (random() >= p) return
      if (last[e] > 0) counts[Math.min(length - 1, step - last[e])]++
      last[e] = step
    })
  }
  return counts.map((c) => c / sum(counts))
}

const distance = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((value, n) => Math.abs(value - b[n])))

describe('interval laws', () => {
  it('sum to one with the tail in the last place', () => {
    const laws = [
      geometricLaw(0.25, 12),
      geometricLaw(1, 12),
      pooledLaw([0.1, 0.5, 1, 0], 12),
      pooledLaw([1, 1], 2),
      sweepLaw(16, 40),
      sweepLaw(16, 20),
      fixedLaw(3, 12),
      fixedLaw(30, 12),
    ]
    for (const law of laws) expect(sum(law)).toBeCloseTo(1, 12)
  })

  it('never expect an interval of zero steps', () => {
    expect([geometricLaw(0.5, 8)[0], pooledLaw([0.5], 8)[0], sweepLaw(4, 8)[0]]).toEqual([0, 0, 0])
  })

  it('follow a simulation of equal and of unequal rates', () => {
    expect(distance(simulate([0.3, 0.3], 100_000, 20), geometricLaw(0.3, 20))).toBeLessThan(0.01)
    const rates = [0.1, 0.3, 0.9]
    expect(distance(simulate(rates, 100_000, 20), pooledLaw(rates, 20))).toBeLessThan(0.01)
  })

  it('follow a simulation of sweeps', () => {
    const [edges, length] = [6, 14]
    const random = generator(3)
    const counts = new Float64Array(length)
    const last = new Array<number>(edges).fill(0)
    let step = 0
    for (let pass = 0; pass < 20_000; pass++) {
      const order = Array.from({ length: edges }, (_, e) => e)
      for (let i = edges - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1))
        ;[order[i], order[j]] = [order[j], order[i]]
      }
      for (const edge of order) {
        step++
        if (last[edge] > 0) counts[step - last[edge]]++
        last[edge] = step
      }
    }
    const measured = counts.map((c) => c / sum(counts))
    expect(distance(measured, sweepLaw(edges, length))).toBeLessThan(0.01)
  })

  it('pool equal rates into the geometric law', () => {
    expect(distance(pooledLaw([0.2, 0.2, 0.2], 30), geometricLaw(0.2, 30))).toBeLessThan(1e-12)
  })

  it('describe Poisson clocks in time: the pooled mixture of exponentials', () => {
    const random = generator(5)
    const rates = [0.5, 2, 4]
    const counts = new Float64Array(60)
    let total = 0
    rates.forEach((rate) => {
      // Each edge rings in proportion to its rate.
      for (let n = 0; n < 40_000 * rate; n++, total++) {
        const interval = -Math.log(1 - random()) / rate
        counts[Math.min(59, Math.floor(interval / 0.1))]++
      }
    })
    const law = exponentialLaw(rates, 0.1, 60)
    expect(sum(law)).toBeCloseTo(1, 12)
    law.forEach((p, n) =>
      expect(Math.abs(counts[n] - total * p)).toBeLessThan(5 * Math.sqrt(total * p) + 5),
    )
  })

  it('know the period of a synchronous and of a block schedule', () => {
    const rates = new Float64Array(16)
    expect(expectedLaw({ kind: 'synchronous' }, rates, 8).law[1]).toBe(1)
    expect(
      expectedLaw({ kind: 'block', blocks: 4, members: 'fixed', compensate: false }, rates, 8)
        .law[4],
    ).toBe(1)
  })
})
