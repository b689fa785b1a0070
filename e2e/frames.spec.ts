import type { Page } from '@playwright/test'
import { mainThread } from '../bench/window/frames'
import { latencies } from '../bench/window/latency'
import { runEndlessly } from '../bench/window/lab'
import { resistors } from '../bench/window/networks'
import { zoomLines } from '../bench/window/past'
import { caseTable } from '../bench/window/table'
import { traced } from '../bench/window/trace'
import { expect, test } from './lab'
import { ChartsPage } from './pages/charts'

// What the window costs while the engine runs as fast as it can, by the means of the benchmark. It
// prints; it asserts only what does not depend on the speed of the machine.

async function expectComplete(page: Page): Promise<number> {
  await expect(page.getByTestId('status-dropped')).toContainText(/^0\b/)
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  const history = await page.evaluate(() =>
    window.lab.send('history', { series: 'batch', fromStep: 0, toStep: null, buckets: 100 }),
  )
  if (!history.ok) throw new Error(history.problem.message)
  const { dropped, steps } = record.value.result
  expect(dropped).toBe(0)
  expect(history.value.range).toEqual({ firstStep: 1, lastStep: steps })
  return steps
}

for (const { name, change } of resistors)
  for (const { form, seconds } of [
    { form: 'quick', seconds: 3 },
    { form: 'long @long', seconds: 30 },
  ])
    test(`what the window costs at full speed, ${name}, ${form}`, async ({ live, page }) => {
      test.setTimeout(seconds * 4000 + 90_000)
      await runEndlessly(page, change)
      await live.expectStepsAbove(50)
      const events = await traced(page, () => page.waitForTimeout(1000 * seconds))
      const latency = await latencies(page, seconds)
      await live.pause.click()
      await live.expectState('Paused')
      const steps = await expectComplete(page)
      const thread = mainThread(events)
      const stepsPerSecond = steps / (2 * seconds)
      console.log(caseTable([{ name, thread, latency, stepsPerSecond, dropped: 0 }]))
      expect(thread.cpu.length).toBeGreaterThan(0)
      expect(latency.length).toBeGreaterThan(0)
    })

for (const { form, steps } of [
  { form: 'of what a quick run brings', steps: 200_000 },
  { form: 'of 10^8 steps @long', steps: 1e8 },
])
  test(`a history ${form} is zoomed into`, async ({ live, page }) => {
    test.setTimeout(3_600_000)
    await runEndlessly(page, (config) => config)
    console.log(await zoomLines(page, steps))
    await live.expectState('Paused')
    await new ChartsPage(page).expectFollow('Held')
    await expectComplete(page)
  })
