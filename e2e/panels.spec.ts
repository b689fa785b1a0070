import type { Page } from '@playwright/test'
import { expect, test } from './lab'

async function record(page: Page) {
  const outcome = await page.evaluate(() => window.lab.send('record', undefined))
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

test('conductances: pinned moment, scales, and every edge over time', async ({ live, page }) => {
  await live.start.click()
  await live.expectStepsAbove(200)
  await page.getByTestId('conductance-pin').click()
  await expect(page.getByTestId('conductance-pin')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('conductance-view').click()
  await expect(page.getByTestId('chart-conductance')).toHaveAttribute(
    'aria-label',
    /Conductances of 16 edges from step 0 to/,
  )
  const history = await page.evaluate(() => window.lab.send('edgeHistory', { rows: 100 }))
  expect(history.ok && [history.value.step[0], history.value.edges.length]).toEqual([0, 16])
  await page.getByTestId('conductance-view').click()
  await live.pause.click()
  await page.getByTestId('rule-discrete').click()
  await live.ready()
  await page.getByTestId('conductance-scale-level').click()
  await expect(page.getByTestId('conductance-scale-level')).toHaveAttribute('data-state', 'checked')
})

test('timing: the law fits, edge by edge and pooled, and the raster shows what was asked for', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(600)
  await page.getByTestId('raster-window-2000').click()
  await page.getByTestId('interval-edge').selectOption('4')
  await live.expectStepsAbove(2000)
  await live.pause.click()
  await live.expectState('Paused')
  const fit = page.getByTestId('interval-fit')
  await expect(fit).toContainText('χ²')
  // A right law is rejected once in ten thousand runs; this run is always the same.
  expect(Number(await fit.getAttribute('data-p'))).toBeGreaterThan(1e-4)
  await page.getByTestId('interval-edge').selectOption('')
  await expect(page.getByTestId('chart-intervals')).toHaveAttribute(
    'aria-label',
    /mean (1\.9|2\.0)/,
  )
  expect(Number(await fit.getAttribute('data-p'))).toBeGreaterThan(1e-4)
  await expect(page.getByTestId('chart-raster')).toHaveAttribute(
    'aria-label',
    /: 50\.\d %|: 49\.\d %/,
  )
  // Under Poisson clocks an interval is a time, and its law exponential.
  await live.choose('schedule', /^Poisson clocks/)
  await live.ready()
  await live.set('speed', '')
  await live.start.click()
  await live.expectState('Finished')
  await expect(page.getByTestId('chart-intervals')).toHaveAttribute('aria-label', /exponential/)
  // The raster counts seconds too, or steps where one wants to.
  const raster = page.getByTestId('chart-raster')
  await expect(raster).toHaveAttribute('aria-label', /of simulated time/)
  await page.getByTestId('raster-axis-steps').click()
  await expect(raster).not.toHaveAttribute('aria-label', /of simulated time/)
  expect(Number(await fit.getAttribute('data-p'))).toBeGreaterThan(1e-4)
})

test('network: damage is one action on the record, is undone as one, and edges freeze by a key', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(100)
  await page.getByTestId('network-damage').click()
  await page.getByTestId('damage-fraction-field').fill('0.25')
  await page.getByTestId('damage-fraction-field').press('Enter')
  await page.getByTestId('damage-apply').click()
  await expect(live.network).toHaveAttribute('data-cut', '4')
  const cuts = (await record(page)).config.adjustments
  expect(cuts.map(({ change }) => change.kind === 'edge' && change.action)).toEqual(
    Array(4).fill('cut'),
  )
  expect(new Set(cuts.map(({ step }) => step)).size).toBe(1)
  await page.getByTestId('damage-undo').click()
  await expect(live.network).toHaveAttribute('data-cut', '0')
  await page.keyboard.press('Escape')
  await live.network.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('f')
  await expect(page.getByTestId('network-tip')).toContainText('frozen')
  await live.expectState('Running')
})

test('network: nodes are dragged and set back, colours say what was chosen, roles change while it rests', async ({
  live,
  page,
}) => {
  await page.getByTestId('network-quantity').selectOption('power')
  const box = await live.network.boundingBox()
  if (box === null) throw new Error('the network is not on the screen')
  const nodeNear = async (wanted: RegExp): Promise<[number, number]> => {
    for (let y = 0.06; y < 0.75; y += 0.04)
      for (let x = 0.04; x < 0.97; x += 0.035) {
        const place: [number, number] = [box.x + x * box.width, box.y + y * box.height]
        await page.mouse.move(...place)
        const tip = page.getByTestId('network-tip')
        if ((await tip.count()) > 0 && wanted.test(await tip.innerText())) return place
      }
    throw new Error(`no node ${String(wanted)} in the drawing`)
  }
  const hidden = await nodeNear(/^E, hidden/)
  await page.mouse.down()
  await page.mouse.move(hidden[0] - 30, hidden[1] - 60, { steps: 4 })
  await page.mouse.up()
  await expect(async () => {
    // What is under a pointer that rests is told with its next move.
    await page.mouse.move(hidden[0] - 31, hidden[1] - 60)
    await page.mouse.move(hidden[0] - 30, hidden[1] - 60)
    await expect(page.getByTestId('network-tip')).toContainText('E, hidden', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
  await page.mouse.click(hidden[0] - 30, hidden[1] - 60, { button: 'right' })
  await expect(page.getByTestId('menu-role-ground')).toBeVisible()
  await page.getByTestId('menu-role-ground').click()
  await live.ready()
  const { network } = (await record(page)).config
  expect(network.roles.kind === 'given' && network.roles.grounds).toEqual(['B', 'E'])
  await page.getByTestId('network-drawing').click()
  await page.getByTestId('network-layout-given').click()
  await page.keyboard.press('Escape')
  await nodeNear(/^E, ground/)
})

test('physics: power, condition, noise and displacement, followed only while they are shown', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(50)
  await page.getByTestId('physics-toggle').click()
  await expect(page.getByTestId('physics-free')).toContainText(/\d.*a\.u\. V²/)
  await expect(page.getByTestId('physics-condition')).toContainText(/\d/)
  await expect(page.getByTestId('physics-noise')).toContainText(/\d.*a\.u\./)
  await expect(page.getByTestId('physics-displacement')).toContainText(/\d.*a\.u\.²/)
  await page.getByTestId('physics-toggle').click()
  await expect(page.getByTestId('physics-strip')).toHaveCount(0)
  const seen = await page.evaluate(() => window.lab.send('observables', undefined))
  expect(seen.ok && seen.value.noise).toBeNull()
})

test('what would happen with another p is a new run; the old one stays', async ({ live, page }) => {
  await live.start.click()
  await live.expectStepsAbove(50)
  const former = (await record(page)).run
  await page.getByTestId('what-if-open').click()
  await page.getByTestId('what-if-field').selectOption('schedule.probability')
  await page.getByTestId('what-if-value').fill('2')
  await page.getByTestId('what-if-go').click()
  await expect(page.getByRole('alert')).toContainText('At most 1')
  await page.getByTestId('what-if-value').fill('0.1')
  await page.getByTestId('what-if-go').click()
  // The former run goes on until the new one takes its place.
  await expect.poll(async () => (await record(page)).run).not.toBe(former)
  await live.expectState('Running')
  const now = await record(page)
  expect(now.config.schedule).toMatchObject({ kind: 'bernoulli', probability: 0.1 })
  const library = await page.evaluate(() => window.lab.send('library', {}))
  expect(library.ok && library.value.entries.map(({ id }) => id)).toContain(former)
})
