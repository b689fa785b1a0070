import { expect, test } from 'vitest'
import {
  bootstrapMean,
  bootstrapMeans,
  bootstrapMedian,
  compareCovariance,
  covarianceOf,
  eigenvalues,
  fairCoins,
  medianUpperBound,
  pairedRatio,
  powerOfBound,
  proportion,
  quantile,
  Resampler,
  seedsForPower,
  signTest,
  spreadOf,
} from './index'

// Numbers without another source are of SciPy 1.10.1 and NumPy 1.24.2.
const values = Array.from({ length: 40 }, (_, i) => ((i * 7919) % 101) / 10 + ((i * i) % 13) / 7)

test('quantiles interpolate as NumPy does', () => {
  expect(spreadOf(values)).toEqual({
    lowerQuartile: expect.closeTo(3.314285714285714, 12),
    median: expect.closeTo(5.714285714285714, 12),
    upperQuartile: expect.closeTo(8.457142857142857, 12),
  })
  expect(quantile([3, 1, 2, 4], 0.5)).toBe(2.5)
  expect(quantile([10, 20, 30], 0.1)).toBeCloseTo(12)
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity)
  expect(() => quantile([], 0.5)).toThrow(RangeError)
})

test('the law of fair coins is exact in the middle and in the tails', () => {
  const sixty = fairCoins(60)
  expect(sixty[0] / 8.673617379884035e-19).toBeCloseTo(1, 12)
  expect(sixty[30]).toBeCloseTo(0.1025781730085695, 14)
  expect(fairCoins(2000)[1000]).toBeCloseTo(0.017839011145854313, 13)
  expect(fairCoins(101).reduce((a, b) => a + b)).toBeCloseTo(1, 13)
})

test('the sign test is the exact binomial test of both sides', () => {
  const signs = (below: number, n: number) =>
    signTest(Array.from({ length: n }, (_, i) => (i < below ? -1 : 1)))
  expect(signs(3, 20).p).toBeCloseTo(0.0025768280029296875, 15)
  expect(signs(23, 60).p).toBeCloseTo(0.09246098107292373, 13)
  expect(signs(0, 5).p).toBeCloseTo(0.0625, 15)
  expect(signs(480, 1000).p).toBeCloseTo(0.2174482932041409, 12)
  expect(signs(10, 20).p).toBe(1)
  expect(signTest([0, 0, -1, 2])).toMatchObject({ below: 1, above: 1, ties: 2, p: 1 })
  expect(signTest([0, 0])).toMatchObject({ ties: 2, p: 1 })
})

test('the upper bound of a median is the order statistic that the binomial law says', () => {
  const ranks = (n: number) => medianUpperBound(Array.from({ length: n }, (_, i) => n - i))
  expect([10, 30, 60, 61, 100].map(ranks)).toEqual([9, 20, 37, 38, 59])
  expect(ranks(4)).toBe(Infinity)
})

test('the bound covers the median of a skewed law at its level', () => {
  const random = new Resampler(5)
  let covered = 0
  for (let t = 0; t < 2000; t++) {
    const draws = Array.from({ length: 25 }, () => -Math.log((random.word() + 0.5) / 2 ** 32))
    if (medianUpperBound(draws) >= Math.LN2) covered++
  }
  // Exactly 0.9461 or more at 25 values; four standard errors of 2000 trials are 0.02.
  expect(covered / 2000).toBeGreaterThan(0.935)
})

test('the bootstrap interval of a median agrees with that of SciPy, and is the same every time', () => {
  const interval = bootstrapMedian(values)
  expect(interval.median).toBeCloseTo(5.714285714285714, 12)
  expect(interval.low).toBeCloseTo(4.357, 1)
  expect(interval.high).toBeCloseTo(7.264, 1)
  expect(bootstrapMedian(values)).toEqual(interval)
  expect(bootstrapMedian([2, 2, 2])).toEqual({ median: 2, low: 2, high: 2 })
})

test('a bootstrap interval covers the median of even and odd samples nine times in ten or more', () => {
  const random = new Resampler(11)
  for (const n of [31, 40]) {
    let covered = 0
    for (let t = 0; t < 300; t++) {
      const draws = Array.from({ length: n }, () => random.word() / 2 ** 32)
      const { low, high } = bootstrapMedian(draws, { resamples: 400, seed: t })
      if (low <= 0.5 && high >= 0.5) covered++
    }
    expect(covered / 300).toBeGreaterThan(0.88)
  }
})

test('paired ratios tell which treatment is lower and whether 1 is excluded', () => {
  const references = values.map((value) => value + 1)
  const halves = references.map((value, i) => value * (0.4 + 0.2 * (i / references.length)))
  const better = pairedRatio(halves, references)
  expect(better).toMatchObject({ pairs: 40, holdsOne: false })
  expect(better.sign).toMatchObject({ below: 40, above: 0 })
  expect(better.high).toBeLessThan(0.6)
  const same = pairedRatio([0, ...references], [0, ...references])
  expect(same).toMatchObject({ median: 1, low: 1, high: 1, holdsOne: true })
  expect(same.sign.ties).toBe(41)
})

test('power rises with the number of pairs, and the least number that has it is chosen', () => {
  const wide = Array.from({ length: 41 }, (_, i) => Math.exp((i - 20) / 40))
  const [few, many] = [20, 200].map((n) => powerOfBound(wide, n, 1.1))
  expect(few).toBeLessThan(many)
  expect(many).toBeGreaterThan(0.5)
  const tight = wide.map((r) => r ** 0.05)
  expect(seedsForPower([tight], [20, 40], 1.1)).toEqual({ seeds: 20, power: 1 })
  expect(seedsForPower([tight, [2, 2, 2]], [20, 40], 1.1)).toEqual({ seeds: 40, power: 0 })
})

test('eigenvalues of a symmetric matrix are those that NumPy finds', () => {
  const matrix = [4, 1, -2, 0.5, 1, 3, 0, 0.25, -2, 0, 2, 1, 0.5, 0.25, 1, 5]
  const expected = [5.532105524139386, 5.327270639317224, 2.734192703387352, 0.40643113315603585]
  eigenvalues(matrix).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12))
  expect([...eigenvalues([1, 0, 0, 3])]).toEqual([3, 1])
  expect(() => eigenvalues([1, 2, 3])).toThrow(RangeError)
})

test('the covariance of samples is that of NumPy, divided by their number', () => {
  const rows = Array.from({ length: 12 }, (_, i) =>
    [0, 1, 2].map((j) => ((i * (j + 3) * 37) % 17) / 4),
  )
  const { mean, covariance } = covarianceOf(rows)
  expect([...mean]).toEqual([
    1.75,
    expect.closeTo(1.9791666666666667, 12),
    expect.closeTo(2.2083333333333335, 12),
  ])
  expect(covariance[0]).toBeCloseTo(1.4479166666666665, 12)
  expect(covariance[5]).toBeCloseTo(-0.0633680555555556, 12)
})

test('independent coins have the covariance of their law: 0 off the diagonal within four errors', () => {
  const random = new Resampler(3)
  const edges = 6
  const p = 0.3
  const rows = Array.from({ length: 20_000 }, () =>
    Float64Array.from({ length: edges }, (_, e) => (random.word() / 2 ** 32 < p ? e + 1 : 0)),
  )
  const predicted = new Float64Array(edges * edges)
  for (let e = 0; e < edges; e++) predicted[e * edges + e] = p * (1 - p) * (e + 1) ** 2
  const found = compareCovariance(covarianceOf(rows), predicted)
  expect(found.zeros).toBe(15)
  expect(found.beyondFour).toBe(0)
  expect(found.worstZero).toBeGreaterThan(0)
  expect(found.frobenius).toBeLessThan(0.05)
  const wrong = compareCovariance(
    covarianceOf(rows.map((row) => row.map((x) => x + row[0]))),
    predicted,
  )
  expect(wrong.beyondFour).toBe(15)
})

test('the interval of a share is that of SciPy (Wilson)', () => {
  expect(proportion(18, 20)).toEqual({
    share: 0.9,
    low: expect.closeTo(0.6989663547715128, 12),
    high: expect.closeTo(0.9721335187862319, 12),
  })
  expect(proportion(20, 20).low).toBeCloseTo(0.8388748419471808, 12)
  expect(proportion(7, 40).high).toBeCloseTo(0.31949990331787714, 12)
  expect(proportion(0, 10).low).toBe(0)
  expect(() => proportion(0, 0)).toThrow(RangeError)
})

test('the bootstrap of a mean is as wide as the law of means says, and rows stay together', () => {
  const { value, low, high } = bootstrapMean(values)
  const mean = values.reduce((sum, one) => sum + one) / 40
  const error = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 40 / 40)
  expect(value).toBeCloseTo(mean, 12)
  expect((high - low) / (2 * 1.96 * error)).toBeCloseTo(1, 1)
  // A column less itself is always 0: a row is drawn whole.
  const same = bootstrapMeans([values, values], ([a, b]) => a - b)
  expect([same.value, same.low, same.high]).toEqual([0, 0, 0])
  expect(() => bootstrapMean([])).toThrow(RangeError)
})
