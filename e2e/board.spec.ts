import { errorOf, expect, preset, test } from './withBoard'

test('the virtual board learns allostery, one click from the toggle', async ({
  live,
  board,
  page,
}) => {
  await live.choose('preset', /^Two targets on discrete levels/)
  await live.ready()
  await board.toHardware()
  await expect(board.connectView).toBeVisible()
  await expect(live.start).toBeDisabled()
  await board.connectVirtual()
  await board.expectPresence('identified')
  await live.ready()
  await live.start.click()
  await live.expectState('Finished')
  await expect.poll(() => live.steps()).toBe(2400)
  expect(errorOf(await live.summary('loss'))).toBeLessThan(1e-2)
  await expect(page.getByTestId('status-received')).toContainText(/received\s*0\s*missed/)
  // Back: frames that were received are let go of only after a question.
  await board.toSimulation()
  await page.getByTestId('machine-stay').click()
  await expect(page.getByTestId('status-machine')).toHaveText('Hardware')
  await board.toSimulation()
  await page.getByTestId('machine-switch').click()
  await live.ready()
  await expect(page.getByTestId('status-machine')).toHaveText('Simulated')
  await expect(page.getByTestId('preset')).toContainText('Two targets on discrete levels')
})

test('a run of the simulation waits for its return while a board is chosen', async ({
  live,
  board,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(100)
  await board.toHardware()
  await page.getByTestId('machine-switch').click()
  await expect(board.connectView).toBeVisible()
  await page.keyboard.press('Space')
  await board.toSimulation()
  await live.expectState('Paused')
  expect(await live.steps()).toBeGreaterThan(100)
})

test('what a board cannot do is greyed, with the reason', async ({ live, board, page }) => {
  await board.toHardware()
  await board.connectVirtual()
  await live.ready()
  await page.getByTestId('schedule').click()
  const poisson = page.getByRole('option', { name: /^Poisson clocks/ })
  await expect(poisson).toHaveAttribute('data-disabled', '')
  await expect(poisson).toContainText('it does synchronous, random (Bernoulli) and unequal rates')
  await page.keyboard.press('Escape')
  await expect(live.field('speed')).toBeDisabled()
})

test('a twin of the virtual board is compared step by step', async ({ live, board, page }) => {
  await live.choose('preset', /^Two targets on discrete levels/)
  await live.ready()
  await board.toHardware()
  await board.connectVirtual()
  await live.ready()
  await page.getByTestId('twin').click()
  await live.start.click()
  await live.expectState('Finished')
  await expect(page.getByTestId('twin-verdict')).toContainText(/identical so far|apart since step/)
  await expect(page.getByTestId('chart-twin')).toHaveAttribute(
    'aria-label',
    /at step 2\D?400: .*rms .* levels/,
  )
  await page.keyboard.press('t')
  await expect(page.getByTestId('panel-twin')).toHaveCount(0)
})

test('a board that was let go of learns on, and its run comes back with it', async ({
  live,
  board,
  page,
}) => {
  await board.toHardware()
  const endless = { ...preset.config, machine: { kind: 'board' }, stop: { steps: null } }
  await live.drop('endless.json', JSON.stringify(endless))
  await board.connectVirtual()
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(200)
  await page.getByTestId('board-details').click()
  await page.getByTestId('board-disconnect').click()
  await board.expectPresence('absent')
  await page.keyboard.press('Escape')
  await page.getByTestId('board-details').click()
  await board.connectVirtual()
  await board.expectPresence('learning')
  await page.keyboard.press('Escape')
  await live.expectState('Running')
  const before = await live.steps()
  await live.expectStepsAbove(before)
  await live.pause.click()
  await live.expectState('Paused')
  expect(await board.ask('RUN:STEP?')).toEqual([String(await live.restingSteps())])
})
