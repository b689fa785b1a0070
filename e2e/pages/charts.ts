import { expect, type Locator, type Page } from '@playwright/test'
import type { HistorySeries, Reply } from '../../src-preload/contract'

type Chart = 'loss' | 'accuracy'

/** The charts over time, by what a user sees and does there. */
export class ChartsPage {
  readonly follow: Locator

  constructor(readonly page: Page) {
    this.follow = page.getByTestId('follow')
  }

  plot(chart: Chart): Locator {
    return this.page.getByTestId(`chart-${chart}-plot`)
  }

  /** Where a part of the plot's width lies in the window, half-way down. */
  private async at(chart: Chart, share: number): Promise<[x: number, y: number]> {
    const box = await this.plot(chart).boundingBox()
    if (box === null) throw new Error(`the chart ${chart} is not in sight`)
    return [box.x + share * box.width, box.y + box.height / 2]
  }

  async point(chart: Chart, share: number): Promise<void> {
    await this.page.mouse.move(...(await this.at(chart, share)))
  }

  async wheel(chart: Chart, share: number, notches: number): Promise<void> {
    await this.point(chart, share)
    for (let n = 0; n < Math.abs(notches); n++)
      await this.page.mouse.wheel(0, 100 * Math.sign(notches))
  }

  async drag(chart: Chart, from: number, to: number, key?: 'Shift'): Promise<void> {
    if (key) await this.page.keyboard.down(key)
    await this.point(chart, from)
    await this.page.mouse.down()
    await this.page.mouse.move(...(await this.at(chart, (from + to) / 2)))
    await this.page.mouse.move(...(await this.at(chart, to)))
    await this.page.mouse.up()
    if (key) await this.page.keyboard.up(key)
  }

  /** The place that the crosshair says it is at, a step where the axis counts steps. */
  async placeAt(chart: Chart, share: number): Promise<number> {
    await this.point(chart, share)
    const text = await this.plot(chart).locator('.place').innerText()
    return Number(text.replace(/[^\d.]/g, ''))
  }

  /** Both ends of what is in view, to the pixel, as steps. */
  async range(chart: Chart): Promise<[from: number, to: number]> {
    const left = await this.placeAt(chart, 0.001)
    return [left, await this.placeAt(chart, 0.999)]
  }

  reading(chart: Chart, series: HistorySeries): Locator {
    return this.plot(chart).locator(`[data-series="${series}"] b`)
  }

  async expectFollow(text: 'All' | 'Held' | 'Following'): Promise<void> {
    await expect(this.follow).toHaveText(text)
  }

  async choose(panel: string, entry: string): Promise<void> {
    await this.page.getByTestId(`${panel}-tools`).click()
    await this.page.getByTestId(`${panel}-${entry}`).click()
  }

  /** What the engine itself knows. */
  async history(series: HistorySeries, fromStep = 0, toStep: number | null = null): Promise<Rows> {
    const rows = await this.page.evaluate(
      async ([name, from, to]) => {
        const request = { series: name, fromStep: from, toStep: to, buckets: 70_000 }
        const outcome = await window.lab.send('history', request)
        if (!outcome.ok) throw new Error(outcome.problem.message)
        const { firstStep, lastStep, expectedUpdates, runTimeMs, min, max, mean } = outcome.value
        const columns = { firstStep, lastStep, expectedUpdates, runTimeMs, min, max, mean }
        return Object.entries(columns).map(([key, column]) => [key, [...column]] as const)
      },
      [series, fromStep, toStep] as const,
    )
    return Object.fromEntries(rows) as Rows
  }
}

type Rows = Record<
  keyof Pick<
    Reply<'history'>,
    'firstStep' | 'lastStep' | 'expectedUpdates' | 'runTimeMs' | 'min' | 'max' | 'mean'
  >,
  number[]
>
