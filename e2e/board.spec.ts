import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { Cable, emulatedBoard, pretender, type Running } from './boards'
import { expect, test as base } from './lab'
import { BoardPage } from './pages/board'
import type { LivePage } from './pages/live'

const preset = JSON.parse(
  readFileSync(
    resolve(import.meta.dirname, '../resources/presets/allostery-penn16-discrete.json'),
    'utf8',
  ),
) as { config: object }

const test = base.extend<{ board: BoardPage; ends: Running[] }>({
  board: async ({ live }, use) => use(new BoardPage(live.page)),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  ends: async ({}, use) => {
    const ends: Running[] = []
    await use(ends)
    for (const one of ends.reverse()) await one.stop()
  },
})

/** The last number of a sentence such as `Over 2 400 steps: train from 3.1 V² to 1.52×10⁻⁵ V².` */
function errorOf(summary: string): number {
  const found = [...summary.matchAll(/train from .*? to ([\d.]+)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/g)].at(-1)
  if (found === undefined) throw new Error(`no error in: ${summary}`)
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const power = [...(found[2] ?? '')]
    .map((sign) => (sign === '⁻' ? '-' : digits.indexOf(sign)))
    .join('')
  return Number(found[1]) * 10 ** Number(power || 0)
}

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

test('axe finds nothing serious with a board, its twin and its console', async ({
  board,
  live,
  page,
}) => {
  const serious = async (): Promise<string[]> => {
    // Electron cannot open the second page that axe wants by default.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
  }
  await board.toHardware()
  await expect(board.connectView).toBeVisible()
  expect(await serious()).toEqual([])
  await board.connectVirtual()
  await live.ready()
  await page.getByTestId('twin').click()
  await board.openConsole()
  await board.say('NONSENSE')
  await expect(page.getByTestId('console-problem')).toBeVisible()
  await board.input.press('Tab')
  expect(await serious()).toEqual([])
})

test('the firmware on an emulated ATmega2560 learns allostery while p changes, and talks', async ({
  live,
  board,
  page,
  ends,
}) => {
  const emulated = await emulatedBoard()
  ends.push(emulated)
  await live.choose('preset', /^Two targets on discrete levels/)
  await live.ready()
  await board.toHardware()
  await board.connect(emulated.path)
  await board.expectPresence('identified')
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.set('p', '0.5')
  await live.expectState('Finished')
  await expect.poll(() => live.steps()).toBe(2400)
  expect(errorOf(await live.summary('loss'))).toBeLessThan(1e-2)
  await expect(live.problems).toBeEmpty()
  expect((await board.ask('SCH:PROB?')).map(Number)).toEqual([0.5])
  expect(await board.ask('SYST:ERR?')).toEqual(['0,"No error"'])

  // Its port is free for avrdude, and taken back.
  await page.getByTestId('board-details').click()
  await page.getByTestId('board-release').click()
  await page.keyboard.press('Escape')
  await board.expectPresence('released')
  await page.getByTestId('board-take').click()
  await board.expectPresence('identified')
  await expect.poll(() => board.ask('RUN:STEP?')).toEqual(['2400'])

  await board.openConsole()
  await board.say('*IDN?')
  await expect.poll(async () => (await board.lines()).at(-1)).toContain('Desynclab,Board bench')
  await board.input.fill('syst:ver')
  await board.input.press('Tab')
  await expect(board.input).toHaveValue('SYST:VERS?')
  await board.input.press('Enter')
  await expect.poll(async () => (await board.lines()).at(-1)).toBe('1999.0')
  await board.input.press('ArrowUp')
  await board.input.press('ArrowUp')
  await expect(board.input).toHaveValue('*IDN?')
  await board.say('NONSENSE')
  await expect(page.getByTestId('console-problem')).toContainText('-113')
  await board.input.press('Escape')
  await expect(board.console).toHaveCount(0)
})

test('a cable that is pulled comes back to the same run, and the gap is marked', async ({
  live,
  board,
  page,
  ends,
}) => {
  const { run, cable } = await learningBehindCable(ends, live, board)
  await pullAndPlug(board, cable, 3)
  await run()
  // The emulated line may lose a frame of its own: that is another gap.
  const unplugged = (await board.gaps()).filter(({ reason }) => reason === 'unplugged')
  expect(unplugged).toHaveLength(3)
  await expect(page.getByTestId('chart-loss')).toHaveAttribute('aria-label', /[3-9] gaps/)
})

test('the cable is pulled 20 times without a lost or stale command @long', async ({
  live,
  board,
  ends,
}) => {
  test.setTimeout(400_000)
  const { run, cable } = await learningBehindCable(ends, live, board)
  await pullAndPlug(board, cable, 20)
  await run()
})

test('ports that lead to no board say what is wrong', async ({ live, board, ends }) => {
  await live.ready()
  await board.toHardware()
  await board.connect('/dev/no-such-port')
  await expect(board.said).toContainText('/dev/no-such-port')
  const silent = await pretender('cat > /dev/null')
  ends.push(silent)
  await board.connect(silent.path)
  await board.expectPresence('error', 20_000)
  await expect(board.said).toContainText(/answer|silent|said nothing/i)
  const nonsense = await pretender('yes nonsense | head -c 2000000; sleep 60')
  ends.push(nonsense)
  await board.connect(nonsense.path)
  await board.expectPresence('connecting')
  await board.expectPresence('error', 20_000)
  await expect(board.status.getByTestId('board-again')).toBeVisible()
  const emulated = await emulatedBoard()
  ends.push(emulated)
  const newer = await pretender(`
    stty -F ${emulated.path} raw -echo
    LC_ALL=C sed -u s/PROTOCOL=1/PROTOCOL=9/ < ${emulated.path} &
    cat > ${emulated.path}`)
  ends.push(newer)
  await board.connect(newer.path)
  await expect(board.said).toContainText(/version|protocol/i, { timeout: 20_000 })
  await board.expectPresence('error')
  // Nothing was lost: the simulation is as it was.
  await board.toSimulation()
  await live.ready()
})

test('Iris on the emulated ATmega2560 ends as the simulation of the same rule does @long', async ({
  live,
  board,
  page,
  ends,
}) => {
  test.setTimeout(600_000)
  const accuracy = async (): Promise<number> => {
    const text = await page.getByTestId('message-finished').innerText({ timeout: 400_000 })
    return Number(/([\d.]+)\s*%/.exec(text)?.[1])
  }
  await live.start.click()
  const simulated = await accuracy()
  const emulated = await emulatedBoard()
  ends.push(emulated)
  await board.toHardware()
  await board.connect(emulated.path)
  await live.ready()
  await live.start.click()
  const learned = await accuracy()
  expect(learned).toBeGreaterThan(90)
  expect(Math.abs(learned - simulated)).toBeLessThan(5)
})

/** An emulated board learns without end behind a cable; `run` pauses it and looks for what was lost. */
async function learningBehindCable(
  ends: Running[],
  live: LivePage,
  board: BoardPage,
): Promise<{ cable: Cable; run: () => Promise<void> }> {
  const emulated = await emulatedBoard()
  const cable = new Cable(emulated.path)
  ends.push(emulated, cable)
  await cable.plug()
  await board.toHardware()
  // The preset ends after 2400 steps; this goes on for as long as the test takes.
  const endless = { ...preset.config, machine: { kind: 'board' }, stop: { steps: null } }
  await live.drop('endless.json', JSON.stringify(endless))
  await board.connect(cable.path)
  await live.ready()
  await live.start.click()
  await board.expectPresence('learning')
  return {
    cable,
    async run() {
      await live.set('p', '0.75')
      await live.pause.click()
      await live.expectState('Paused')
      const steps = await live.restingSteps()
      expect(await board.ask('RUN:STEP?')).toEqual([String(steps)])
      expect(Number((await board.ask('SCH:PROB?'))[0])).toBeCloseTo(0.75, 6)
      expect(await board.ask('SYST:ERR:COUN?')).toEqual(['0'])
      await expect(live.problems).toBeEmpty()
      // What tells the board to do something went over the line once.
      const told = (await board.sent()).filter((text) => /INIT|SCH:PROB 0\.75|ABOR/.test(text))
      const words = told.map((text) => text.replace(/.*(INIT|PROB|ABOR).*/, '$1'))
      expect(words[0]).toBe('INIT')
      // A pause may overtake a change that waits for its turn: both hold from the same step on.
      expect(words.slice(1).sort()).toEqual(['ABOR', 'PROB'])
    },
  }
}

/** Pulls the cable and plugs it again; nothing is sent that was meant for a former line. */
async function pullAndPlug(board: BoardPage, cable: Cable, times: number): Promise<void> {
  for (let i = 1; i <= times; i++) {
    await cable.pull()
    await board.expectPresence('reconnecting', 5000)
    await cable.plug()
    await board.expectPresence('learning')
    expect((await board.state()).counters.reconnects).toBe(i)
  }
}
