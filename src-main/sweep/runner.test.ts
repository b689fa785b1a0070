import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SweepPlanInput, SweepRow } from '@contract'
import { afterEach, expect, test } from 'vitest'
import { SimulatedMachine } from '../machine/simulated'
import { inlinePool } from './inline'
import { Sweep } from './plan/sweep'
import { SweepRunner } from './runner'
import { wholePlan, type Shard } from './shard'
import { Scan, rowsByIndex } from './store/scan'
import { smallPlan } from './testing/plan'

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'desynclab-sweep-'))
  folders.push(made)
  return join(made, 'out')
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

interface Wish {
  plan?: Partial<SweepPlanInput>
  shard?: Shard
  retryFailed?: boolean
  engine?: string
  /** Stops after so many rows. */
  stopAfter?: number
}

/** Runs what is missing. @returns the rows that were done now, and how it ended */
async function go(at: string, { plan, shard = wholePlan, engine, stopAfter, ...rest }: Wish = {}) {
  const sweep = new Sweep(smallPlan(plan), engine)
  const done: SweepRow[] = []
  const runner: SweepRunner = new SweepRunner({
    folder: at,
    sweep,
    shard,
    makePool: () => inlinePool(sweep, () => new SimulatedMachine()),
    nowMs: () => performance.now(),
    done(row) {
      done.push(row)
      if (done.length === stopAfter) runner.stop()
    },
    ...rest,
  })
  const end = await runner.run()
  return { done, end, progress: runner.progress(), problems: runner.problems, sweep }
}

const hashesIn = (at: string, sweep: Sweep): (string | null)[] => {
  const rows = rowsByIndex(new Scan(at, sweep))
  return Array.from({ length: sweep.count }, (_, i) => {
    const row = rows.get(i)
    return row?.state === 'finished' ? row.result.hash : null
  })
}

const onlyFile = (at: string): string => join(at, 'results', readdirSync(join(at, 'results'))[0])

test('every run is done once, and written', async () => {
  const at = folder()
  const { done, end, progress, sweep } = await go(at)
  expect([done.length, end]).toEqual([6, 'finished'])
  expect(progress).toMatchObject({ total: 6, finished: 6, failed: 0, leftSeconds: 0 })
  expect(new Set(hashesIn(at, sweep)).size).toBe(6)
})

test('the same again does what is missing, and nothing twice', async () => {
  const [whole, broken] = [folder(), folder()]
  const { sweep } = await go(whole)
  const first = await go(broken, { stopAfter: 2 })
  expect(first.end).toBe('stopped')
  const second = await go(broken)
  expect([...first.done, ...second.done].map(({ index }) => index).sort()).toEqual([
    0, 1, 2, 3, 4, 5,
  ])
  expect(second.progress).toMatchObject({ total: 6, finished: 6 })
  expect((await go(broken)).done).toEqual([])
  expect(hashesIn(broken, sweep)).toEqual(hashesIn(whole, sweep))
})

test('a torn line is left out, and its run is done again', async () => {
  const at = folder()
  await go(at, { stopAfter: 3 })
  const file = onlyFile(at)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.slice(0, -20))
  const { done, problems } = await go(at)
  expect([done.length, problems]).toEqual([4, []])
})

test('a damaged line is told of, and its run is done again', async () => {
  const at = folder()
  await go(at)
  const file = onlyFile(at)
  const lines = readFileSync(file, 'utf8').split('\n')
  lines[2] = lines[2].replace(/"trainError":\d/, '"trainError":7')
  writeFileSync(file, lines.join('\n'))
  const { done, problems } = await go(at)
  expect(done).toHaveLength(1)
  expect(problems).toMatchObject([{ id: 'sweep-line-damaged', where: `${file}:3` }])
})

test('a run that fails stops no other, is not done again, and is when that is asked for', async () => {
  const at = folder()
  const plan = { axes: [{ kind: 'list' as const, path: 'batch.size', values: [1, 999] }] }
  const { done, progress } = await go(at, { plan })
  expect(done.filter(({ state }) => state === 'failed')).toHaveLength(3)
  expect(progress).toMatchObject({ total: 6, finished: 3, failed: 3, leftSeconds: 0 })
  expect((await go(at, { plan })).done).toEqual([])
  expect((await go(at, { plan, retryFailed: true })).done).toHaveLength(3)
})

test('shards are independent, and together they are the whole', async () => {
  const [whole, parts] = [folder(), folder()]
  const { sweep } = await go(whole)
  const counts: number[] = []
  for (const number of [3, 1, 2]) {
    const { done, progress } = await go(parts, { shard: { number, count: 3 } })
    counts.push(done.length)
    expect(progress).toMatchObject({ total: 2, finished: 2 })
  }
  expect(counts).toEqual([2, 2, 2])
  expect(hashesIn(parts, sweep)).toEqual(hashesIn(whole, sweep))
  expect(readdirSync(join(parts, 'results'))).toHaveLength(3)
})

test('a folder takes one plan and one engine', async () => {
  const at = folder()
  await go(at, { plan: { name: 'first' } })
  await expect(go(at, { plan: { seeds: { count: 4 } } })).rejects.toMatchObject({
    problem: { id: 'other-plan', kept: expect.any(String) },
  })
  await expect(go(at, { engine: 'another' })).rejects.toMatchObject({
    problem: { id: 'other-engine' },
  })
  // A new name makes no new plan.
  expect((await go(at, { plan: { name: 'second' } })).done).toEqual([])
})

test('foreign results in a folder are told of and left out', async () => {
  const [mine, other] = [folder(), folder()]
  await go(other, { plan: { seeds: { count: 4 } } })
  await go(mine)
  appendFileSync(join(mine, 'results', 'foreign.jsonl'), readFileSync(onlyFile(other)))
  const { done, problems } = await go(mine)
  expect(done).toEqual([])
  expect(problems).toMatchObject([{ id: 'sweep-foreign-results' }])
})
