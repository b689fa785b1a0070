import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SweepPlanInput } from '@contract'
import { afterEach, expect, test } from 'vitest'
import { SimulatedMachine } from '../../machine/simulated'
import { inlinePool } from '../inline'
import { Sweep } from '../plan/sweep'
import { SweepRunner } from '../runner'
import { wholePlan, type Shard } from '../shard'
import { smallPlan } from '../testing/plan'
import { writeLine } from './line'
import { merge, writeMerged } from './merge'

const roots: string[] = []
const root = (): string => {
  roots.push(mkdtempSync(join(tmpdir(), 'desynclab-merge-')))
  return roots[roots.length - 1]
}
afterEach(() => {
  for (const one of roots.splice(0)) rmSync(one, { recursive: true, force: true })
})

async function done(
  folder: string,
  shard: Shard = wholePlan,
  plan: Partial<SweepPlanInput> = {},
  engine?: string,
): Promise<string> {
  const sweep = new Sweep(smallPlan(plan), engine)
  const makePool = () => inlinePool(sweep, () => new SimulatedMachine())
  await new SweepRunner({ folder, sweep, shard, makePool, nowMs: () => 0 }).run()
  return folder
}

const substance = (folder: string) =>
  merge([folder]).rows.map((row) =>
    row.state === 'finished' ? { ...row, result: { ...row.result, seconds: 0 } } : row,
  )

/** Changes a number in the n-th row, with its check word, as a computer that errs would. */
function falsify(folder: string, row: number): void {
  const [name] = readdirSync(join(folder, 'results'))
  const path = join(folder, 'results', name)
  const lines = readFileSync(path, 'utf8').split('\n')
  const value = JSON.parse(lines[row].slice(9)) as { result: { trainError: number } }
  value.result.trainError += 1
  lines[row] = writeLine(value).trimEnd()
  writeFileSync(path, lines.join('\n'))
}

test('shards that were run apart become the folder of one run', async () => {
  const at = root()
  const whole = await done(join(at, 'whole'))
  const parts = []
  for (const number of [1, 2])
    parts.push(await done(join(at, `part${number}`), { number, count: 2 }))
  const merged = merge(parts)
  expect([merged.rows.length, merged.missing, merged.shards]).toEqual([6, 0, []])
  writeMerged(merged, join(at, 'out'))
  expect(substance(join(at, 'out'))).toEqual(substance(whole))
  // The same again adds nothing, and one of the parts may be where all goes.
  writeMerged(merged, join(at, 'out'))
  expect(readdirSync(join(at, 'out', 'results'))).toHaveLength(1)
  writeMerged(merged, parts[0])
  expect(substance(parts[0])).toEqual(substance(whole))
})

test('shards that are missing are told', async () => {
  const at = root()
  const one = await done(join(at, 'one'), { number: 1, count: 4 })
  const three = await done(join(at, 'three'), { number: 3, count: 4 })
  expect(merge([one, three])).toMatchObject({
    missing: 3,
    shards: [
      { shard: { number: 2, count: 4 }, missing: 2, of: 2 },
      { shard: { number: 4, count: 4 }, missing: 1, of: 1 },
    ],
  })
})

test('a mixture is refused: another plan, another engine, other results, a changed plan', async () => {
  const at = root()
  const whole = await done(join(at, 'whole'))
  const plan = await done(join(at, 'plan'), wholePlan, { seeds: { count: 4 } })
  const engine = await done(join(at, 'engine'), wholePlan, {}, 'another')
  cpSync(whole, join(at, 'wrong'), { recursive: true })
  falsify(join(at, 'wrong'), 3)
  const wrong = join(at, 'wrong')
  for (const [other, id] of [
    [plan, 'merge-other-plan'],
    [engine, 'merge-other-engine'],
    [wrong, 'merge-different-results'],
  ])
    expect(() => merge([whole, other])).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ id, where: other }) }),
    )
  writeFileSync(join(whole, 'plan.json'), JSON.stringify(smallPlan({ curvePoints: 3 })))
  expect(() => merge([whole])).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ id: 'plan-changed' }) }),
  )
  expect(() => merge([at])).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ id: 'no-sweep' }) }),
  )
})
