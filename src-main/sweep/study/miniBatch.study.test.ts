import { expect, test } from 'vitest'
import { miniBatch } from './miniBatch'
import { sizesFor } from './testing/form'
import { inlineLab } from './testing/lab'

test('the covariance of one update is that of the formulas, and the claim is judged on what moves', async () => {
  const sizes = sizesFor(miniBatch, { seeds: 6 })
  const { criteria, verdict, tables } = await miniBatch.make(sizes, inlineLab)
  const [frobenius, zeros, claim] = criteria
  expect(frobenius.value).toBeLessThanOrEqual(0.05)
  expect(zeros.value).toBeLessThanOrEqual(4)
  // Eighteen points, and there are entries predicted 0 at all of them.
  expect(tables[0].rows.map((row) => row[5]).every((count) => Number(count) > 0)).toBe(true)
  expect(verdict.holds).toBe(claim.value === 1)
  // Under the ideal rule masks fade with the gradient, and the largest batch below all still moves more.
  const ideal = tables[1].rows
  const moved = (label: string) => Number(ideal.find(([name]) => name === label)?.[3])
  expect(moved('p = 0.5')).toBeLessThan(moved('b = 10'))
  expect(moved('b = 10')).toBeLessThan(moved('b = 1'))
  expect(verdict.sentence).toContain('Under the discrete rule')
})
