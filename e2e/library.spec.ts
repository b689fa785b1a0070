import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'

/** Trains with a seed until some steps are done, and pauses. */
async function train(live: LivePage, seed: string): Promise<void> {
  await live.set('speed', '1000')
  await live.set('seed', seed)
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(1200)
  await live.pause.click()
  await live.expectState('Paused')
}

const rows = (page: Page) => page.getByTestId('runs').getByRole('row')
const stored = (page: Page) => rows(page).filter({ has: page.locator('.title') })

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

test('runs are found, named, tagged, deleted with a way back, compared and replayed', async ({
  live,
  page,
}) => {
  await page.keyboard.press('2')
  await expect(page.getByTestId('library-empty')).toContainText('Nothing is recorded yet')
  await page.getByTestId('go-live').click()
  await train(live, '5')
  await train(live, '6')
  await page.keyboard.press('2')
  await expect(stored(page)).toHaveCount(2)
  await page.getByTestId('runs').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await page.getByTestId('rename').fill('Second seed')
  await page.keyboard.press('Enter')
  await expect(stored(page).first()).toContainText('Second seed')
  await page.getByTestId('tag-field').fill('thesis')
  await page.keyboard.press('Enter')
  await expect(stored(page).first()).toContainText('thesis')
  await page.getByTestId('library-search').fill('thesis')
  await expect(stored(page)).toHaveCount(1)
  await page.getByTestId('library-search').fill('')
  expect(await serious(page)).toEqual([])

  await stored(page).nth(1).click()
  await page.keyboard.press('Delete')
  await expect(stored(page)).toHaveCount(1)
  await page.getByTestId('undo').click()
  await expect(stored(page)).toHaveCount(2)

  await stored(page).first().click()
  await stored(page)
    .nth(1)
    .click({ modifiers: ['Shift'] })
  await page.getByTestId('compare-runs').click()
  const table = page.getByTestId('differences')
  await expect(table).toContainText('seed')
  await expect(table).not.toContainText('task.kind')
  await expect(table.getByRole('row')).toHaveCount(3)
  expect(await serious(page)).toEqual([])

  await page.keyboard.press('2')
  await stored(page).nth(1).dblclick()
  await expect(page.getByTestId('replay-bar')).toContainText('Replay of')
  await page.getByTestId('scrubber').fill('700')
  await expect.poll(() => live.steps()).toBe(700)
  await live.start.click()
  await live.expectStepsAbove(800)
  await page.getByTestId('replay-close').click()
  await expect(page.getByTestId('replay-bar')).toHaveCount(0)
  await live.expectStepsAbove(1200)
})

test('a run that was cut off is told, and goes on where it was', async ({ userData }) => {
  const first = await launchLab(userData)
  const live = new LivePage(await first.firstWindow())
  await live.ready()
  await live.set('speed', '1000')
  await live.start.click()
  await live.expectStepsAbove(2500)
  const engine = await first.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Desynclab engine')?.pid ?? 0,
  )
  const gone = new Promise<void>((done) => first.process().once('exit', () => done()))
  first.process().kill('SIGKILL')
  process.kill(engine, 'SIGKILL')
  await gone

  const second = await launchLab(userData)
  const page = await second.firstWindow()
  const again = new LivePage(page)
  await expect(page.getByTestId('view-library')).toBeVisible()
  await page.getByTestId('view-library').click()
  await expect(stored(page).first()).toContainText('Interrupted')
  await stored(page).first().click()
  await page.getByTestId('resume-run').click()
  await again.expectState('Running')
  await again.expectStepsAbove(2500)
  await quit(second)
})

test('a bundle comes into the library, and a damaged one is refused with the reason', async ({
  app,
  live,
  page,
  userData,
}) => {
  await train(live, '7')
  const out = join(userData, 'bundles')
  mkdirSync(out)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, out)
  const written = await page.evaluate(() => window.lab.send('exportReport', {}))
  if (!written.ok || written.value === null) throw new Error('nothing was exported')
  const { directory, files } = written.value
  const archive = zipSync(
    Object.fromEntries(files.map((name) => [name, readFileSync(join(directory, name))])),
  )
  const drop = (bytes: number[], name: string) =>
    page.evaluate(
      ([content, called]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(content)], called))
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
      },
      [bytes, name] as const,
    )
  const whole = [...archive]
  await page.keyboard.press('2')
  await expect(stored(page)).toHaveCount(1)
  await stored(page).first().click()
  // The run of the moment stays: another one is opened first.
  await page.keyboard.press('1')
  await live.set('seed', '8')
  await live.ready()
  await page.getByTestId('view-library').click()
  await stored(page).first().click()
  await page.keyboard.press('Delete')
  await page.getByTestId('show-trash').click()
  await stored(page).first().click()
  await page.getByTestId('purge-runs').click()
  await page.getByTestId('purge-confirm').click()
  await expect(stored(page)).toHaveCount(0)
  await drop(whole, 'mine.zip')
  await expect(page.getByTestId('problem-bundle-imported')).toBeVisible()
  await expect(stored(page).first()).toContainText('imported')
  await page.getByTestId('open-run').click()
  await expect(page.getByTestId('replay-bar')).toBeVisible()

  const damaged = [...whole]
  damaged[Math.floor(damaged.length / 2)] ^= 1
  await drop(damaged, 'damaged.zip')
  await expect(page.getByTestId('problem-bundle-damaged')).toContainText('no bundle')
})
