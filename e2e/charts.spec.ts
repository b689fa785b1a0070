import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test as base } from './lab'
import { ChartsPage } from './pages/charts'

interface Fixtures {
  charts: ChartsPage
  /** Lets the save dialog answer with a file of this name; reads what was saved. */
  saved: (name: string) => Promise<() => string>
}

const test = base.extend<Fixtures>({
  charts: async ({ page }, use) => use(new ChartsPage(page)),
  saved: async ({ app, userData }, use) =>
    use(async (name) => {
      const path = join(userData, name)
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, path)
      return () => readFileSync(path, 'utf8')
    }),
})

/** A run that rests after so many steps, with evaluations every 30. */
async function trained(
  live: { start: { click(): Promise<void> }; pause: { click(): Promise<void> } } & {
    expectStepsAbove(steps: number): Promise<void>
    restingSteps(): Promise<number>
  },
  steps: number,
): Promise<number> {
  await live.start.click()
  await live.expectStepsAbove(steps)
  await live.pause.click()
  return live.restingSteps()
}

test('a zoom while the run goes on stays where it is, and F follows with its width', async ({
  live,
  charts,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(400)
  await charts.expectFollow('All')
  await charts.wheel('loss', 0.3, -6)
  await charts.expectFollow('Held')
  const before = await charts.range('loss')
  const steps = await live.steps()
  await live.expectStepsAbove(steps + 300)
  expect(await charts.range('loss')).toEqual(before)
  await page.keyboard.press('f')
  await charts.expectFollow('Following')
  await live.expectStepsAbove(steps + 600)
  await live.pause.click()
  const newest = await live.restingSteps()
  const after = await charts.range('loss')
  // Same width to the pixel, with the newest step in view.
  const pixel = (before[1] - before[0]) / 300
  expect(Math.abs(after[1] - after[0] - (before[1] - before[0]))).toBeLessThan(2 * pixel + 2)
  expect(newest).toBeGreaterThan(after[0])
  expect(newest).toBeLessThanOrEqual(after[1])
  await charts.plot('loss').dblclick()
  await charts.expectFollow('All')
})

test('Shift and drag selects, drag pans, and every chart over time shows the same', async ({
  live,
  charts,
  page,
}) => {
  await trained(live, 900)
  await page.getByTestId('output-view-accuracy').click()
  const [, end] = await charts.range('loss')
  await charts.drag('loss', 0.2, 0.6, 'Shift')
  const selected = await charts.range('loss')
  expect(Math.abs(selected[0] - 0.2 * end)).toBeLessThan(0.01 * end)
  expect(Math.abs(selected[1] - 0.6 * end)).toBeLessThan(0.01 * end)
  await charts.drag('accuracy', 0.5, 0.75)
  const panned = await charts.range('loss')
  const width = selected[1] - selected[0]
  expect(Math.abs(panned[0] - (selected[0] - 0.25 * width))).toBeLessThan(0.02 * width)
  const other = await charts.range('accuracy')
  expect(Math.abs(other[0] - panned[0])).toBeLessThan(0.01 * width)
  expect(Math.abs(other[1] - panned[1])).toBeLessThan(0.01 * width)
  // In another unit the same stretch stays in view.
  await page.getByTestId('x-axis-updates').click()
  const [left] = await charts.range('loss')
  const rows = await charts.history('train')
  const row = rows.lastStep.findIndex((step) => step >= panned[0])
  expect(Math.abs(left - rows.expectedUpdates[row])).toBeLessThan(
    rows.expectedUpdates[row + 1] - rows.expectedUpdates[row - 1],
  )
  await page.getByTestId('x-axis-time').click()
  await charts.point('loss', 0.5)
  await expect(charts.plot('loss').locator('.place')).toContainText('run time')
})

test('the crosshair says in all charts what the history has at one step', async ({
  live,
  charts,
  page,
}) => {
  await trained(live, 900)
  await page.getByTestId('output-view-accuracy').click()
  const step = await charts.placeAt('loss', 0.4)
  const nearest = (steps: number[]) =>
    steps.reduce(
      (best, at, n) => (Math.abs(at - step) < Math.abs(steps[best] - step) ? n : best),
      0,
    )
  const train = await charts.history('train')
  const mean = train.mean[nearest(train.lastStep)]
  const shown = (await charts.reading('loss', 'train').innerText()).replace('×10', 'e')
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const number = Number(
    shown
      .replace(/[^\d.e⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')
      .replace('⁻', '-')
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(digits.indexOf(digit)))
      // The exponent of V² at the end.
      .replace(/2$/, ''),
  )
  expect(Math.abs(number / mean - 1)).toBeLessThan(0.01)
  const accuracy = await charts.history('trainAccuracy')
  const percent = Number.parseFloat(await charts.reading('accuracy', 'trainAccuracy').innerText())
  expect(percent).toBeCloseTo(100 * accuracy.mean[nearest(accuracy.lastStep)], 0)
  expect(await charts.plot('accuracy').locator('.place').innerText()).toBe(
    await charts.plot('loss').locator('.place').innerText(),
  )
})

test('CSV holds every row in view and no other, with every digit', async ({
  live,
  charts,
  page,
  saved,
}) => {
  await trained(live, 900)
  await page.getByTestId('legend-batch').click()
  await charts.drag('loss', 0.3, 0.7, 'Shift')
  const written = await saved('view.csv')
  const [from, to] = await charts.range('loss')
  await charts.choose('panel-loss', 'save-csv')
  await expect(page.getByTestId('problem-chart-taken')).toContainText('Saved loss as CSV')
  const lines = written().slice(1).trimEnd().split('\r\n')
  const batch = await charts.history('batch')
  const rows = lines.filter((line) => line.startsWith('batch,')).map((line) => line.split(','))
  const steps = rows.map(([, , , last]) => Number(last))
  // The ends of the view are read off the screen, to a pixel.
  expect(Math.abs(steps[0] - from)).toBeLessThan(5)
  expect(Math.abs(steps[steps.length - 1] - to)).toBeLessThan(5)
  const inView = batch.lastStep.flatMap((step, n) =>
    step >= steps[0] && step <= steps[steps.length - 1] ? [n] : [],
  )
  expect(rows.map((cells) => cells.slice(2).map(Number))).toEqual(
    inView.map((n) => [
      batch.firstStep[n],
      batch.lastStep[n],
      batch.expectedUpdates[n],
      batch.runTimeMs[n] / 1000,
      batch.min[n],
      batch.max[n],
      batch.mean[n],
    ]),
  )
  expect(lines.some((line) => line.startsWith('train,'))).toBe(true)
})

test('a chart takes all the room and gives it back, is copied and saved, and read as a table', async ({
  app,
  live,
  charts,
  page,
  saved,
}) => {
  await trained(live, 300)
  await page.getByTestId('panel-loss-maximise').click()
  await expect(page.getByTestId('panel-raster')).toBeHidden()
  const large = await page.getByTestId('panel-loss').boundingBox()
  const plots = await page.getByRole('main', { name: 'Plots' }).boundingBox()
  expect(large?.width).toBe(plots?.width)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('panel-raster')).toBeVisible()

  await charts.choose('panel-loss', 'copy-png')
  await expect(page.getByTestId('problem-chart-taken')).toContainText('Copied loss as PNG')
  const copied = await app.evaluate(({ clipboard }) => {
    const read: unknown = Reflect.get(clipboard, 'readImage')
    if (typeof read !== 'function') return null
    const image = read.call(clipboard) as { getSize(): { width: number; height: number } }
    return image.getSize()
  })
  const shown = await page.getByTestId('chart-loss').boundingBox()
  expect(copied?.width).toBe(2 * Math.round(shown?.width ?? 0))
  const written = await saved('loss.svg')
  await charts.choose('panel-loss', 'save-svg')
  await expect(page.getByTestId('problem-chart-taken')).toContainText('Saved loss as SVG')
  expect(written()).toMatch(/^<svg[^]*error \(V²\)[^]*<\/svg>$/)

  await charts.choose('panel-loss', 'as-table')
  const table = page.getByTestId('panel-loss').getByTestId('chart-table')
  await expect(table.locator('tbody tr').first()).toContainText('step 0')
  expect(await live.summary('loss')).toMatch(/^Error of the network\. Over .+ steps: train from/)
})

test('the legend switches series and remembers', async ({ live, charts, page }) => {
  await trained(live, 300)
  await page.getByTestId('legend-test').click()
  await page.getByTestId('legend-outputs').click()
  await charts.point('loss', 0.5)
  await expect(charts.reading('loss', 'test')).toHaveCount(0)
  await expect(charts.reading('loss', 'output:0')).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('legend-test')).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByTestId('legend-output:1')).toHaveAttribute('aria-pressed', 'true')
})

/** Part of the pixels, 0..1, in which two pictures of one size clearly differ. */
async function difference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(
    async (encoded) => {
      const pixels = await Promise.all(
        encoded.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const context = canvas.getContext('2d')
          if (context === null) throw new Error('no canvas')
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data
        }),
      )
      const [a, b] = pixels
      let apart = 0
      for (let i = 0; i < a.length; i += 4)
        if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) > 120) apart++
      return (4 * apart) / a.length
    },
    pictures.map((picture) => picture.toString('base64')),
  )
}

test('a figure looks the same under the pointer, where ECharts draws all of it', async ({
  live,
  page,
}) => {
  await trained(live, 900)
  for (const chart of ['conductance', 'intervals', 'confusion']) {
    const figure = page.getByTestId(`chart-${chart}`)
    await page.getByTestId('start').hover()
    await page.waitForTimeout(300)
    const apart = await figure.screenshot()
    await figure.hover({ position: { x: 4, y: 4 } })
    await page.waitForTimeout(300)
    const drawn = await figure.screenshot()
    expect(await difference(page, [apart, drawn]), chart).toBeLessThan(0.01)
  }
})
