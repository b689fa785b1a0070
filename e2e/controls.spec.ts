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

test('a wrong value says why at its field, and Escape or the old value takes it back', async ({
  live,
  page,
}) => {
  const wrong = [
    ['p', '1.5', /at most 1\b/i],
    ['b', 'abc', /number/i],
    ['b', '31', /30/],
    ['b', '2.5', /whole/i],
    ['eta', '-1', /at least/i],
    ['alpha', '1e9', /at most/i],
    ['speed', '0', /at least/i],
    ['seed', '-3', /at least 0/i],
    ['seed', '', /number/i],
  ] as const
  for (const [name, value, why] of wrong) {
    const field = live.field(name)
    const before = await field.inputValue()
    await live.set(name, value)
    await expect(field, `${name} = ${value}`).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('alert')).toHaveText(why)
    if (name === 'b') await live.set(name, before)
    else await field.press('Escape')
    await expect(field).toHaveValue(before)
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  await live.ready()
})

test('an empty speed is no limit', async ({ live }) => {
  await live.set('speed', '')
  await expect(live.field('speed')).toHaveAttribute('placeholder', 'maximum')
  await expect(live.field('speed')).toHaveValue('')
  await expect(live.field('speed')).toHaveAttribute('aria-invalid', 'false')
})

test('targets that collapse are told, and a reset clears it', async ({ live, page }) => {
  await live.set('alpha', '0.03')
  await live.ready()
  // To the end of the run, and on as with Start.
  for (const steps of [6000, 20_000])
    await page.evaluate((count) => window.lab.send('step', { count }), steps)
  await expect(page.getByTestId('problem-targets-collapsed')).toContainText('protocol')
  await page.getByTestId('reset').click()
  await live.ready()
  await expect(live.problems).toBeEmpty()
})

test('every preset, task, rule and schedule starts, or says plainly why not @long', async ({
  live,
  page,
}) => {
  test.setTimeout(900_000)
  const entries = async (box: 'preset' | 'task' | 'schedule'): Promise<RegExp[]> => {
    await page.getByTestId(box).click()
    const texts = await page.getByRole('option').allInnerTexts()
    await page.keyboard.press('Escape')
    return texts.map((text) => new RegExp(`^${text.split('\n')[0].replace(/[()]/g, '\\$&')}`))
  }
  // Presets of spins have a rule of their own: the test after this one.
  const [presets, tasks, schedules] = [
    (await entries('preset')).filter(({ source }) => !/spins/i.test(source)),
    await entries('task'),
    await entries('schedule'),
  ]
  for (const preset of presets)
    for (const task of tasks)
      for (const rule of ['ideal', 'discrete'])
        for (const schedule of schedules) {
          await live.choose('preset', preset)
          await live.choose('task', task)
          await page.getByTestId(`rule-${rule}`).click()
          await live.choose('schedule', schedule)
          await live.ready()
          await live.start.click()
          await live.expectStepsAbove(3)
          await expect(live.problems).toBeEmpty()
          await live.pause.or(live.start).click()
          await page.getByTestId('reset').click()
          await live.ready()
        }
})

test('presets of spins start and learn @long', async ({ live, page }) => {
  for (const preset of [/^Exclusive or on a lattice of spins/, /^Spins learn Iris/]) {
    await live.choose('preset', preset)
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(3)
    await expect(live.problems).toBeEmpty()
    await live.pause.or(live.start).click()
    await page.getByTestId('reset').click()
    await live.ready()
  }
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
  await expect.poll(() => live.steps()).toBe(6000)
})

test('every schedule trains, Poisson clocks too, and its intervals follow the expected law', async ({
  live,
  page,
}) => {
  await live.set('speed', '1000')
  for (const schedule of ['Synchronous', 'Unequal rates', 'Poisson clocks', 'Sweep', 'Blocks']) {
    await live.choose('schedule', new RegExp(`^${schedule}`))
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(300)
    await live.pause.click()
    await live.expectState('Paused')
    await expect(page.getByTestId('chart-intervals')).toHaveAttribute('aria-label', /expected law/)
    await page.getByTestId('reset').click()
    await live.ready()
  }
})
