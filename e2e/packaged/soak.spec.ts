import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { emulatedBoard } from '../boards'
import { BoardPage } from '../pages/board'
import { LivePage } from '../pages/live'
import { slope, usages, type Usage } from './processes'
import { FOLDER, Shipped } from './shipped'

const minutes = Number(process.env['DESYNCLAB_SOAK_MINUTES'] ?? '2')
/** Caches fill and code is compiled before; a leak goes on after. */
const WARM_UP_S = 20
const SAMPLES = 24
/** MB that a process may gain from the first to the second half of the samples. */
const SLACK_MB = 30
/** Handles that may be open more at the end than after the warm-up: a checkpoint's, a dialog's. */
const SLACK_HANDLES = 8
/** A click is answered within this, ms, at the 95th percentile. */
const ANSWER_MS = 1000

interface Sample {
  second: number
  usages: Usage[]
  /** From a click on a tab to its view on screen, ms. */
  answerMs: number
}

async function answer(shipped: Shipped): Promise<number> {
  return shipped.page.evaluate(async () => {
    const began = performance.now()
    const outcome = await window.lab.send('present', undefined)
    if (!outcome.ok) throw new Error(outcome.problem.message)
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return performance.now() - began
  })
}

/** Samples while the run goes on; the window's garbage is collected first, so that what stays is kept. */
async function sampled(shipped: Shipped, seconds: number): Promise<Sample[]> {
  const tools = await shipped.page.context().newCDPSession(shipped.page)
  await shipped.page.waitForTimeout(WARM_UP_S * 1000)
  const samples: Sample[] = []
  for (let i = 0; i < SAMPLES; i++) {
    await shipped.page.waitForTimeout((seconds * 1000) / SAMPLES)
    const answerMs = await answer(shipped)
    await tools.send('HeapProfiler.collectGarbage')
    samples.push({
      second: ((i + 1) * seconds) / SAMPLES,
      usages: usages(shipped.userData),
      answerMs,
    })
  }
  await tools.detach()
  return samples
}

const ranked = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]

/** Prints the table of one phase and holds its promises. */
function judge(phase: string, samples: Sample[]): void {
  const seconds = samples.map(({ second }) => second)
  console.log(`${phase}: ${samples.length} samples over ${seconds.at(-1)?.toFixed(0)} s`)
  console.log('  process   first MB   last MB   MB/min   handles first/last')
  for (const what of ['main', 'engine', 'window', 'gpu']) {
    const of = samples.map(({ usages: all }) => all.filter((one) => one.what === what))
    if (of.some((one) => one.length === 0)) {
      // Without a graphics card Chromium may do without the process.
      expect(what).toBe('gpu')
      continue
    }
    const mb = of.map((one) => one.reduce((sum, { mb: each }) => sum + each, 0))
    const handles = of.map((one) => one.reduce((sum, { handles: each }) => sum + each, 0))
    const row = [mb[0], mb.at(-1) ?? NaN, slope(seconds, mb) * 60].map((value) =>
      value.toFixed(1).padStart(9),
    )
    console.log(`  ${what.padEnd(8)} ${row.join(' ')}   ${handles[0]} / ${handles.at(-1)}`)
    const half = mb.length >> 1
    const growth = ranked(mb.slice(half), 0.5) - ranked(mb.slice(0, half), 0.5)
    expect(growth, `${what} grows`).toBeLessThan(SLACK_MB)
    expect((handles.at(-1) ?? 0) - handles[0], `${what} keeps handles`).toBeLessThan(SLACK_HANDLES)
  }
  const answers = samples.map(({ answerMs }) => answerMs)
  console.log(
    `  a question to the engine and a frame: median ${ranked(answers, 0.5).toFixed(0)} ms, p95 ${ranked(answers, 0.95).toFixed(0)} ms`,
  )
  expect(ranked(answers, 0.95)).toBeLessThan(ANSWER_MS)
}

/**
 * A busy computer may lose frames on the emulated line: few, and each is counted and in a gap.
 * Between two questions more may come, so the gaps are asked for after the counters.
 */
async function heard(board: BoardPage): Promise<void> {
  const { frames, missed } = (await board.state()).counters
  const inGaps = (await board.gaps()).reduce((sum, gap) => sum + (gap.frames ?? 0), 0)
  console.log(`  frames: ${frames} received, ${missed} missed, ${inGaps} of them in gaps`)
  expect(frames).toBeGreaterThan(100)
  expect(missed / (frames + missed)).toBeLessThan(0.05)
  expect(inGaps).toBeGreaterThanOrEqual(missed)
}

/** The stored run, by the command line of the same package, while the app still writes. */
const command = (...args: string[]): string =>
  execFileSync(join(FOLDER, 'resources', 'cli', 'desynclab'), args, { encoding: 'utf8' })

test(`soak for ${minutes} min: full speed with the emulated board connected`, async () => {
  test.setTimeout(minutes * 60_000 + 240_000)
  const emulated = await emulatedBoard()
  const shipped = await Shipped.start(join(FOLDER, 'desynclab'))
  try {
    const { page, userData } = shipped
    const live = new LivePage(page)
    const board = new BoardPage(page)
    await live.ready()
    await live.choose('preset', /^Two targets on discrete levels/)
    await live.ready()
    const present = await page.evaluate(() => window.lab.send('present', undefined))
    if (!present.ok || present.value === null) throw new Error('there is no run')
    const endless = JSON.stringify({
      ...present.value.config,
      stop: { steps: null },
      pace: { stepsPerSecond: null },
    })
    await live.drop('endless.json', endless)
    await live.ready()

    await board.toHardware()
    await board.connect(emulated.path)
    await board.expectPresence('identified')
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(10)
    judge('on the board', await sampled(shipped, minutes * 30))
    await heard(board)
    await live.pause.click()
    const onBoard = await live.restingSteps()

    await board.toSimulation()
    const leave = page.getByTestId('machine-switch')
    if (await leave.isVisible()) await leave.click()
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(1000)
    judge('in simulation', await sampled(shipped, minutes * 30))
    await expect(page.getByTestId('status-dropped')).toContainText(/^0\b/)
    await live.pause.click()
    const simulated = await live.restingSteps()

    const runs = JSON.parse(command('runs', '--json', '--store', join(userData, 'runs'))) as {
      id: string
      steps: number
    }[]
    console.log(`  recorded: ${runs.map(({ steps }) => steps).join(', ')} steps`)
    expect(runs.map(({ steps }) => steps)).toEqual(expect.arrayContaining([onBoard, simulated]))
  } finally {
    await shipped.stop()
    await emulated.stop()
  }
})
