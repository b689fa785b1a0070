import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { resolveRuntime } from '../scripts/setup/runtime.mjs'
import { expect, quit, test } from './lab'
import { launchLab } from './launch'

test('the palette finds an action by a few letters, and says why another cannot be done', async ({
  live,
  page,
}) => {
  await live.ready()
  const palette = page.getByTestId('palette')
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('palette-input')).toBeFocused()
  await page.keyboard.type('consol')
  const console = page.getByTestId('command-console')
  await expect(console).toHaveAttribute('aria-disabled', 'true')
  await expect(console).toContainText('Only with a board')
  await page.keyboard.press('Enter')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('start')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await live.expectState('Running')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('libra')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('view-library')).toHaveAttribute('aria-current', 'page')
})

test('the palette reaches figures, tools and stored runs', async ({ live, page }) => {
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.pause.click()
  const say = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette-input').fill(words)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('palette')).toHaveCount(0)
  }
  await say('maximise intervals')
  await expect(page.getByTestId('panel-raster')).toBeHidden()
  await say('intervals small again')
  await expect(page.getByTestId('panel-raster')).toBeVisible()
  await say('axis run time')
  await expect(page.getByTestId('x-axis-time')).toHaveAttribute('aria-checked', 'true')
  await say('what would happen')
  await expect(page.getByTestId('what-if')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-input').fill('compare chosen')
  await expect(page.getByTestId('command-compare-chosen')).toContainText('Choose 2 to 12 runs')
  await page.getByTestId('palette-input').fill('open run iris')
  await page
    .getByTestId(/^command-open-/)
    .first()
    .click()
  await expect(page.getByTestId('view-live')).toHaveAttribute('aria-current', 'page')
})

test('the native menu has every action, and does it', async ({ app, live, page }) => {
  await live.ready()
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(
      (menu) => menu.submenu?.items.map(({ label }) => label) ?? [],
    ),
  )
  for (const label of ['Open…', 'Command palette…', 'Single step', 'About desynclab', 'Library'])
    expect(labels.map((one) => one.toLowerCase())).toContain(label.toLowerCase())
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help')?.click())
  await expect(page.getByTestId('shortcuts-dialog')).toContainText('Command palette')
})

test('the window comes back where it stood, with the view that was shown', async ({ userData }) => {
  const app = await launchLab(userData)
  const first = await app.firstWindow()
  await first.getByTestId('tour-skip').click()
  await first.getByTestId('view-library').click()
  const bounds = { x: 60, y: 40, width: 1110, height: 690 }
  await app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0].setBounds(to),
    bounds,
  )
  const file = join(userData, 'window.json')
  await expect(() => {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(kept).toMatchObject({ bounds })
  }).toPass({ timeout: 10_000 })
  await quit(app)
  const again = await launchLab(userData)
  const page = await again.firstWindow()
  await expect(page.getByTestId('view-library')).toHaveAttribute('aria-current', 'page')
  const now = await again.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].getBounds(),
  )
  await quit(again)
  expect(now).toEqual(bounds)
})

test('a second window is refused politely: the first one comes to the front', async ({
  app,
  live,
  userData,
}) => {
  await live.ready()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].minimize())
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const project = resolve(import.meta.dirname, '..')
  const second = spawn(resolveRuntime().executable, [
    ...root,
    project,
    `--user-data-dir=${userData}`,
  ])
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  const windows = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    )
  await expect.poll(windows).toEqual([false])
})

test('the configuration is edited as a form and as text, and wrong values are told', async ({
  live,
  page,
}) => {
  await live.ready()
  await page.keyboard.press('Control+j')
  const editor = page.getByTestId('editor')
  const json = page.getByTestId('editor-json')
  const findings = page.getByTestId('editor-findings')
  await page.getByTestId('field-schedule-probability').fill('1.5')
  await expect(findings).toContainText('/schedule/probability')
  await expect(findings).toContainText('a number above 0 to 1')
  await expect(page.getByTestId('editor-apply')).toBeDisabled()
  await page.getByTestId('field-schedule-probability').fill('0.25')
  await expect(json).toHaveValue(/"probability": 0.25/)
  await page.keyboard.press('Control+z')
  await expect(json).not.toHaveValue(/"probability": 0.25/)
  await page.keyboard.press('Control+Shift+z')
  await expect(json).toHaveValue(/"probability": 0.25/)
  const text = await json.inputValue()
  await json.fill(text.replace('"seed"', 'seed'))
  await expect(findings).toContainText('A name in "quotes" is expected here.')
  await json.fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(editor).toHaveCount(0)
  await live.ready()
  await expect(live.field('p')).toHaveValue('0.25')
})

test('a copy of the configuration goes to the clipboard', async ({ app, live, page }) => {
  await live.ready()
  await page.keyboard.press('Control+j')
  await page.getByTestId('editor-copy').click()
  await expect(page.getByTestId('editor-copy')).toContainText('Copied')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(JSON.parse(copied)).toMatchObject({ format: 1 })
})
