import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { readSamples } from '../src-main/run/store/read'
import { RunStore } from '../src-main/run/store/store'
import { faultsOf } from '../src-main/run/store/testing/joins'
import { Moments } from '../src-main/run/store/testing/moments'
import { killApp, killEngine, recordedBeyond } from './deaths'
import { fault } from './faults/fault'
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
  await live.start.click()
  await live.expectStepsAbove(1500)
  const [recorded] = runs(userData)
  expect(recorded).toMatchObject({ state: 'running', interrupted: false })
  expect(recorded.steps).toBeGreaterThan(300)
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

test('what is recorded is chosen with its cost, and where, before the start', async ({
  userData,
}) => {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  const live = new LivePage(page)
  await live.ready()
  const cost = page.getByTestId('recording-cost')
  await expect(page.getByTestId('store-folder')).toHaveText(join(userData, 'runs'))
  await expect(cost).toContainText(/MB\/h · .* in all/)
  const before = await cost.innerText()
  await page.getByTestId('recording').click()
  await page.getByTestId('recording-every').click()
  await page.getByTestId('recording-k-field').fill('2')
  await page.getByTestId('recording-k-field').press('Enter')
  await expect(cost).not.toHaveText(before)
  const elsewhere = join(userData, 'elsewhere')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, elsewhere)
  await page.getByTestId('store-choose').click()
  await expect(page.getByTestId('store-folder')).toHaveText(elsewhere)
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(300)
  // An engine that is started again goes on in that folder.
  await killEngine(app)
  await live.expectStepsAbove(1000)
  await live.pause.click()
  await live.expectState('Paused')
  const steps = await live.restingSteps()
  const store = RunStore.read(elsewhere)
  const [entry] = store.list()
  expect(entry.steps).toBe(steps)
  const { step } = readSamples(store.database, entry.id)
  store.close()
  expect([...step]).toEqual(Array.from({ length: Math.floor(steps / 2) }, (_, n) => 2 * n + 2))
  await quit(app)
  // The next start records there again.
  const again = await launchLab(userData)
  const folder = (await again.firstWindow()).getByTestId('store-folder')
  await expect(folder).toHaveText(elsewhere)
  await quit(again)
})

test(
  'the second of two apps on one store is told, and can go on elsewhere',
  fault('store in use by another app', 1),
  async ({ userData }) => {
    const directory = join(userData, 'shared')
    const moments = new Moments()
    process.env['DESYNCLAB_STORE'] = directory
    try {
      const first = await launchLab(join(userData, 'first'))
      const one = new LivePage(await first.firstWindow())
      await one.ready()
      await one.start.click()
      const second = await launchLab(join(userData, 'second'))
      const page = await second.firstWindow()
      const other = new LivePage(page)
      await other.ready()
      const problem = page.getByTestId('problem-store-in-use')
      await expect(problem).toContainText('the Desynclab window')
      await expect(page.getByTestId('store-folder')).toHaveText('Not recorded')
      // It works all the same, and the first one's run is recorded as before.
      await other.start.click()
      await other.expectStepsAbove(200)
      const seen = await recordedBeyond(directory, 0, moments)
      await recordedBeyond(directory, seen, moments)
      await second.evaluate(
        ({ dialog }, chosen) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
        },
        join(userData, 'own'),
      )
      await problem.getByTestId('problem-choose-store').click()
      await expect(problem).toHaveCount(0)
      await recordedBeyond(join(userData, 'own'), 0, moments)
      await quit(second)
      await quit(first)
      const store = RunStore.open(directory, 'the test')
      const entries = store.list()
      expect(entries).toHaveLength(1)
      expect(faultsOf(store.database, entries[0].id)).toEqual([])
      store.close()
    } finally {
      delete process.env['DESYNCLAB_STORE']
    }
  },
)
