import { expect, test } from 'vitest'
import { discrete } from './discrete'
import { sizesFor } from './testing/form'
import { inlineLab } from './testing/lab'

test('on 128 levels p = 0.25 has at most 0.7 of the error at p = 1, and the controls say why', async () => {
  const sizes = sizesFor(discrete, { tasks: 60, levels: [128] })
  const { criteria, verdict, tables, figures } = await discrete.make(sizes, inlineLab)
  const judged = criteria.filter(({ holds }) => holds !== null)
  expect(judged.map(({ holds }) => holds)).toEqual([true, true])
  expect(judged[0].value).toBeLessThanOrEqual(0.7)
  expect(judged[1].value).toBeLessThan(1)
  expect(verdict.sentence).toContain('60 paired tasks')
  // Both measures against all three controls, judged by nobody.
  expect(criteria.filter(({ holds }) => holds === null)).toHaveLength(6)
  for (const control of ['the finer grid', 'the random group', 'the groups in turn'])
    expect(verdict.sentence).toContain(control)
  const cycles = tables[tables.length - 1]
  const [, , caught, length] = cycles.rows[0]
  expect(Number(String(caught).split(' ')[0])).toBeGreaterThan(50)
  expect(length).toBe(2)
  expect(figures.map(({ kind }) => kind)).toEqual(['spread', 'spread', 'pairs', 'bands'])
})
