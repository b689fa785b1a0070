import type { Page } from '@playwright/test'
import type { RunConfig } from '../src-preload/contract'
import { expect, test } from './lab'
import { ChartsPage } from './pages/charts'

// What the window costs while the engine runs as fast as it can. It prints; it asserts only what
// does not depend on the speed of the machine.

interface Cost {
  /** Main-thread time per animation frame, ms: scripts, style, layout and paint. */
  frames: number[]
  longTasks: number[]
  heapMB: number
}

const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ??
  NaN

/** From the begin of each animation frame to the first task after it was painted. */
async function measure(page: Page, seconds: number): Promise<Cost> {
  return page.evaluate(async (forMs) => {
    const frames: number[] = []
    const longTasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    const { port1, port2 } = new MessageChannel()
    let began = 0
    port1.onmessage = () => frames.push(performance.now() - began)
    const until = performance.now() + forMs
    await new Promise<void>((done) => {
      const tick = (): void => {
        began = performance.now()
        port2.postMessage(null)
        if (began < until) requestAnimationFrame(tick)
        else done()
      }
      requestAnimationFrame(tick)
    })
    observer.disconnect()
    const memory: unknown = Reflect.get(performance, 'memory')
    const used: unknown =
      typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : NaN
    return { frames, longTasks, heapMB: Number(used) / 1e6 }
  }, 1000 * seconds)
}

/** A square lattice of 1,012 edges. */
function lattice(config: RunConfig): RunConfig {
  const network = { kind: 'square', rows: 23, columns: 23, periodic: false } as const
  return { ...config, network: { ...network, roles: { kind: 'spread' } } }
}

async function endless(page: Page, change: (config: RunConfig) => RunConfig): Promise<void> {
  const present = await page.evaluate(() => window.lab.send('present', undefined))
  if (!present.ok || present.value === null) throw new Error('there is no run')
  const config = change({
    ...present.value.config,
    stop: { steps: null },
    pace: { stepsPerSecond: null },
  })
  const file = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'endless.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(config))
  await page.dispatchEvent('body', 'drop', { dataTransfer: file })
}

async function engineLatency(page: Page, seconds: number): Promise<number[]> {
  const seen: number[] = []
  for (let n = 0; n < 4 * seconds; n++) {
    await page.waitForTimeout(250)
    const value = Number.parseFloat(await page.getByTestId('status-latency').innerText())
    if (Number.isFinite(value)) seen.push(value)
  }
  return seen
}

function say(name: string, { frames, longTasks, heapMB }: Cost, latency: number[]): void {
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  console.log(
    [
      `${name}: main thread per frame p50 ${ms(quantile(frames, 0.5))}, p95 ${ms(quantile(frames, 0.95))} of ${frames.length} frames`,
      `  engine to pixel (smoothed) p50 ${ms(quantile(latency, 0.5))}, p95 ${ms(quantile(latency, 0.95))}`,
      `  long tasks over 50 ms: ${longTasks.length} ${longTasks.map(Math.round).join(' ')}; heap ${heapMB.toFixed(0)} MB`,
    ].join('\n'),
  )
}

/** Time from a wheel notch to the redrawn chart with the rows of the new stretch, ms. */
async function zoomTimes(page: Page, charts: ChartsPage, times: number): Promise<number[]> {
  await charts.point('loss', 0.4)
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    all.push(
      await page.evaluate(async () => {
        const plot = document.querySelector('[data-testid="chart-loss-plot"]')
        if (plot === null) throw new Error('no plot')
        const box = plot.getBoundingClientRect()
        const began = performance.now()
        plot.dispatchEvent(
          new WheelEvent('wheel', {
            deltaY: -300,
            clientX: box.x + 0.4 * box.width,
            clientY: box.y + 20,
            bubbles: true,
            cancelable: true,
          }),
        )
        // The rows of the new stretch from the engine itself, then two frames: asked and painted.
        const request = { series: 'batch' as const, fromStep: 0, toStep: null, buckets: 2000 }
        await window.lab.send('history', request)
        for (let frame = 0; frame < 2; frame++)
          await new Promise((done) => requestAnimationFrame(done))
        return performance.now() - began
      }),
    )
  }
  return all
}

async function expectComplete(page: Page): Promise<void> {
  await expect(page.getByTestId('status-dropped')).toContainText(/^0\b/)
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  const history = await page.evaluate(() =>
    window.lab.send('history', { series: 'batch', fromStep: 0, toStep: null, buckets: 100 }),
  )
  if (!history.ok) throw new Error(history.problem.message)
  expect(record.value.result.dropped).toBe(0)
  expect(history.value.range).toEqual({ firstStep: 1, lastStep: record.value.result.steps })
}

for (const { name, change } of [
  { name: 'penn16', change: (config: RunConfig) => config },
  { name: 'a lattice of 1,012 edges', change: lattice },
])
  for (const { form, seconds } of [
    { form: 'quick', seconds: 5 },
    { form: 'long @long', seconds: 60 },
  ])
    test(`what the window costs at full speed, ${name}, ${form}`, async ({ live, page }) => {
      test.setTimeout(seconds * 4000 + 90_000)
      await endless(page, change)
      await live.ready()
      await page.getByTestId('legend-batch').click()
      await live.start.click()
      await live.expectStepsAbove(50)
      const cost = await measure(page, seconds)
      say(name, cost, await engineLatency(page, Math.min(seconds, 20)))
      await live.pause.click()
      await live.expectState('Paused')
      await expectComplete(page)
    })

for (const { form, steps } of [
  { form: 'of what a quick run brings', steps: 300_000 },
  { form: 'of 10^8 steps @long', steps: 1e8 },
])
  test(`a history ${form} is zoomed into`, async ({ live, page }) => {
    test.setTimeout(3_600_000)
    const charts = new ChartsPage(page)
    await endless(page, (config) => config)
    await live.ready()
    await page.getByTestId('legend-batch').click()
    await live.start.click()
    await expect.poll(() => live.steps(), { timeout: 3_500_000 }).toBeGreaterThan(steps)
    await live.pause.click()
    await live.expectState('Paused')
    const times = await zoomTimes(page, charts, 15)
    console.log(
      `zoom into ${await live.steps()} steps: p50 ${quantile(times, 0.5).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`,
    )
    await charts.expectFollow('Held')
    await expectComplete(page)
  })
