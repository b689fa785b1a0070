import { expect, test } from 'vitest'
import { Draws, RandomStream, purposes, threshold, type Purpose } from './index'

/** Chi-square divided into its 99.99 % point by Wilson and Hilferty: above 1 is a failure. */
function chiSquare(counts: number[], expected: number[]): number {
  const statistic = counts.reduce((sum, n, i) => sum + (n - expected[i]) ** 2 / expected[i], 0)
  const freedom = counts.length - 1
  const limit = freedom * (1 - 2 / (9 * freedom) + 3.719 * Math.sqrt(2 / (9 * freedom))) ** 3
  return statistic / limit
}

test('a word depends on seed, purpose, block and index alone', () => {
  const stream = new RandomStream(7, 'batch').seek(5)
  const before = stream.word(3)
  stream.seek(123456789012).word(9)
  expect(stream.seek(5).word(3)).toBe(before)
  expect(new RandomStream(7, 'batch').seek(5).word(3)).toBe(before)
  expect(new RandomStream(8, 'batch').seek(5).word(3)).not.toBe(before)
})

test('the words are these on every runtime', () => {
  const stream = new RandomStream(1, 'schedule').seek(2 ** 40 + 1)
  expect([0, 1, 2].map((i) => stream.word(i))).toMatchInlineSnapshot(`
    [
      213449698,
      2180058060,
      174035944,
    ]
  `)
})

test.each(Object.keys(purposes) as Purpose[])('bytes of the stream %s are uniform', (purpose) => {
  const counts = new Array<number>(256).fill(0)
  const stream = new RandomStream(3, purpose)
  for (let block = 0; block < 4000; block++) {
    stream.seek(block)
    for (let i = 0; i < 16; i++) {
      const word = stream.word(i)
      for (let shift = 0; shift < 32; shift += 8) counts[(word >>> shift) & 255]++
    }
  }
  expect(chiSquare(counts, new Array<number>(256).fill(1000))).toBeLessThan(1)
})

test('words of neighbouring blocks, indices and seeds are not related', () => {
  // Pairs of 4-bit pieces fill a 16 x 16 table evenly.
  const neighbours: ((i: number) => [number, number])[] = [
    (i) => [
      new RandomStream(1, 'schedule').seek(i).word(4),
      new RandomStream(1, 'schedule').seek(i + 1).word(4),
    ],
    (i) => [
      new RandomStream(1, 'schedule').seek(i).word(4),
      new RandomStream(1, 'schedule').seek(i).word(5),
    ],
    (i) => [
      new RandomStream(i, 'schedule').seek(9).word(4),
      new RandomStream(i + 1, 'schedule').seek(9).word(4),
    ],
    (i) => [
      new RandomStream(i, 'batch').seek(9).word(4),
      new RandomStream(i, 'schedule').seek(9).word(4),
    ],
  ]
  for (const pair of neighbours)
    for (const shift of [0, 28]) {
      const counts = new Array<number>(256).fill(0)
      for (let i = 0; i < 51200; i++) {
        const [a, b] = pair(i)
        counts[(((a >>> shift) & 15) << 4) | ((b >>> shift) & 15)]++
      }
      expect(chiSquare(counts, new Array<number>(256).fill(200))).toBeLessThan(1)
    }
})

test('choosing takes the indices whose word is below the limit', () => {
  const stream = new RandomStream(5, 'schedule').seek(77)
  const out = new Int32Array(100)
  const limit = threshold(0.3)
  const expected = Array.from({ length: 100 }, (_, i) => i).filter((i) => stream.word(i) < limit)
  expect([...out.subarray(0, stream.choose(100, limit, out))]).toEqual(expected)
})

test('probability 1 takes every index', () => {
  const stream = new RandomStream(5, 'schedule')
  const out = new Int32Array(64)
  for (let block = 0; block < 1000; block++)
    expect(stream.seek(block).choose(64, threshold(1), out)).toBe(64)
})

test('Gaussian draws have mean 0, variance 1, skewness 0 and kurtosis 3', () => {
  const draws = new Draws(11, 'noise')
  const n = 200_000
  const sums = [0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const g = draws.gaussian()
    for (let k = 0; k < 4; k++) sums[k] += g ** (k + 1)
  }
  // Five standard errors: variances of g, g^2, g^3 and g^4 are 1, 2, 15 and 96.
  const expected = [0, 1, 0, 3]
  const variance = [1, 2, 15, 96]
  sums.forEach((sum, k) =>
    expect(Math.abs(sum / n - expected[k])).toBeLessThan(5 * Math.sqrt(variance[k] / n)),
  )
})

test('a shuffle gives every order of four equally often', () => {
  const seen = new Map<string, number>()
  const draws = new Draws(2, 'split')
  for (let i = 0; i < 24_000; i++) {
    const items = Int32Array.of(0, 1, 2, 3)
    draws.shuffle(items)
    seen.set(items.join(), (seen.get(items.join()) ?? 0) + 1)
  }
  expect(seen.size).toBe(24)
  expect(chiSquare([...seen.values()], new Array<number>(24).fill(1000))).toBeLessThan(1)
})
