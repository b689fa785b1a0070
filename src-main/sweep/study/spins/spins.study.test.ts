import type { SweepRow } from '@contract'
import { expect, test } from 'vitest'
import { Sweep } from '../../plan/sweep'
import type { Lab, Study } from '../study'
import { sizesFor } from '../testing/form'
import { inlineLab } from '../testing/lab'
import { spinsDesync } from './desync'
import { spinsDistance } from './distance'
import { spinsLocal } from './local'
import { spinsSkips } from './skips'

const full = process.env['STUDY_FORM'] === 'full'

/** Made as the test runs it; every run of it must have been done. */
async function made<Sizes>(study: Study<Sizes>, shrunken: Partial<Sizes>) {
  const rows: SweepRow[] = []
  const lab: Lab = {
    ...inlineLab,
    async runs(plan) {
      const done = await inlineLab.runs(plan)
      rows.push(...done)
      expect(done).toHaveLength(new Sweep(plan).count)
      return done
    },
  }
  const findings = await study.make(sizesFor(study, shrunken), lab)
  expect(rows.filter(({ state }) => state === 'failed')).toEqual([])
  const judged = findings.criteria.filter(({ holds }) => holds !== null)
  expect(judged.length).toBeGreaterThan(0)
  expect(findings.verdict.holds).toBe(judged.every(({ holds }) => holds))
  return { ...findings, rows }
}

test('distance: steps grow with the bonds between inputs and output', async () => {
  const shrunken = { seeds: 5, sides: [5, 6], bonds: [2, 4], mostSteps: 2000 }
  const { criteria, tables, figures } = await made(spinsDistance, shrunken)
  expect(criteria[0].value).toBeGreaterThan(1.5)
  expect(figures.map(({ kind }) => kind)).toEqual(['spread', 'bands'])
  if (full) return
  expect(tables[0].rows.map(([label, couplings]) => [label, couplings])).toEqual([
    ['5 x 5, 2 bonds', 40],
    ['5 x 5, 4 bonds', 40],
    ['6 x 6, 2 bonds', 60],
    ['6 x 6, 4 bonds', 60],
  ])
})

test('skip length: long skip bonds take corners fewer steps than as many short ones', async () => {
  const shrunken = { seeds: 5, side: 4, lengths: [2, 4], mostSteps: 2000 }
  const { tables, rows, verdict } = await made(spinsSkips, shrunken)
  const [none, ...skips] = tables[0].rows.map(([, couplings]) => couplings)
  expect(new Set(skips)).toEqual(new Set([Number(none) + 8]))
  // A run ends where it has learned, or is given up.
  for (const row of rows)
    if (row.state === 'finished') {
      const { endedBy, trainError } = row.result
      expect(trainError < 0.01 ? 'error' : 'bound').toBe(endedBy)
    }
  expect(verdict.sentence).toContain('without skip bonds')
})

test('out of step: equal expected updates are compared, by pairs with one beginning', async () => {
  const shrunken = { seeds: 6, probabilities: [1, 0.25], mostUpdates: 1500 }
  const { tables, rows, criteria } = await made(spinsDesync, shrunken)
  const networks = new Set(tables[0].rows.map(([name]) => name))
  expect(networks.size).toBe(3)
  // All joined and layered, nearly every run learns whatever its schedule.
  for (const [name, , learned] of tables[0].rows)
    if (!String(name).startsWith('lattice')) expect(learned).not.toMatch(/^0 /)
  const finished = rows.flatMap((row) => (row.state === 'finished' ? [row] : []))
  const begins = (seed: number, cell: number) =>
    finished.find((row) => row.seed === seed && row.cell[0] === cell)?.result.curve.trainError[0]
  const { seed } = finished[0]
  expect(begins(seed, 1)).toBe(begins(seed, 0))
  for (const { result } of finished) expect(result.updates).toBeLessThanOrEqual(full ? 1e4 : 1500)
  expect(criteria.length % 2).toBe(0)
})

test('local or dense: on Iris both have exactly as many couplings', async () => {
  const shrunken = { seeds: 3, steps: 120 }
  const { tables, figures, gaps } = await made(spinsLocal, shrunken)
  const iris = tables[0].rows.filter(([task]) => task === 'Iris')
  for (let pair = 0; pair < iris.length; pair += 2) expect(iris[pair][2]).toBe(iris[pair + 1][2])
  // Better than the third that guessing gets right.
  for (const [, name, , , accuracy] of iris)
    expect(Number(accuracy), String(name)).toBeGreaterThan(0.5)
  expect(figures).toHaveLength(full ? 4 : 2)
  expect(gaps.some((gap) => gap.startsWith('Digits'))).toBe(!full)
})
