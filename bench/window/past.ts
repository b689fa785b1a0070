import type { Page } from '@playwright/test'
import { counters } from './lab'
import { quantile } from './table'
import { zooms, type Zoom } from './zoom'

/** Looks at the run so often, ms. */
const LOOK_MS = 1000
const [ROUNDS, ZOOMS] = [3, 14]

/** Zooms into a run from all of it, while it goes on and paused, once it has so many steps. */
export async function zoomLines(page: Page, steps: number): Promise<string> {
  while ((await counters(page)).steps < steps) await page.waitForTimeout(LOOK_MS)
  const live = await rounds(page)
  await page.getByTestId('pause').click()
  const rested = await rounds(page)
  const reached = (await counters(page)).steps.toExponential(2)
  return [
    `zoom into ${reached} steps, p50 / p95 / most (aim: p95 < 100 ms):`,
    line('while it runs', live),
    line('paused', rested),
  ].join('\n')
}

/** Each begins with the whole run in view. */
async function rounds(page: Page): Promise<Zoom[]> {
  const all: Zoom[] = []
  for (let n = 0; n < ROUNDS; n++) {
    await page.getByTestId('chart-loss-plot').press('0')
    all.push(...(await zooms(page, ZOOMS)))
  }
  return all
}

function line(name: string, all: readonly Zoom[]): string {
  const ms = (of: keyof Zoom): string => {
    const values = all.map((one) => one[of])
    const said = [quantile(values, 0.5), quantile(values, 0.95), Math.max(...values)]
    return said.map((value) => value.toFixed(0)).join(' / ')
  }
  return `  ${name.padEnd(14)} stretched ${ms('stretched')} ms, its rows ${ms('rows')} ms`
}
