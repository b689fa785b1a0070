import { expect, test } from 'vitest'
import { clocks } from './clocks'
import { damage } from './damage'
import { speed } from './speed'
import { sizesFor } from './testing/form'
import { inlineLab } from './testing/lab'

test('clocks at the edges are compared with steps by pairs, at equal and at spread rates', async () => {
  const sizes = sizesFor(clocks, { seeds: 16 })
  const { criteria, verdict, tables, gaps } = await clocks.make(sizes, inlineLab)
  expect(tables).toHaveLength(2)
  for (const { rows } of tables) {
    expect(rows.map(([schedule]) => schedule)).toContain('clocks, rates spread')
    for (const [, median] of rows) expect(Number(median)).toBeGreaterThan(0)
  }
  // Slow edges of spread rates have had too few updates: under the ideal rule that is seen at once.
  const spread = criteria.find(({ name }) => name.includes('ideal rule: spread clocks'))
  expect(spread?.value).toBeGreaterThan(1.5)
  const judged = criteria.filter(({ holds }) => holds !== null)
  expect(verdict.holds).toBe(judged.every(({ holds }) => holds))
  expect(gaps).toEqual([])
})

test('edges are cut in every run, the error jumps and is learned down again', async () => {
  const sizes = sizesFor(damage, { tasks: 8, sequences: 2 })
  const { tables, verdict, figures } = await damage.make(sizes, inlineLab)
  const rows = tables[0].rows
  expect(rows).toHaveLength(4 * 5)
  const cut = rows.filter(([p, cuts]) => p === 1 && Number(cuts) > 0)
  const risen = cut.filter(([, , thrown, settled]) => Number(thrown) > Number(settled))
  expect(risen.length).toBeGreaterThanOrEqual(3)
  // The looks before a cut see nothing of it, or a sixteenth of its jump would be in their mean.
  expect(Number(rows[0][3])).toBeLessThan(Number(cut[0][2]) / 20)
  expect(verdict.sentence).toMatch(/recovers better/)
  expect(figures.map(({ kind }) => kind)).toEqual(['bands', 'spread', 'pairs'])
})

test('the time of a step is measured against the size and held against the laboratory', async () => {
  const sizes = { repeats: 2, ms: 20, rows: [3, 6, 12], laboratoryStepS: 1e3 }
  const { tables, verdict } = await speed.make(sizes, inlineLab)
  expect(tables[0].rows.map(([edges]) => edges)).toEqual([12, 60, 264])
  expect(verdict).toMatchObject({ holds: null })
  expect(verdict.sentence).toContain('Up to 264 edges this computer is faster')
  const slow = await speed.make({ ...sizes, laboratoryStepS: 1e-12 }, inlineLab)
  expect(slow.verdict.sentence).toContain('is faster than this computer')
})
