import { expect, test } from './lab'

test('pause holds the step, single steps go one by one, reset goes back to 0', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(10)
  await live.pause.click()
  await live.expectState('Paused')
  const paused = await live.restingSteps()
  await page.getByTestId('step').click()
  await expect.poll(() => live.steps()).toBe(paused + 1)
  await page.getByTestId('step').click()
  await expect.poll(() => live.steps()).toBe(paused + 2)
  await page.getByTestId('reset').click()
  await live.expectState('Ready')
  await expect.poll(() => live.steps()).toBe(0)
})

test('the keyboard does what the buttons do', async ({ live, page }) => {
  await page.keyboard.press('Space')
  await live.expectState('Running')
  await live.expectStepsAbove(5)
  await page.keyboard.press('Space')
  await live.expectState('Paused')
  const paused = await live.restingSteps()
  await page.keyboard.press('s')
  await expect.poll(() => live.steps()).toBe(paused + 1)
  await page.keyboard.press('l')
  await expect(page.getByTestId('scale-linear')).toHaveAttribute('aria-checked', 'true')
  await page.keyboard.press('x')
  await expect(page.getByTestId('x-axis-updates')).toHaveAttribute('aria-checked', 'true')
  await page.keyboard.press('?')
  await expect(page.getByTestId('shortcuts-dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await live.expectState('Ready')
})

test('typing into a field starts nothing', async ({ live }) => {
  await live.field('seed').fill('12')
  await live.field('seed').press('Space')
  await live.expectState('Ready')
})

test('the same seed gives the same run, another seed another', async ({ live, page }) => {
  const train = async (seed: string): Promise<string> => {
    await live.set('seed', seed)
    await live.ready()
    for (let i = 0; i < 3; i++) await page.getByTestId('step').click()
    await expect.poll(() => live.steps()).toBe(3)
    return live.summary('conductance')
  }
  const first = await train('5')
  expect(await train('6')).not.toBe(first)
  expect(await train('5')).toBe(first)
})
