import { expect, test } from 'vitest'
import { idealCost } from './idealCost'
import { sizesFor } from './testing/form'
import { inlineLab } from './testing/lab'

test('in the ideal system the error is no more than 1.1 times that at p = 1, by equivalence', async () => {
  const sizes = sizesFor(idealCost, { pilot: 16, seeds: [90] })
  const { criteria, verdict, tables, figures, gaps } = await idealCost.make(sizes, inlineLab)
  expect(criteria).toHaveLength(12)
  for (const one of criteria) expect(one.value, one.name).toBeLessThanOrEqual(1.1)
  expect(verdict.holds).toBe(true)
  expect(verdict.sentence).toContain('costs nothing that can be seen')
  expect(figures).toHaveLength(9)
  // Desynchronising is no no-op: errors differ from seed to seed.
  const ratios = figures.flatMap((figure) => (figure.kind === 'pairs' ? figure.groups : []))
  for (const { values } of ratios)
    expect(new Set(values.map(({ value }) => value)).size).toBeGreaterThan(5)
  expect(tables[1].rows.map(([task]) => task)).toEqual(['allostery', 'regression', 'Iris'])
  expect(gaps.filter((gap) => gap.includes('failed'))).toEqual([])
})
