import { describe, expect, it } from 'vitest'
import { ruleSchema, sweepPlanSchema, type SweepPlan, type SweepRow } from '@contract'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sweepFigures, type WantedFigures } from './figures'

const preset = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../resources/presets/iris-penn16.json'), 'utf8'),
) as { config: object }

const plan: SweepPlan = sweepPlanSchema.parse({
  base: preset.config,
  axes: [
    { kind: 'list', path: 'schedule.probability', values: [0.25, 1] },
    { kind: 'list', path: 'batch.size', values: [1, 4] },
  ],
  seeds: { first: 1, count: 8 },
})

/** A run whose error is known: p and b say it, the seed spreads it. */
function row(index: number): SweepRow {
  const seed = 1 + (index % 8)
  const cell = [Math.floor(index / 16), Math.floor(index / 8) % 2]
  const trainError = (cell[0] === 0 ? 1 : 2) * (cell[1] + 1) * (1 + seed / 100)
  const curve = {
    step: [0, 10, 100],
    updates: [0, 5, 50],
    trainError: [9, 3, trainError],
    testError: null,
    bestTrainError: [9, 3, trainError],
    bestTestError: null,
  }
  return {
    state: 'finished',
    run: `run-${index}`,
    index,
    cell,
    seed,
    result: {
      ...{ steps: 100, updates: 50, endedBy: 'steps', trainError, testError: null },
      ...{ trainAccuracy: null, testAccuracy: null, bestTrainError: trainError, bestStep: 100 },
      ...{ bestTestError: null, lateTrainError: trainError, lateTestError: null, cycle: null },
      ...{ hash: '', curve, followed: null, seconds: 1, problems: [] },
    },
  }
}

const rows = Array.from({ length: 32 }, (_, index) => row(index))
const wanted: WantedFigures = { measure: 'train', along: 0, by: 1, reference: null }

describe('the figures of a sweep', () => {
  it('gives errors in V², those of spins and of both together without a unit', () => {
    const said = (of: SweepPlan) => JSON.stringify(sweepFigures(of, rows, wanted))
    expect(said(plan).match(/"training error \(V²\)"/g)).toHaveLength(3)
    const base = { ...plan.base, rule: ruleSchema.parse({ kind: 'xy' }) }
    expect(said({ ...plan, base })).not.toContain('V²')
    expect(said({ ...plan, base }).match(/"training error"/g)).toHaveLength(3)
    const both = { kind: 'list', path: 'rule.kind', values: ['ideal', 'xy'] } as const
    expect(
      said({ ...plan, axes: [...plan.axes, { ...both, values: [...both.values] }] }),
    ).not.toContain('V²')
  })

  it('shows every run at its place, with the number that opens it', () => {
    const [spread] = sweepFigures(plan, rows, wanted)
    if (spread.kind !== 'spread') throw new Error(spread.kind)
    expect(spread.series.map(({ name }) => name)).toEqual(['size = 1', 'size = 4'])
    const [, second] = spread.series
    expect(second.groups.map(({ label }) => label)).toEqual(['0.25', '1'])
    expect(second.groups[1].values).toHaveLength(8)
    expect(second.groups[1].values[0]).toEqual({ value: 4 * 1.01, run: '24' })
  })

  it('holds places against the reference in pairs of one seed', () => {
    const pairs = sweepFigures(plan, rows, wanted).find(({ kind }) => kind === 'pairs')
    if (pairs?.kind !== 'pairs') throw new Error('no pairs')
    const [group] = pairs.groups
    expect(group.label).toBe('0.25')
    // Every pair has the same ratio, though the seeds spread the errors.
    expect(group.values).toHaveLength(16)
    expect(group.median).toBeCloseTo(0.5, 12)
    expect(group.low).toBeCloseTo(0.5, 12)
    expect(group.p).toBeCloseTo(2 ** -15, 12)
  })

  it('lays medians over two axes, and curves with quartiles over the first', () => {
    const figures = sweepFigures(plan, rows, wanted)
    const heat = figures.find(({ kind }) => kind === 'heat')
    if (heat?.kind !== 'heat') throw new Error('no heat map')
    expect([heat.x, heat.y]).toEqual([
      ['0.25', '1'],
      ['1', '4'],
    ])
    expect(heat.cells).toHaveLength(4)
    const bands = figures.find(({ kind }) => kind === 'bands')
    if (bands?.kind !== 'bands') throw new Error('no curves')
    expect(bands.series[0].x).toEqual([5, 50])
    expect(bands.series[0].lower[1]).toBeLessThan(bands.series[0].median[1])
  })

  it('says which axes it takes together', () => {
    const [spread] = sweepFigures(plan, rows, { ...wanted, by: null })
    expect(spread.caption).toContain('Runs of all values of batch.size are taken together')
  })

  it('has nothing to show before the first run, or of a number that no run has', () => {
    expect(sweepFigures(plan, [], wanted)).toEqual([])
    expect(sweepFigures(plan, rows, { ...wanted, measure: 'testAccuracy' })).toEqual([])
  })

  it('leaves failed runs out and goes on', () => {
    const failed: SweepRow = {
      ...{ state: 'failed', run: 'x', index: 0, cell: [0, 0], seed: 1 },
      problem: { id: 'x', severity: 'error', message: 'x' },
    }
    const [spread] = sweepFigures(plan, [failed, ...rows.slice(1)], wanted)
    if (spread.kind !== 'spread') throw new Error(spread.kind)
    expect(spread.series[0].groups[0].values).toHaveLength(7)
  })
})
