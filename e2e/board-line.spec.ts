import { Cable, emulatedBoard, pretender, type Running } from './boards'
import type { BoardPage } from './pages/board'
import type { LivePage } from './pages/live'
import { fault } from './faults/fault'
import { errorOf, expect, preset, test } from './withBoard'

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

test(
  'a cable that is pulled comes back to the same run, and the gap is marked',
  fault('port gone, cable pulled', 3),
  async ({ live, board, page, ends }) => {
    const { run, cable } = await learningBehindCable(ends, live, board)
    await pullAndPlug(board, cable, 3)
    await run()
    // The emulated line may lose a frame of its own: that is another gap.
    const unplugged = (await board.gaps()).filter(({ reason }) => reason === 'unplugged')
    expect(unplugged.length).toBeGreaterThanOrEqual(3)
    // Each has its steps, and none overlaps the next.
    for (const [n, gap] of unplugged.entries()) {
      expect(gap.toStep).toBeGreaterThan(gap.fromStep)
      if (n > 0) expect(gap.fromStep).toBeGreaterThanOrEqual(unplugged[n - 1].toStep)
    }
    await expect(page.getByTestId('chart-loss')).toHaveAttribute('aria-label', /[3-9] gaps/)
  },
)

test(
  'the cable is pulled 20 times without a lost or stale command @long',
  fault('port gone, cable pulled', 20),
  async ({ live, board, ends }) => {
    test.setTimeout(400_000)
    const { run, cable } = await learningBehindCable(ends, live, board)
    await pullAndPlug(board, cable, 20)
    await run()
  },
)

test(
  'ports that lead to no board say what is wrong',
  fault('port gone, silent, or with wrong firmware', 4),
  async ({ live, board, ends }) => {
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
  },
)

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
  // A cable that goes with the order to begin makes it be given again: that is not what is tried.
  await live.expectStepsAbove(10)
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
    // The emulated line may break once more by itself while it is opened.
    expect((await board.state()).counters.reconnects).toBeGreaterThanOrEqual(i)
    // Frames come again before the next one: else two pulls are one gap.
    const { frames } = (await board.state()).counters
    await expect
      .poll(async () => (await board.state()).counters.frames, { timeout: 15_000 })
      .toBeGreaterThan(frames + 3)
  }
}
