import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { Sweep } from './plan/sweep'
import { readResults, resultFiles } from './store/rows'
import { begunPlans } from './study/folder'
import { rowsByIndex, Scan } from './store/scan'
import { desynclab, planFile, startDesynclab } from './testing/program'
import { basePlan } from './testing/plan'

const full = import.meta.env.MODE === 'full'
const kills = full ? 20 : 3
const workers = 2

const folder = mkdtempSync(join(tmpdir(), 'desynclab-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Bytes of all files of results: only whole lines count as results. */
const bytesOf = (out: string): number =>
  resultFiles(out).reduce((sum, path) => sum + readFileSync(path).length, 0)

test(`a sweep of 1000 runs that is killed ${kills} times loses at most the runs in flight`, async () => {
  const { path, plan } = planFile(folder, {
    ...basePlan,
    axes: [{ kind: 'list', path: 'schedule.probability', values: [0.1, 0.25, 0.5, 0.75, 1] }],
    seeds: { count: 200 },
    stop: { kind: 'steps', steps: 4000 },
  })
  const sweep = new Sweep(plan)
  const [killed, whole] = [join(folder, 'killed'), join(folder, 'whole')]
  const args = ['sweep', path, '--out', killed, '--workers', String(workers)]
  for (let kill = 0; kill < kills; kill++) {
    const before = bytesOf(killed)
    const child = startDesynclab(args)
    const gone = once(child, 'exit')
    while (bytesOf(killed) < before + 20_000 && child.exitCode === null) await wait(20)
    await wait(50 * kill)
    child.kill('SIGKILL')
    await gone
  }
  // What was on its way when the program was killed is all that can be done twice or be torn.
  const kept = rowsByIndex(new Scan(killed, sweep)).size
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(1000)
  const last = desynclab([...args, '--json'])
  expect(last.code).toBe(0)
  expect(JSON.parse(last.out)).toMatchObject({ total: 1000, finished: 1000, done: 1000 - kept })
  const rows = resultFiles(killed).flatMap((file) => [...readResults(file)])
  expect(rows.filter(({ kind }) => kind === 'damaged')).toEqual([])
  // No run was done twice: each has exactly one row.
  expect(rows.filter(({ kind }) => kind === 'row')).toHaveLength(1000)
  // And the runs came out as they do without a kill.
  expect(desynclab(['sweep', path, '--out', whole, '--quiet']).code).toBe(0)
  const merged = desynclab(['merge', killed, whole, '--json'])
  expect(JSON.parse(merged.out)).toMatchObject({ finished: 1000, missing: 0 })
})

test('what is counted as done is on the disk: a kill takes the runs in flight and no other', async () => {
  const out = join(folder, 'counted')
  const { path, plan } = planFile(folder, {
    ...basePlan,
    seeds: { count: 1000 },
    stop: { kind: 'steps', steps: 20_000 },
  })
  const child = startDesynclab(['sweep', path, '--out', out, '--workers', String(workers)])
  const gone = once(child, 'exit')
  while (bytesOf(out) < 30_000 && child.exitCode === null) await wait(20)
  child.kill('SIGKILL')
  await gone
  const done = [...rowsByIndex(new Scan(out, new Sweep(plan))).keys()].sort((a, b) => a - b)
  // Runs are begun in their order: a gap below the last one is a run that was in flight.
  const begun = done[done.length - 1] + 1
  expect(begun - done.length).toBeLessThanOrEqual(2 * workers)
})

test('a study that is killed goes on with what is missing, and no run is done twice', async () => {
  const out = join(folder, 'study')
  const args = ['study', 'damage', '--quick', '--out', out]
  const bytes = () => begunPlans(out).reduce((sum, plan) => sum + bytesOf(plan), 0)
  const child = startDesynclab(args)
  const gone = once(child, 'exit')
  while (bytes() < 100_000 && child.exitCode === null) await wait(20)
  child.kill('SIGKILL')
  await gone
  const rowsOf = () =>
    begunPlans(out)
      .flatMap(resultFiles)
      .flatMap((file) => [...readResults(file)])
      .filter(({ kind }) => kind === 'row').length
  const kept = rowsOf()
  expect(kept).toBeGreaterThan(0)
  const again = desynclab([...args, '--json'])
  expect(again.code).toBe(0)
  const { runs, failed } = JSON.parse(again.out) as { runs: number; failed: number }
  expect(runs).toBeGreaterThan(kept)
  expect([rowsOf(), failed]).toEqual([runs, 0])
})
