import { describe, expect, it } from 'vitest'
import { chiSquareTail, logGamma, upperGamma } from './gamma'
import { goodnessLabel, goodnessOfFit } from './goodness'
import { fixedLaw, geometricLaw, sweepLaw } from './laws'

/** A generator of uniform numbers for tests (mulberry32, T. Ettinger, public domain). */
function uniform(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function geometricCounts(p: number, draws: number, length: number, seed: number): Uint32Array {
  const next = uniform(seed)
  const counts = new Uint32Array(length)
  for (let i = 0; i < draws; i++) {
    let n = 1
    while (next() >= p) n++
    counts[Math.min(n, length - 1)]++
  }
  return counts
}

describe('the incomplete gamma function', () => {
  it('agrees with known values', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12)
    for (const x of [0.1, 1, 3, 20]) expect(upperGamma(1, x)).toBeCloseTo(Math.exp(-x), 13)
    // Two degrees of freedom: exp(-x/2); tables for the others.
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 10)
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 10)
    expect(chiSquareTail(124.34211340400407, 100)).toBeCloseTo(0.05, 10)
    expect(chiSquareTail(0, 7)).toBe(1)
  })
})

describe('the goodness of fit', () => {
  it('gives p values that are uniform where the law holds', () => {
    const law = geometricLaw(0.3, 200)
    const ps = Array.from({ length: 200 }, (_, seed) => {
      const fit = goodnessOfFit(geometricCounts(0.3, 3000, 200, seed), law, 1, 'bernoulli')
      if (fit.kind !== 'tested') throw new Error(fit.kind)
      return fit.p
    })
    // Kolmogorov and Smirnov: 1.63 / sqrt(200) at 1 %.
    const sorted = ps.sort((a, b) => a - b)
    const distance = Math.max(...sorted.map((p, i) => Math.abs(p - (i + 0.5) / 200)))
    expect(distance).toBeLessThan(0.115)
  })

  it('rejects another law', () => {
    const counts = geometricCounts(0.35, 3000, 200, 1)
    const fit = goodnessOfFit(counts, geometricLaw(0.3, 200), 1, 'bernoulli')
    expect(fit.kind === 'tested' && fit.p).toBeLessThan(1e-4)
    expect(goodnessLabel(fit)).toContain('p < 0.001')
  })

  it('is no test where nothing is random, where edges wait for each other, or of few intervals', () => {
    const every = Uint32Array.of(0, 0, 0, 40, 2)
    const fixed = goodnessOfFit(every, fixedLaw(3, 5), 4, 'block')
    expect(fixed).toEqual({ kind: 'fixed', off: 2, total: 42 })
    expect(goodnessOfFit(every, sweepLaw(4, 5), 4, 'sweep').kind).toBe('dependent')
    const few = goodnessOfFit(
      geometricCounts(0.5, 400, 20, 1),
      geometricLaw(0.5, 20),
      16,
      'bernoulli',
    )
    expect(few).toEqual({ kind: 'few', total: 400, needed: 512 })
  })
})
