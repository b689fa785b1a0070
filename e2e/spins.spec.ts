import type { Page } from '@playwright/test'
import { expect, test } from './lab'
import { Looks } from './looks'

/** What a figure says to those who cannot see it. */
const said = async (page: Page, chart: string): Promise<string> =>
  (await page.getByTestId(chart).getAttribute('aria-label')) ?? ''

/** Of a sentence with the affected spins: how many of how many. */
async function affected(page: Page): Promise<number> {
  const [, some, all] = /^(\d+) of (\d+) free/.exec(await said(page, 'chart-response')) ?? []
  return Number(some) / Number(all)
}

test('a lattice of spins learns exclusive or, and the channel appears @quick', async ({
  app,
  live,
  page,
}, info) => {
  const looks = new Looks(app, page, info)
  await looks.begin()
  await live.choose('preset', /^A channel through a lattice/)
  await live.ready()
  await expect.poll(() => affected(page)).toBeGreaterThan(0.8)
  const begun = Date.now()
  await live.start.click()
  await live.expectState('Finished')
  info.annotations.push({
    type: 'seconds to learn',
    description: String((Date.now() - begun) / 1000),
  })
  await looks.shot('finished')
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  expect(record.value.result.trainError).toBeLessThan(0.05)
  // Most spins answer to one end only: what is left is the way between both.
  await expect.poll(() => affected(page)).toBeLessThan(0.6)
  expect(await said(page, 'chart-network')).toContain('25 spins and 40 couplings')
  // Nothing is measured in volts here.
  await expect(page.getByRole('main', { name: 'Plots' })).not.toContainText('V²')

  await expect.poll(() => said(page, 'chart-evolution')).toContain('Up to step')
  await page.getByTestId('spin-scrubber').fill('1')
  await expect(page.getByTestId('spin-shown')).toContainText('step')
  await expect.poll(() => affected(page)).toBeGreaterThan(0.7)
  await page.getByTestId('spin-state-clamped').click()
  await looks.shot('scrubbed')
  await looks.size(1024, 640)
  await looks.shot('small')
  await looks.fits()
  await page.getByTestId('spin-now').click()
  await expect.poll(() => affected(page)).toBeLessThan(0.6)
})

test('a replay of spins shows every moment of their training', async ({ live, page }) => {
  await live.choose('preset', /^Exclusive or on a lattice/)
  await live.ready()
  await live.set('speed', '3000')
  await live.start.click()
  await live.expectState('Finished')
  // The run of the moment would be shown as it is.
  await live.choose('preset', /^A channel through a lattice/)
  await live.ready()
  await page.getByTestId('view-library').click()
  await page
    .getByTestId('runs')
    .getByRole('row')
    .filter({ has: page.locator('.title') })
    .first()
    .dblclick()
  await expect(page.getByTestId('replay-bar')).toBeVisible()
  await page.getByTestId('scrubber').fill('400')
  await expect(page.getByTestId('replay-step')).toContainText('400')
  // The kept moments are those of the whole training, wherever the replay stands.
  await expect.poll(() => said(page, 'chart-evolution')).toContain('Up to step 1')
  await page.getByTestId('spin-scrubber').fill('5')
  await expect(page.getByTestId('spin-shown')).toContainText('step')
})
