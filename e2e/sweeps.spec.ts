import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { SweepPlanInput, SweepStatus } from '../src-preload/contract'
import { killEngine } from './deaths'
import { expect, test } from './lab'

const bundle = resolve(import.meta.dirname, '../out/main/cli.js')

/** Sixty runs of some tenths of a second. */
const plan: SweepPlanInput = {
  base: {
    network: { kind: 'penn16', roles: { kind: 'random' } },
    task: { kind: 'regression' },
    rule: { kind: 'ideal' },
    schedule: { kind: 'bernoulli' },
  },
  axes: [{ kind: 'list', path: 'schedule.probability', values: [0.25, 1] }],
  seeds: { count: 30 },
  stop: { kind: 'steps', steps: 100_000 },
}

async function start(page: Page): Promise<string> {
  const started = await page.evaluate((text) => {
    window.lab.onEvent((event) => {
      if (event.kind === 'sweep') (window as { sweep?: SweepStatus }).sweep = event.sweep
    })
    return window.lab.send('sweepStart', { plan: JSON.parse(text) })
  }, JSON.stringify(plan))
  if (!started.ok) throw new Error(started.problem.message)
  return started.value.id
}

/** What the window was last told. */
const told = (page: Page): Promise<SweepStatus | undefined> =>
  page.evaluate(() => (window as { sweep?: SweepStatus }).sweep)

async function hashesIn(page: Page, id: string): Promise<(string | null)[]> {
  const rows = await page.evaluate((sweep) => window.lab.send('sweepRows', { id: sweep }), id)
  if (!rows.ok) throw new Error(rows.problem.message)
  return rows.value.rows
    .sort((a, b) => a.index - b.index)
    .map((row) => (row.state === 'finished' ? row.result.hash : null))
}

/** What the command line makes of the same plan. */
function hashesOf(folder: string): string[] {
  const file = join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  const node = (...args: string[]) => execFileSync(process.execPath, [bundle, ...args])
  node('sweep', file, '--quiet')
  const table = join(folder, 'runs.json')
  node('merge', join(folder, 'plan'), '--export', table)
  const rows = JSON.parse(readFileSync(table, 'utf8')) as { hash: string }[]
  return rows.map(({ hash }) => hash)
}

test('a sweep goes on in the engine: paused, over its death, and to the bits of the command line', async ({
  app,
  live,
  page,
  userData,
}) => {
  await live.expectState('Ready')
  const id = await start(page)
  await expect.poll(async () => (await told(page))?.progress.finished).toBeGreaterThan(3)
  await page.evaluate((sweep) => window.lab.send('sweepPause', { id: sweep }), id)
  await expect.poll(async () => (await told(page))?.state).toBe('paused')
  const paused = (await told(page))?.progress.finished ?? 0
  await page.evaluate((sweep) => window.lab.send('sweepGoOn', { id: sweep }), id)
  await expect.poll(async () => (await told(page))?.progress.finished).toBeGreaterThan(paused)
  await killEngine(app)
  await expect.poll(async () => (await told(page))?.state, { timeout: 60_000 }).toBe('finished')
  expect(await told(page)).toMatchObject({ progress: { total: 60, finished: 60, failed: 0 } })
  expect(await hashesIn(page, id)).toEqual(hashesOf(userData))
})
