import type { Page } from '@playwright/test'
import { counters } from './lab'
import { quantile } from './table'
import { zooms } from './zoom'

/** Looks at the run so often, ms. */
const LOOK_MS = 1000
const ZOOMS = 12

/** Zooms into a run from all of it, while it goes on and paused, once it has so many steps. */
export async function zoomLine(page: Page, steps: number): Promise<string> {
  while ((await counters(page)).steps < steps) await page.waitForTimeout(LOOK_MS)
  const live = await zooms(page, ZOOMS)
  await page.getByTestId('pause').click()
  await page.getByTestId('chart-loss-plot').press('0')
  const rested = await zooms(page, ZOOMS)
  const ms = (all: number[]): string =>
    `p50 ${quantile(all, 0.5).toFixed(0)} ms, most ${Math.max(...all).toFixed(0)} ms`
  const reached = (await counters(page)).steps.toExponential(2)
  return `zoom into ${reached} steps: while it runs ${ms(live)}; paused ${ms(rested)} (aim: 100 ms)`
}
