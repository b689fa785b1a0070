import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './lab'

interface Memory {
  minute: number
  engineMB: number
  windowMB: number
}

/** Private memory of the engine and of the window, MB. */
async function memory(app: ElectronApplication, minute: number): Promise<Memory> {
  const used = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ name, type, memory: { workingSetSize } }) => ({
      what: name ?? type,
      mb: workingSetSize / 1024,
    })),
  )
  const of = (what: string) => used.find((one) => one.what === what)?.mb ?? NaN
  return { minute, engineMB: of('Desynclab engine'), windowMB: of('Tab') }
}

/** Grows by less than this from the first half to the second: what a leak of a frame would not. */
const SLACK_MB = 25

function growth(samples: number[]): number {
  const half = samples.length >> 1
  const median = (part: number[]) => part.sort((a, b) => a - b)[part.length >> 1]
  return median(samples.slice(half)) - median(samples.slice(0, half))
}

async function stream(app: ElectronApplication, page: Page, seconds: number): Promise<Memory[]> {
  await page.evaluate(() => {
    Reflect.set(window, 'longTasks', [])
    new PerformanceObserver((list) => {
      const seen: unknown = Reflect.get(window, 'longTasks')
      if (Array.isArray(seen)) for (const { duration } of list.getEntries()) seen.push(duration)
    }).observe({ type: 'longtask' })
  })
  const samples: Memory[] = []
  const beats = Math.max(12, seconds / 10)
  for (let i = 0; i < beats; i++) {
    await page.waitForTimeout((1000 * seconds) / beats)
    samples.push(await memory(app, ((i + 1) * seconds) / beats / 60))
  }
  const longTasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
  const status = await page.getByTestId('status').innerText()
  console.log(`full speed for ${seconds} s: ${status.replace(/\n/g, ' ')}`)
  console.log(`long tasks over 50 ms: ${longTasks.length} ${longTasks.map(Math.round).join(' ')}`)
  for (const { minute, engineMB, windowMB } of samples)
    console.log(
      `  ${minute.toFixed(1)} min  engine ${engineMB.toFixed(0)} MB  window ${windowMB.toFixed(0)} MB`,
    )
  return samples
}

for (const { name, seconds, warmUp } of [
  { name: 'for half a minute', seconds: 30, warmUp: 15 },
  { name: 'for ten minutes @long', seconds: 600, warmUp: 60 },
])
  test(`the engine at full speed ${name}: nothing is dropped, memory is flat`, async ({
    app,
    live,
    page,
  }) => {
    test.setTimeout((seconds + warmUp) * 1000 + 120_000)
    const preset = await page.evaluate(() => window.lab.send('present', undefined))
    if (!preset.ok || preset.value === null) throw new Error('there is no run')
    const config = { ...preset.value.config, stop: { steps: null }, pace: { stepsPerSecond: null } }
    const text = JSON.stringify(config)
    const file = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], 'endless.json', { type: 'application/json' }))
      return transfer
    }, text)
    await page.dispatchEvent('body', 'drop', { dataTransfer: file })
    await live.ready()
    await live.start.click()
    await page.waitForTimeout(warmUp * 1000)
    const before = await live.steps()
    const samples = await stream(app, page, seconds)
    expect(await live.steps()).toBeGreaterThan(before)
    await expect(page.getByTestId('status-dropped')).toContainText(/^0\b/)
    expect(growth(samples.map(({ engineMB }) => engineMB))).toBeLessThan(SLACK_MB)
    expect(growth(samples.map(({ windowMB }) => windowMB))).toBeLessThan(SLACK_MB)
    // It answers at full speed, too.
    await live.pause.click()
    await live.expectState('Paused')
  })
