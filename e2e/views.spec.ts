import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './lab'
import { Looks, themes } from './looks'

// Every view in both themes and both languages, to be looked at; that nothing sticks out is the test.
// `PICTURES=folder` puts all of them into one folder.
test.use({ tour: true })

const languages = ['en', 'zh'] as const
const panels = ['loss', 'network', 'conductance', 'intervals', 'outputs', 'raster'] as const
const spins = /^(A channel through a lattice|穿过自旋晶格)/
const dialogs = [
  ['palette', 'Control+k'],
  ['editor', 'Control+j'],
  ['docs', 'F1'],
  ['shortcuts-dialog', 'Shift+?'],
] as const

async function trained(page: Page, steps: number): Promise<void> {
  await page.getByTestId('start').click()
  await expect
    .poll(async () => Number(await page.getByTestId('steps').getAttribute('data-steps')))
    .toBeGreaterThan(steps)
  await page.getByTestId('pause').click()
  await expect(page.getByTestId('start')).toBeVisible()
}

type Shot = (name: string, small?: boolean) => Promise<void>

/** A small sweep over seeds, from its plan to its figures. */
async function swept(page: Page, shot: Shot): Promise<void> {
  await page.getByTestId('sweep-new').click()
  await page.getByTestId('axis-values-1').fill('0.25, 0.5, 1')
  await page.getByTestId('sweep-seeds').fill('4')
  await page.getByTestId('sweep-stop-number').fill('200')
  await page.getByTestId('sweep-stop-number').press('Tab')
  await expect(page.getByTestId('plan-start')).toBeEnabled({ timeout: 20_000 })
  await shot('sweep-plan', true)
  await page.getByTestId('plan-start').click()
  await expect(page.getByTestId('sweep-go-on')).toHaveCount(0)
  await expect(page.getByTestId('sweep-trash')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByTestId('sweep-bands')).toBeVisible()
  await shot('sweep-done', true)
}

for (const language of languages)
  for (const theme of themes)
    test(`every view, ${theme}, ${language} @long`, async ({ app, page }, info) => {
      test.setTimeout(600_000)
      const folder = process.env['PICTURES'] ?? info.outputPath()
      mkdirSync(folder, { recursive: true })
      const looks = new Looks(app, page, info, theme)
      let count = 0
      /** @param small at the smallest size too */
      const shot: Shot = async (name, small = false) => {
        const file = `${language}-${theme}-${String(++count).padStart(2, '0')}-${name}`
        for (const [width, height] of small ? [[1024, 640] as const, [1280, 800] as const] : []) {
          await looks.size(width, height)
          await page.waitForTimeout(300)
          if (width === 1024) await page.screenshot({ path: join(folder, `${file}-small.png`) })
          await looks.fits()
        }
        await page.waitForTimeout(300)
        await page.screenshot({ path: join(folder, `${file}.png`) })
        await looks.fits()
      }
      await looks.begin()
      if (language === 'zh') {
        await page.getByTestId('tour-skip').click()
        await page.getByTestId('language').click()
        await app.evaluate(({ Menu }) =>
          Menu.getApplicationMenu()?.getMenuItemById('tour')?.click(),
        )
      }
      await expect(page.getByTestId('tour')).toBeVisible()
      for (const step of [1, 2, 3]) {
        await shot(`tour-${step}`)
        await page.getByTestId('tour-next').click()
      }
      await shot('live-ready', true)
      await page.getByTestId('legend-batch').click()
      await trained(page, 600)
      await page.getByTestId('physics-toggle').click()
      await shot('live-physics', true)
      await page.getByTestId('physics-toggle').click()
      for (const panel of panels) {
        await page.getByTestId(`panel-${panel}-maximise`).click()
        await shot(`panel-${panel}`)
        await page.keyboard.press('Escape')
      }
      await page.getByTestId('output-view-accuracy').click()
      await page.getByTestId('network-drawing').click()
      await shot('drawing', true)
      await page.keyboard.press('Escape')
      await page.getByTestId('network-damage').click()
      await shot('damage')
      await page.keyboard.press('Escape')
      for (const [name, key] of dialogs) {
        await page.keyboard.press(key)
        await expect(page.getByTestId(name)).toBeVisible()
        await shot(name, true)
        await page.keyboard.press('Escape')
        await expect(page.getByTestId(name)).toHaveCount(0)
      }
      await page.getByTestId('what-if-open').click()
      await shot('what-if')
      await page.getByTestId('what-if-field').selectOption('seed')
      await page.getByTestId('what-if-value').fill('7')
      await page.getByTestId('what-if-go').click()
      await expect(page.getByTestId('pause')).toBeVisible()
      await page.getByTestId('pause').click()
      await page.getByTestId('view-library').click()
      await page.getByTestId('runs').locator('[role="row"]').nth(2).click()
      await shot('library', true)
      await page.getByTestId('open-run').click()
      await expect(page.getByTestId('replay-bar')).toBeVisible()
      await shot('replay', true)
      await page.getByTestId('replay-close').click()
      await page.getByTestId('view-compare').click()
      await shot('compare-empty')
      await page.getByTestId('compare-newest').click()
      await expect(page.getByTestId('differences')).toBeVisible()
      await shot('compare', true)
      await page.getByTestId('view-sweep').click()
      await shot('sweeps')
      await swept(page, shot)
      await page.getByTestId('sweep-part-studies').click()
      await shot('studies', true)
      await page.getByTestId('view-live').click()
      await page.getByTestId('schedule').click()
      await page.getByRole('option', { name: /Poisson|泊松/ }).click()
      await expect(page.getByTestId('message-ready')).toBeVisible()
      await trained(page, 300)
      await page.getByTestId('chart-raster').hover()
      await shot('poisson', true)
      await page.getByTestId('preset').click()
      await page.getByRole('option', { name: spins }).click()
      await expect(page.getByTestId('chart-response')).toBeVisible()
      await page.getByTestId('start').click()
      await expect(page.getByTestId('start')).toBeVisible({ timeout: 60_000 })
      await shot('spins', true)
      await page.keyboard.press('Control+k')
      await page.keyboard.type(language === 'zh' ? '关于' : 'about')
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('about')).toBeVisible()
      await shot('about', true)
      await page.keyboard.press('Escape')
      await page.getByTestId('machine-board').click()
      await shot('board', true)
    })
