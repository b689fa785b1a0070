import { expect, test } from './lab'

test('a first-time user presses Start and has a trained network', async ({ live, page }) => {
  await expect(page).toHaveTitle(/Desynclab/)
  await expect(page.getByTestId('preset')).toContainText('Iris')
  await expect(page.getByTestId('task-summary')).toContainText('16 edges')
  await live.start.click()
  await live.expectState('Running')
  await live.expectStepsAbove(300)
  await expect(page.getByTestId('chart-loss')).toHaveAttribute('aria-label', /train/i)
  await expect(page.getByTestId('chart-intervals')).toHaveAttribute('aria-label', /geometric/i)
  await expect(page.getByTestId('chart-raster')).not.toHaveAttribute('aria-label', /yet/)

  await live.expectState('Finished')
  await expect.poll(() => live.steps()).toBe(6000)
  const message = await page.getByTestId('message-finished').innerText()
  const accuracy = Number(/([\d.]+)\s*%/.exec(message)?.[1])
  expect(accuracy).toBeGreaterThan(90)
  await expect(page.getByTestId('chart-confusion')).toHaveAttribute('aria-label', /of 120/)
  await expect(page.getByTestId('status-dropped')).toContainText('0')
})

test('every preset trains from the first click', async ({ live, page }) => {
  await page.getByTestId('preset').click()
  const names = await page.getByRole('option').allInnerTexts()
  await page.keyboard.press('Escape')
  expect(names.length).toBeGreaterThanOrEqual(4)
  for (const entry of names) {
    const title = entry.split('\n')[0]
    await live.choose('preset', new RegExp(`^${title}`))
    await live.ready()
    await expect(page.getByTestId('preset')).toContainText(title)
    await live.start.click()
    await live.expectStepsAbove(20)
    await live.pause.click()
    await live.expectState('Paused')
    expect(await live.summary('loss')).not.toContain('No values yet')
    await page.getByTestId('reset').click()
    await live.ready()
  }
})
