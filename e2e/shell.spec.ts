import { join } from 'node:path'
import { readFileSync } from 'node:fs'
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

test('the native menu has every action, and does it', async ({ app, live, page }) => {
  await live.ready()
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(
      (menu) => menu.submenu?.items.map(({ label }) => label) ?? [],
    ),
  )
  for (const label of [
    'Open run…',
    'Command palette…',
    'Single step',
    'About desynclab',
    'Library',
  ])
    expect(labels.map((one) => one.toLowerCase())).toContain(label.toLowerCase())
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help')?.click())
  await expect(page.getByTestId('shortcuts-dialog')).toContainText('Command palette')
})

test('the window comes back where it stood', async ({ userData }) => {
  const app = await launchLab(userData)
  await app.firstWindow()
  const bounds = { x: 60, y: 40, width: 1010, height: 690 }
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
  await again.firstWindow()
  const now = await again.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].getBounds(),
  )
  await quit(again)
  expect(now).toEqual(bounds)
})
