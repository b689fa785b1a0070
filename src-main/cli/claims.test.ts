import { expect, test } from 'vitest'
import { claims } from './claims'
import { claimText } from './claimsText'

test('the claims about learning hold on 30 fresh seeds', async () => {
  const shares: number[] = []
  const results = await claims({ onProgress: (done) => shares.push(done) })
  for (const result of results) {
    expect(result.rows).toHaveLength(30)
    expect(result.pass, claimText(result)).toBe(true)
  }
  expect(shares.at(-1)).toBe(1)
})

test('quick claims take the first ten of the seeds, and the same numbers', async () => {
  const [iris, discrete] = await claims({ quick: true })
  expect(iris.seeds).toEqual([2001, 2010])
  expect(discrete.rows.map(([seed]) => seed)).toEqual(iris.rows.map(([seed]) => seed))
})

test('the text of a claim shows every run, the bound and the verdict', () => {
  const text = claimText({
    id: 'x',
    claim: 'Water is wet',
    seeds: [1, 2],
    columns: ['wetness'],
    rows: [
      [1, 0.5],
      [2, 0.00012],
    ],
    measures: [{ name: 'median', value: 0.25006, bound: { relation: '>=', than: 0.3 } }],
    pass: false,
  })
  expect(text).toContain('1.20e-4')
  expect(text).toContain('(needed >= 0.3000)')
  expect(text.endsWith('FAIL')).toBe(true)
})
