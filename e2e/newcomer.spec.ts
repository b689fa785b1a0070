import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './lab'

test('without reading anything: train, change p, cut an edge, compare two runs, export', async ({
  app,
  live,
  page,
  userData,
}) => {
  await live.start.click()
  await live.expectStepsAbove(100)
  // The slider beside p acts at once.
  await page.getByTestId('p-slider').press('ArrowLeft')
  await expect(live.field('p')).toHaveValue('0.49')
  await live.expectState('Running')
  await page.getByTestId('chart-raster').hover()
  await expect(page.getByTestId('raster-tip')).toContainText(/edge|step/i)
  // An edge that is clicked stops conducting, and the window says so.
  const network = page.getByTestId('chart-network')
  await network.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => {
      const record = await page.evaluate(() => window.lab.send('record', undefined))
      return record.ok ? record.value.config.adjustments.map(({ change }) => change.kind) : []
    })
    .toContain('edge')
  await live.pause.click()
  await live.expectState('Paused')
  // The same again with one change is a second run.
  await page.getByTestId('what-if-open').click()
  await page.getByTestId('what-if-field').selectOption('seed')
  await page.getByTestId('what-if-value').fill('7')
  await page.getByTestId('what-if-go').click()
  await live.expectState('Running')
  await live.expectStepsAbove(100)
  await live.pause.click()
  await page.getByTestId('view-compare').click()
  await page.getByTestId('compare-newest').click()
  await expect(page.getByTestId('differences')).toContainText('seed')
  await page.getByTestId('view-live').click()
  const parent = join(userData, 'reports')
  mkdirSync(parent)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
  }, parent)
  await page.getByTestId('export').click()
  await expect(page.getByTestId('show-export')).toBeVisible()
  expect(readdirSync(parent)).toHaveLength(1)
})
