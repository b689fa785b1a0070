import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { launchLab } from '../../e2e/launch'
import type { RunConfig } from '../../src-preload/contract'

/** The real window on a folder of its own. */
export interface Lab {
  app: ElectronApplication
  page: Page
  close(): Promise<void>
}

export async function openLab(): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-bench-'))
  const app = await launchLab(folder)
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  await page.getByTestId('tour-skip').click()
  await page.getByTestId('message-ready').waitFor()
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  return {
    app,
    page,
    async close() {
      // A run that goes on must not hang on a question; the answer may be lost with the app.
      await Promise.race([app.evaluate(({ app: electron }) => electron.exit(0)), gone])
      await gone
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Lets a run without end learn as fast as it can, with the error of each batch in the loss chart. */
export async function runEndlessly(
  page: Page,
  change: (config: RunConfig) => RunConfig,
): Promise<void> {
  const present = await page.evaluate(() => window.lab.send('present', undefined))
  if (!present.ok || present.value === null) throw new Error('the window has no run')
  const config = change({
    ...present.value.config,
    stop: { steps: null },
    pace: { stepsPerSecond: null },
  })
  const file = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'endless.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(config))
  await page.dispatchEvent('body', 'drop', { dataTransfer: file })
  await page.waitForFunction(
    async (before) => {
      const now = await window.lab.send('present', undefined)
      return now.ok && now.value !== null && now.value.description.run !== before
    },
    present.value.description.run,
    { polling: 100 },
  )
  await page.getByTestId('message-ready').waitFor()
  const batch = page.getByTestId('legend-batch')
  if ((await batch.getAttribute('aria-pressed')) === 'false') await batch.click()
  await page.getByTestId('start').click()
  await page.getByTestId('pause').waitFor()
}

/** What the engine knows of its run. */
export async function counters(page: Page): Promise<{ steps: number; dropped: number }> {
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  return record.value.result
}
