import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sweepPlanSchema, type SweepPlanInput } from '@contract'
import { describe, expect, test } from 'vitest'
import { basePlan } from '../testing/plan'
import { readPlan } from './read'
import { Sweep } from './sweep'

const sweepOf = (changes: Partial<SweepPlanInput>, engine?: string): Sweep =>
  new Sweep(sweepPlanSchema.parse({ ...basePlan, ...changes }), engine)

const p = { kind: 'list' as const, path: 'schedule.probability', values: [0.25, 1] }
const b = { kind: 'range' as const, path: 'batch.size', from: 1, to: 4, count: 3 }

describe('a plan as runs', () => {
  test('goes through all cells of a seed before the next, the first axis slowest', () => {
    const sweep = sweepOf({ axes: [p, b], seeds: { first: 7, count: 2 } })
    const runs = Array.from({ length: sweep.count }, (_, i) => sweep.run(i))
    expect(runs.map(({ cell, seed }) => [...cell, seed])).toEqual([
      [0, 0, 7],
      [0, 1, 7],
      [0, 2, 7],
      [1, 0, 7],
      [1, 1, 7],
      [1, 2, 7],
      ...[0, 1].flatMap((i) => [0, 1, 2].map((j) => [i, j, 8])),
    ])
    expect(runs[5].config).toMatchObject({
      schedule: { kind: 'bernoulli', probability: 1 },
      batch: { size: 4 },
      seed: 7,
    })
  })

  test('rounds a range of whole numbers, and one of any numbers to six digits', () => {
    const sizes = { kind: 'range' as const, path: 'rule.levels', from: 8, to: 128, count: 3 }
    const base = { ...basePlan.base, rule: { kind: 'discrete' as const } }
    const levels = sweepOf({ base, axes: [{ ...sizes, spacing: 'logarithmic' }] })
    expect(levels.cells.values[0].map(({ number }) => number)).toEqual([8, 32, 128])
    const alpha = { kind: 'range' as const, path: 'rule.alpha', from: 0.001, to: 0.002, count: 3 }
    const rates = sweepOf({ axes: [{ ...alpha, spacing: 'logarithmic' }] })
    expect(rates.cells.values[0].map(({ number }) => number)).toEqual([0.001, 0.00141421, 0.002])
  })

  test('changes several fields together, kinds before what they bring', () => {
    const cases = [
      { label: 'all at once', set: { 'schedule.kind': 'synchronous' } },
      { label: 'a quarter', set: { 'schedule.probability': 0.25, 'rule.alpha': 0.01 } },
    ]
    const sweep = sweepOf({ axes: [{ kind: 'cases', name: 'how', cases }] })
    expect(sweep.run(0).config.schedule).toEqual({ kind: 'synchronous' })
    expect(sweep.run(1).config).toMatchObject({
      schedule: { kind: 'bernoulli', probability: 0.25 },
      rule: { alpha: 0.01 },
    })
  })

  test('is known by what it runs, not by its name, and a run by what decides its result', () => {
    const one = sweepOf({ axes: [p] })
    const named = sweepOf({ axes: [p], name: 'Another', note: 'Of the same.' })
    expect(named.id).toBe(one.id)
    expect(sweepOf({ axes: [p], seeds: { count: 2 } }).id).not.toBe(one.id)
    // The same run, wherever it stands in whatever plan.
    const twice = sweepOf({ axes: [{ ...p, values: [0.5, 0.25] }] })
    expect(twice.run(1).run).toBe(one.run(0).run)
    expect(one.run(1).run).not.toBe(one.run(0).run)
    expect(sweepOf({ axes: [p] }, 'other engine').run(0).run).not.toBe(one.run(0).run)
    expect(sweepOf({ axes: [p], stop: { kind: 'steps', steps: 99 } }).run(0).run).not.toBe(
      one.run(0).run,
    )
  })
})

test('the plan in the documentation can be run, and a field that there is not is named', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../../docs/sweeps.md'), 'utf8')
  const plan: unknown = JSON.parse(page.split('```json')[1].split('```')[0])
  const sweep = new Sweep(readPlan(plan, 'docs/sweeps.md'))
  sweep.check()
  expect(sweep.count).toBe(4 * 5 * 2 * 30)
  expect(() => readPlan({ ...Object(plan), seeds: { number: 3 } }, 'docs/sweeps.md')).toThrow(
    /seeds: .*number/,
  )
})

describe('a plan that cannot be', () => {
  test.each<[string, Partial<SweepPlanInput>, object]>([
    [
      'an unknown field',
      { axes: [{ ...p, path: 'schedule.probabilty' }] },
      { id: 'unknown-path', where: 'axes.0 (schedule.probabilty): 0.25', tip: /schedule\.prob/ },
    ],
    [
      'a value out of range',
      { axes: [b, { ...p, values: [0.5, 2] }] },
      { id: 'bad-config', where: 'axes.1 (schedule.probability): 2', tip: /above 0\.\.1/ },
    ],
    [
      'a field of another kind',
      { axes: [{ kind: 'list', path: 'rule.levels', values: [8] }] },
      { id: 'setting-of-other-kind', where: 'axes.0 (rule.levels): 8', tip: /rule\.kind=discrete/ },
    ],
    [
      'a value twice',
      { axes: [{ ...p, values: [0.5, 0.5] }] },
      { id: 'axis-value-twice', where: 'axes.0 (schedule.probability)' },
    ],
    [
      'the seed as an axis',
      { axes: [{ kind: 'list', path: 'seed', values: [1, 2] }] },
      { id: 'axis-not-varied', tip: /seeds\.count/ },
    ],
    [
      'a field that every object of JavaScript has',
      { axes: [{ kind: 'list', path: 'constructor', values: [1, 2] }] },
      { id: 'unknown-path', where: 'axes.0 (constructor): 1' },
    ],
    [
      'a logarithmic range from 0',
      { axes: [{ ...b, from: 0, spacing: 'logarithmic' }] },
      { id: 'axis-not-positive', where: 'axes.0 (batch.size)' },
    ],
    ['no end', { stop: { kind: 'steps', steps: null } }, { id: 'no-end', where: 'stop' }],
    [
      'too many runs',
      { axes: [{ ...b, count: 9999 }], seeds: { count: 1000 } },
      { id: 'sweep-too-large' },
    ],
  ])('says which axis has %s, and what is allowed', (_, changes, expected) => {
    let problem: unknown
    try {
      sweepOf(changes).check()
    } catch (thrown) {
      problem = thrown
    }
    const patterns = Object.entries(expected).map(([key, value]) => [
      key,
      value instanceof RegExp ? expect.stringMatching(value) : value,
    ])
    expect(problem).toMatchObject({ problem: Object.fromEntries(patterns) })
  })
})
