import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { readRun } from '../src-main/run/store/read'
import { RunStore } from '../src-main/run/store/store'
import { faultsOf } from '../src-main/run/store/testing/joins'
import { Moments } from '../src-main/run/store/testing/moments'
import { killApp, killEngine, newestRun, recordedBeyond } from './deaths'
import { fault } from './faults/fault'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'

const bundle = resolve(import.meta.dirname, '../out/main/cli.js')
/** Fast enough that a checkpoint holds thousands of steps, slow enough to compute all of them again. */
const STEPS_PER_SECOND = 20_000

/** Makes the preset's run an endless one. */
async function begin(page: Page): Promise<void> {
  const failure = await page.evaluate(async (stepsPerSecond) => {
    const present = await window.lab.send('present', undefined)
    if (!present.ok || present.value === null) return 'no run'
    const config = { ...present.value.config, stop: { steps: null }, pace: { stepsPerSecond } }
    const configured = await window.lab.send('configure', { config })
    return configured.ok ? null : configured.problem.message
  }, STEPS_PER_SECOND)
  expect(failure).toBeNull()
}

/** Starts the app on a store and takes up its newest run, or begins one. */
async function takeUp(userData: string) {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  await new LivePage(page).ready()
  const id = newestRun(join(userData, 'runs'))?.id
  if (id === undefined) await begin(page)
  else {
    const opened = await page.evaluate((run) => window.lab.send('libraryOpen', { id: run }), id)
    expect(opened.ok).toBe(true)
  }
  return { app, page }
}

/** What an uninterrupted run of the same configuration comes to. */
function wholeHash(userData: string, id: string, steps: number): string {
  const store = RunStore.read(join(userData, 'runs'))
  const { config } = readRun(store.database, id)
  store.close()
  const file = join(userData, 'whole.json')
  writeFileSync(file, JSON.stringify(config))
  const args = ['run', '--config', file, '--steps', String(steps), '--json', '--quiet']
  const out = execFileSync(process.execPath, [bundle, ...args], { encoding: 'utf8' })
  return (JSON.parse(out) as { hash: string }).hash
}

/** One life of the app: its engine dies once and is started again, then the app itself dies. */
async function lifeAndDeath(userData: string, before: number, moments: Moments): Promise<number> {
  const directory = join(userData, 'runs')
  const { app, page } = await takeUp(userData)
  await page.evaluate(() => window.lab.send('start', undefined))
  const atFirst = await recordedBeyond(directory, before, moments)
  await killEngine(app)
  const seen = await recordedBeyond(directory, atFirst, moments)
  await killApp(app)

  const store = RunStore.open(directory, 'the test')
  const [entry, ...others] = store.list()
  expect(others).toEqual([])
  expect(entry).toMatchObject({ state: 'paused', interrupted: true })
  expect(entry.steps).toBeGreaterThanOrEqual(seen)
  expect(faultsOf(store.database, entry.id)).toEqual([])
  store.close()
  return entry.steps
}

for (const [deaths, tag] of [
  [5, ''],
  [50, ' @long'],
] as const)
  test(
    `the run of an app that dies ${deaths} times, and its engine too, ends in the same bits${tag}`,
    fault('engine killed, then the app', deaths),
    async ({ userData }) => {
      test.setTimeout(deaths * 40_000)
      let steps = 0
      const moments = new Moments()
      console.log(`deaths at the moments of DESYNCLAB_SEED=${moments.seed}`)
      for (let n = 1; n <= deaths; n++) {
        steps = await lifeAndDeath(userData, steps, moments)
        console.log(`death ${n} of ${deaths}, at step ${steps}`)
      }

      const { app, page } = await takeUp(userData)
      await page.evaluate(() => window.lab.send('step', { count: 321 }))
      const record = await page.evaluate(() => window.lab.send('record', undefined))
      if (!record.ok) throw new Error(record.problem.message)
      const { run, result } = record.value
      expect(result.steps).toBe(steps + 321)
      await quit(app)
      expect(result.hash).toBe(wholeHash(userData, run, result.steps))
    },
  )
