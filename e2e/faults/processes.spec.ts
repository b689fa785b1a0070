import { setTimeout as wait } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'
import { expect, launchLab, quit, test } from '../lab'
import { LivePage } from '../pages/live'
import { fault } from './fault'
import { expectWholeRecord, goesOn, inWindow, problemsOf, processesOf } from './injured'

/** An app whose run goes on without end. */
async function learning(userData: string): Promise<ElectronApplication> {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  await page.getByTestId('tour-skip').click()
  const live = new LivePage(page)
  await live.ready()
  const configured = await page.evaluate(async () => {
    const present = await window.lab.send('present', undefined)
    if (!present.ok || present.value === null) return false
    const { config } = present.value
    const endless = { ...config, stop: { steps: null }, pace: { stepsPerSecond: 2000 } }
    return (await window.lab.send('configure', { config: endless })).ok
  })
  expect(configured).toBe(true)
  await page.evaluate(() => window.lab.send('start', undefined))
  await goesOn(app)
  return app
}

for (const [times, tag] of [
  [5, ''],
  [40, ' @long'],
] as const)
  test(
    `a window that crashes ${times} times comes back to its run, which went on${tag}`,
    fault('window crashed or killed', times),
    async ({ userData }) => {
      test.setTimeout(60_000 + times * 15_000)
      const app = await learning(userData)
      await app.evaluate(({ dialog }) => {
        Reflect.set(globalThis, 'asked', 0)
        const box: unknown = async () => {
          Reflect.set(globalThis, 'asked', Number(Reflect.get(globalThis, 'asked')) + 1)
          return { response: 0, checkboxChecked: false }
        }
        Reflect.set(dialog, 'showMessageBox', box)
      })
      for (let n = 1; n <= times; n++) {
        await app.evaluate(
          ({ BrowserWindow }, kill) => {
            const { webContents } = BrowserWindow.getAllWindows()[0]
            if (kill) process.kill(webContents.getOSProcessId(), 'SIGKILL')
            else webContents.forcefullyCrashRenderer()
          },
          n % 2 === 0,
        )
        await expect
          .poll(() => problemsOf(app).catch(() => []), { timeout: 20_000 })
          .toContain('problem-window-lost')
        await goesOn(app)
        await inWindow(
          app,
          `document.querySelector('[data-testid="problem-window-lost"] button[aria-label="Dismiss"]').click()`,
        )
        await expect.poll(() => problemsOf(app)).toEqual([])
      }
      // After four within a minute it is the user who says whether once more.
      expect(await app.evaluate(() => Number(Reflect.get(globalThis, 'asked')))).toBeGreaterThan(0)
      await expectWholeRecord(app, userData)
      await quit(app)
    },
  )

/** Canvases of the charts in view on which nothing is drawn. */
const blank = `[...document.querySelectorAll('[data-testid^="chart-"] canvas')]
  .filter((canvas) => canvas.width > 0 && canvas.offsetParent !== null)
  .filter((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    return !data.some((value) => value !== 0)
  }).length`

for (const [times, tag] of [
  [8, ''],
  [40, ' @long'],
] as const)
  test(
    `graphics that are killed ${times} times are drawn again${tag}`,
    fault('graphics process killed', times),
    async ({ userData }) => {
      test.setTimeout(60_000 + times * 10_000)
      const app = await learning(userData)
      const graphics = () =>
        app.evaluate(
          ({ app: electron }) =>
            electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null,
        )
      for (let n = 1; n <= times; n++) {
        let before: number | null = null
        await expect.poll(async () => (before = await graphics())).not.toBeNull()
        await app.evaluate((_, pid) => process.kill(pid, 'SIGKILL'), before ?? 0)
        await expect.poll(graphics, { timeout: 20_000 }).not.toBe(before)
        await goesOn(app)
        await expect.poll(() => inWindow(app, blank)).toBe(0)
      }
      expect(await problemsOf(app)).toEqual([])
      await expectWholeRecord(app, userData)
      await quit(app)
    },
  )

for (const [seconds, tag] of [
  [12, ''],
  [90, ' @long'],
] as const) {
  test(
    `a computer that sleeps for ${seconds} s wakes up to the same run${tag}`,
    fault(`sleep and wake, ${seconds} s`, 1),
    async ({ userData }) => {
      test.setTimeout(120_000 + seconds * 1000)
      const app = await learning(userData)
      const pids = processesOf(app)
      expect(pids.length).toBeGreaterThan(3)
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      await wait(seconds * 1000)
      for (const pid of pids) process.kill(pid, 'SIGCONT')
      await goesOn(app)
      // Nobody was lost, so nothing was started again.
      expect(await problemsOf(app)).toEqual([])
      expect(processesOf(app)).toEqual(expect.arrayContaining(pids))
      await expectWholeRecord(app, userData)
      await quit(app)
    },
  )

  test(
    `an engine that is held for ${seconds} s is told, and the run goes on after${tag}`,
    fault(`engine held, ${seconds} s`, 1),
    async ({ userData }) => {
      test.setTimeout(120_000 + seconds * 1000)
      const app = await learning(userData)
      const engine = await app.evaluate(
        ({ app: electron }) =>
          electron.getAppMetrics().find(({ name }) => name === 'Desynclab engine')?.pid ?? 0,
      )
      process.kill(engine, 'SIGSTOP')
      await expect
        .poll(() => problemsOf(app), { timeout: 20_000 })
        .toContain('problem-engine-silent')
      await wait(Math.max(0, seconds - 12) * 1000)
      process.kill(engine, 'SIGCONT')
      await expect.poll(() => problemsOf(app), { timeout: 20_000 }).toEqual([])
      await goesOn(app)
      await expectWholeRecord(app, userData)
      await quit(app)
    },
  )
}
