import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { SweepPlanInput } from '../src-preload/contract'
import { expect, launchLab, quit, test } from './lab'
import { Looks, sizes } from './looks'
import { LivePage } from './pages/live'

const folderOf = (app: ElectronApplication, folder: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)

/** Both sizes and themes of what is shown now. */
async function look(looks: Looks, page: Page, name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await looks.size(width, height)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await looks.shot(`${name}-${width}-${theme}`)
    }
    await looks.fits()
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await looks.size(1280, 800)
}

test('a study is one click: its question, progress, figures, verdict and report', async ({
  app,
  live,
  page,
  userData,
}, info) => {
  test.setTimeout(300_000)
  await live.ready()
  const looks = new Looks(app, page, info)
  await looks.begin()
  await page.getByTestId('view-sweep').click()
  await look(looks, page, 'sweeps-empty')
  await page.getByTestId('show-studies').click()
  await expect(page.getByTestId('study-list').getByRole('listitem')).toHaveCount(11)
  await look(looks, page, 'study-new')
  await page.getByTestId('study-speed').click()
  await expect(page.getByTestId('study-step')).toHaveValue('0.5')
  await page.getByTestId('study-board').click()
  await expect(page.getByTestId('study-head')).toContainText('Virtual board')
  await look(looks, page, 'study-board')
  await page.getByTestId('study-damage').click()
  await page.getByTestId('study-start').click()
  await expect(page.getByTestId('study-state')).toHaveText('Running')
  await expect(page.getByTestId('study-spread')).toBeVisible({ timeout: 60_000 })
  await page.getByTestId('study-pause').click()
  await expect(page.getByTestId('study-state')).toHaveText('Paused')
  await look(looks, page, 'study-paused')
  await page.getByTestId('study-go-on').click()
  await expect(page.getByTestId('study-state')).toHaveText('Running')
  await page.getByTestId('study-stop').click()
  await expect(page.getByTestId('study-state')).toHaveText('Stopped', { timeout: 30_000 })
  await looks.shot('study-stopped')
  await page.getByTestId('study-go-on').click()
  await expect(page.getByTestId('study-state')).toHaveText('Finished', { timeout: 200_000 })
  await expect(page.getByTestId('study-verdict')).toHaveText('It comes out.')
  await expect(page.getByTestId('study-result')).toContainText('A damaged network recovers better')
  await expect(page.getByTestId('study-done')).toHaveText('240 of 240 runs')
  await look(looks, page, 'study-made')
  await page.getByTestId('study-result').evaluate((it) => it.scrollTo(0, 500))
  await looks.shot('study-made-below')
  await looks.axe('a study')

  const reports = join(userData, 'reports')
  mkdirSync(reports)
  await folderOf(app, reports)
  await page.getByTestId('study-export').click()
  await expect(page.getByTestId('problem-report-exported')).toBeVisible({ timeout: 90_000 })
  const [made] = readdirSync(reports)
  const files = readdirSync(join(reports, made))
  expect(files).toEqual(
    expect.arrayContaining(['report.html', 'report.pdf', 'runs.csv', 'study.json']),
  )
  expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(3)
  expect(statSync(join(reports, made, 'report.pdf')).size).toBeGreaterThan(20_000)
  await live.dismiss('report-exported')

  // Every question in the window's other language.
  await page.getByTestId('language').click()
  for (const item of await page.getByTestId('study-list').getByRole('listitem').all())
    await expect(item).toContainText(/\p{Script=Han}/u)
  await expect(page.getByTestId('study-verdict')).toHaveText('结论成立。')
  await look(looks, page, 'study-made-zh')
  await page.getByTestId('language').click()

  // A point opens its run by keyboard, too: from the figure's table.
  const panel = page.getByTestId('panel-study-figure-1')
  await panel.getByTestId('panel-study-figure-1-tools').click()
  await page.getByRole('menuitemcheckbox').click()
  const run = panel.getByRole('button', { name: /^Open run/ }).first()
  await run.focus()
  await looks.shot('study-table')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('panel-loss')).toBeVisible()
  await live.ready()
})

/** Two runs of three cannot be done; the third takes some seconds. */
const broken: SweepPlanInput = {
  name: 'Some cannot be done',
  base: {
    network: { kind: 'penn16', roles: { kind: 'random' } },
    task: { kind: 'regression' },
    rule: { kind: 'ideal' },
    schedule: { kind: 'bernoulli' },
  },
  axes: [{ kind: 'list', path: 'batch.size', values: [1, 998, 999] }],
  seeds: { count: 4 },
  stop: { kind: 'steps', steps: 2000 },
}

const begin = async (page: Page, plan: SweepPlanInput): Promise<void> => {
  const started = await page.evaluate(
    (text) => window.lab.send('sweepStart', { plan: JSON.parse(text) }),
    JSON.stringify(plan),
  )
  if (!started.ok) throw new Error(started.problem.message)
}

test('runs that cannot be done say why, and open', async ({ app, live, page }, info) => {
  await live.ready()
  const looks = new Looks(app, page, info)
  await looks.begin()
  await begin(page, broken)
  await page.getByTestId('view-sweep').click()
  await expect(page.getByTestId('sweep-state')).toHaveText('Finished', { timeout: 60_000 })
  await page.getByTestId('sweep-failures').locator('summary').click()
  await expect(page.getByTestId('sweep-failures')).toContainText('8 runs could not be done')
  await expect(page.getByTestId('sweep-failures')).toContainText('batch.size = 998, seed 1')
  await look(looks, page, 'sweep-failures')
  await looks.axe('failed runs')
  await page.getByTestId('failure-open').first().click()
  // The machine refuses it as it did in the sweep, and says so where problems are said.
  await expect(page.getByTestId('problems')).toContainText('998')
})

test('closing over a sweep asks, quitting keeps it, and the next start goes on with one click', async ({
  userData,
}, info) => {
  test.setTimeout(180_000)
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  await page.getByTestId('tour-skip').click()
  const live = new LivePage(page)
  await live.ready()
  const long: SweepPlanInput = {
    ...broken,
    name: 'Long',
    axes: [{ kind: 'list', path: 'schedule.probability', values: [0.25, 1] }],
    seeds: { count: 60 },
    stop: { kind: 'steps', steps: 100_000 },
  }
  await begin(page, long)
  await page.getByTestId('view-sweep').click()
  await expect(page.getByTestId('sweep-state')).toHaveText('Running')
  await expect(page.getByTestId('sweep-spread')).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: info.outputPath('sweep-running.png') })
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const box: unknown = async (_: unknown, { detail, buttons }: Record<string, unknown>) => {
      Reflect.set(globalThis, 'asked', [detail, buttons])
      return { response: 2, checkboxChecked: false }
    }
    Reflect.set(dialog, 'showMessageBox', box)
    BrowserWindow.getAllWindows()[0].close()
  })
  const asked = () => app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'asked') ?? ''))
  await expect.poll(asked).toContain('Quitting is safe')
  expect(await asked()).toContain('Quit, go on later')
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  await app
    .evaluate(({ dialog, BrowserWindow }) => {
      Reflect.set(dialog, 'showMessageBox', async () => ({ response: 1, checkboxChecked: false }))
      BrowserWindow.getAllWindows()[0].close()
    })
    .catch((error: unknown) => {
      if (!/closed|destroyed/i.test(String(error))) throw error
    })
  await gone

  const again = await launchLab(userData)
  try {
    const next = await again.firstWindow()
    await expect(next.getByTestId('interrupted')).toContainText('One sweep was under way')
    await next.screenshot({ path: info.outputPath('interrupted.png') })
    await next.getByTestId('interrupted-go-on').click()
    await expect(next.getByTestId('sweep-state')).toHaveText('Running', { timeout: 20_000 })
    await expect(next.getByTestId('interrupted')).toBeHidden()
    await next.getByTestId('sweep-pause').click()
    await expect(next.getByTestId('sweep-state')).toHaveText('Paused')
    await next.screenshot({ path: info.outputPath('sweep-paused.png') })
    await next.getByTestId('sweep-stop').click()
    await expect(next.getByTestId('sweep-state')).toHaveText('Stopped')
  } finally {
    await quit(again)
  }
})
