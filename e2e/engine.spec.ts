import { killEngine } from './deaths'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'

const record = (live: LivePage) => live.page.evaluate(() => window.lab.send('record', undefined))

test('a killed engine starts again, the run resumes and ends in the same bits', async ({
  app,
  live,
  page,
}) => {
  await live.set('speed', '2000')
  await live.start.click()
  await live.expectStepsAbove(2500)
  await killEngine(app)
  await live.expectState('Finished')
  const resumed = await record(live)
  if (!resumed.ok) throw new Error(resumed.problem.message)
  expect(resumed.value.result.steps).toBe(6000)

  await page.getByTestId('reset').click()
  await live.ready()
  await live.start.click()
  await live.expectState('Finished')
  const whole = await record(live)
  if (!whole.ok) throw new Error(whole.problem.message)
  expect(resumed.value.result.hash).toBe(whole.value.result.hash)
})

test('an engine that keeps crashing is given up, and a preset begins anew', async ({
  app,
  live,
  page,
}) => {
  for (let crash = 1; crash <= 3; crash++) {
    await killEngine(app)
    if (crash < 3) await expect(page.getByTestId('problem-engine-resumed')).toBeVisible()
    // The next crash is told from this one by its message.
    if (crash < 3) await live.dismiss('engine-resumed')
  }
  await expect(page.getByTestId('problem-engine-gone')).toBeVisible()
  await expect(page.getByTestId('message-empty')).toBeVisible()
  await expect(page.getByTestId('status-state')).toContainText('No run')
  await expect(live.start).toBeDisabled()
  await live.choose('preset', /^Two targets, ideal rule/)
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(10)
})

test('a reloaded window shows the run that went on without it, and what was changed', async ({
  live,
  page,
}) => {
  await live.set('speed', '100')
  await live.start.click()
  await live.expectStepsAbove(30)
  await live.set('p', '0.25')
  const loss = page.getByTestId('chart-loss')
  await expect(loss).toHaveAttribute('aria-label', /Changed: p = 0\.25 after step \d+/)
  const marked = /Changed: .*/.exec(await live.summary('loss'))?.[0]
  await page.reload()
  await live.expectState('Running')
  await live.expectStepsAbove(60)
  await expect(loss).toHaveAttribute('aria-label', new RegExp(`${marked}$`))
  await expect(live.field('p')).toHaveValue('0.25')
})

test('a hidden window keeps the run going and shows the latest state on return', async ({
  app,
  live,
}) => {
  await live.set('speed', '500')
  await live.start.click()
  await live.expectStepsAbove(100)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].hide())
  await live.page.waitForTimeout(2000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].show())
  await live.expectStepsAbove(700)
  await expect(live.page.getByTestId('status-dropped')).toContainText('0')
})

test('closing asks while a run goes on: keep running, cancel, stop', async ({ userData }) => {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  const live = new LivePage(page)
  await live.ready()
  await live.set('speed', '50')
  await live.start.click()
  await live.expectStepsAbove(5)
  const closeAnswering = (response: number) =>
    app.evaluate(({ dialog, BrowserWindow }, answer) => {
      Reflect.set(globalThis, 'asked', '')
      const box: unknown = async (_window: unknown, options: { message: string }) => {
        Reflect.set(globalThis, 'asked', options.message)
        return { response: answer, checkboxChecked: false }
      }
      Reflect.set(dialog, 'showMessageBox', box)
      BrowserWindow.getAllWindows()[0].close()
    }, response)
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  const asked = () => app.evaluate(() => Reflect.get(globalThis, 'asked'))

  await closeAnswering(2)
  await expect.poll(asked).toMatch(/run/i)
  expect(await visible()).toBe(true)
  await closeAnswering(0)
  await expect.poll(visible).toBe(false)
  const hiddenAt = await live.steps()
  await app.evaluate(({ app: electron }) => {
    electron.emit('second-instance', {}, ['electron'], '/')
  })
  await expect.poll(visible).toBe(true)
  await live.expectStepsAbove(hiddenAt)

  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  await closeAnswering(1).catch((error: unknown) => {
    if (!/closed|destroyed/i.test(String(error))) throw error
  })
  await gone
})

test('closing asks nothing when no run goes on', async ({ userData }) => {
  const app = await launchLab(userData)
  const live = new LivePage(await app.firstWindow())
  await live.ready()
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close())
  await gone
})

test('a second start of the app shows the first window', async ({ app, live, userData }) => {
  await live.ready()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].hide())
  const second = await launchLab(userData).catch(() => null)
  if (second !== null) await quit(second)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].isVisible()))
    .toBe(true)
})
