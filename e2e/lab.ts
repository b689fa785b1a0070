import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { startVirtualDisplay } from '../scripts/setup/display.mjs'
import { launchLab } from './launch'
import { LivePage } from './pages/live'

/** What the page complained about: a content security violation, an uncaught error, a console error. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`)
  })
  return heard
}

interface Fixtures {
  /** Complaints that a test provokes on purpose. */
  provoked: RegExp
  /** Leaves the tour of the first start open. */
  tour: boolean
  userData: string
  app: ElectronApplication
  page: Page
  live: LivePage
}

interface Desktop {
  desktop: undefined
}

export const test = base.extend<Fixtures, Desktop>({
  // Two windows on one display would take the focus from each other.
  desktop: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use, { parallelIndex }) => {
      const own = parallelIndex > 0 ? await startVirtualDisplay() : null
      Object.assign(process.env, own?.env)
      await use(undefined)
      await own?.stop()
    },
    { scope: 'worker', auto: true },
  ],
  provoked: [/^nothing is provoked$/, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'desynclab-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ userData }, use) => {
    const app = await launchLab(userData)
    await use(app)
    await quit(app)
  },
  tour: [false, { option: true }],
  page: async ({ app, provoked, tour }, use) => {
    const page = await app.firstWindow()
    const heard = complaints(page)
    await page.waitForLoadState('domcontentloaded')
    // Every test starts on a fresh folder, as on the first day; the tour has a test of its own.
    if (!tour) await page.getByTestId('tour-skip').click()
    await use(page)
    const unexpected = heard.filter((complaint) => !provoked.test(complaint))
    expect(unexpected, 'the page complained').toEqual([])
  },
  live: async ({ page }, use) => {
    const live = new LivePage(page)
    await live.ready()
    await use(live)
  },
})

/** Ends the app whatever it is doing: a test that left a run going must not hang on a question. */
export async function quit(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  if (app.process().exitCode !== null) return
  await app
    .evaluate(({ app: electron }) => electron.exit(0))
    .catch((error: unknown) => {
      // The reply is lost when the app is faster than its answer; anything else is a failure.
      if (!/closed|destroyed/i.test(String(error))) throw error
    })
  await gone
}

export { expect, launchLab }
