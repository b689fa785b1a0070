import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { killApp } from './deaths'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'

const bundle = resolve(import.meta.dirname, '../out/main/cli.js')

/** What the command line says of the app's runs; the app may be recording meanwhile. */
function ask(userData: string, ...args: string[]): unknown {
  const store = ['--store', `${userData}/runs`, '--json']
  const out = execFileSync(process.execPath, [bundle, ...args, ...store], { encoding: 'utf8' })
  return JSON.parse(out)
}

interface Entry {
  id: string
  steps: number
  state: string
  interrupted: boolean
}

const runs = (userData: string) => ask(userData, 'runs') as Entry[]

test('a run is recorded while it goes on, survives the death of the app, and is opened again', async ({
  userData,
}) => {
  const app = await launchLab(userData)
  const live = new LivePage(await app.firstWindow())
  await live.ready()
  await live.set('speed', '1000')
  await live.start.click()
  await live.expectStepsAbove(2500)
  const [recorded] = runs(userData)
  expect(recorded).toMatchObject({ state: 'running', interrupted: false })
  expect(recorded.steps).toBeGreaterThan(1000)
  await killApp(app)

  const again = await launchLab(userData)
  const page = await again.firstWindow()
  const next = new LivePage(page)
  await next.ready()
  const library = await page.evaluate(() => window.lab.send('library', {}))
  if (!library.ok) throw new Error(library.problem.message)
  const [entry] = library.value.entries
  expect(entry).toMatchObject({ id: recorded.id, interrupted: true, state: 'paused' })
  expect(entry.steps).toBeGreaterThanOrEqual(recorded.steps)
  const opened = await page.evaluate((id) => window.lab.send('libraryOpen', { id }), entry.id)
  expect(opened.ok).toBe(true)
  await page.evaluate(() => window.lab.send('step', { count: 321 }))
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  expect(record.value.result.steps).toBe(entry.steps + 321)
  await quit(again)

  // The command line computes the same state from the store, and a fresh run of its record agrees.
  const shown = ask(userData, 'show', entry.id) as { step: number; hash: string }
  expect(shown).toMatchObject({ step: entry.steps + 321, hash: record.value.result.hash })
})
