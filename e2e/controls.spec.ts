import { expect, test } from './lab'

test('p, b, eta and alpha change while the run goes on, and each change is marked', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.set('p', '0.25')
  await expect(page.getByTestId('chart-intervals')).toHaveAttribute('aria-label', /mean [34]/)
  await live.set('b', '10')
  await live.set('eta', '0.2')
  await live.set('alpha', '0.001')
  await live.expectState('Running')
  await expect(live.field('p')).toHaveValue('0.25')
  await expect(live.field('b')).toHaveValue('10')
  await expect(live.field('eta')).toHaveValue('0.2')
  await expect(live.field('alpha')).toHaveValue('0.001')
  await expect(live.problems).toBeEmpty()
})

test('the p slider moves by the keyboard while running', async ({ live, page }) => {
  await live.start.click()
  await live.expectStepsAbove(10)
  const before = Number(await live.field('p').inputValue())
  await page.getByTestId('p-slider').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await live.field('p').inputValue())).toBeGreaterThan(before)
  await live.expectState('Running')
})

test('a value out of range is refused where it was typed, and the run goes on', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(10)
  const p = await live.field('p').inputValue()
  await live.field('p').fill('1.5')
  await live.field('p').press('Enter')
  const value = Number(await live.field('p').inputValue())
  const told = await page.getByTestId('p').innerText()
  expect(value <= 1 || /1/.test(told), `${value} stands, and nothing says why not`).toBe(true)
  await live.field('p').fill('')
  await live.field('p').press('Enter')
  await live.set('p', p)
  await live.expectState('Running')
  await live.expectStepsAbove(await live.steps())
})

test('rule, task and seed wait for the end of the run, then reconfigure', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(5)
  await expect(page.getByTestId('rule-discrete')).toBeDisabled()
  await expect(page.getByTestId('task')).toBeDisabled()
  await expect(live.field('seed')).toBeDisabled()
  await live.pause.click()
  await page.getByTestId('rule-discrete').click()
  await live.ready()
  await expect(page.getByTestId('level-step')).toBeVisible()
  await expect(page.getByTestId('chart-conductance')).toHaveAttribute('aria-label', /S/)
  await live.choose('task', /^Linear regression/)
  await live.ready()
  await expect(page.getByTestId('task-summary')).toContainText('20 to train')
  await live.start.click()
  await live.expectStepsAbove(10)
})

test('speed goes from slow motion to as fast as it goes', async ({ live, page }) => {
  await live.set('speed', '10')
  await live.start.click()
  await live.expectStepsAbove(3)
  await live.pause.click()
  expect(await live.steps()).toBeLessThan(200)
  await page.getByTestId('reset').click()
  await live.ready()
  await page.getByTestId('speed-slider').focus()
  await page.keyboard.press('End')
  await live.start.click()
  await live.expectState('Finished')
  expect(await live.restingSteps()).toBe(6000)
})
