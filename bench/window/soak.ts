import { counters, openLab, runEndlessly, type Lab } from './lab'
import { memoryNow, parts, slope, type Memory } from './memory'
import type { Case } from './networks'
import { zoomLines } from './past'

/** Histories and code caches fill up at first: what grows after this is a leak. */
const WARM_UP_MINUTES = 1.5
const SAMPLES = 40

/**
 * Runs for so many minutes at full speed and prints how memory grows; then, once there are so many
 * steps, how long a zoom into them takes.
 */
export async function soak({ name, change }: Case, minutes: number, steps: number): Promise<void> {
  const lab = await openLab()
  try {
    const { page } = lab
    await runEndlessly(page, change)
    if (minutes > 0) await memoryLines(lab, name, minutes)
    console.log(await zoomLines(page, steps))
  } finally {
    await lab.close()
  }
}

async function memoryLines({ app, page }: Lab, name: string, minutes: number): Promise<void> {
  await page.waitForTimeout(60_000 * WARM_UP_MINUTES)
  const samples: Memory[] = []
  const began = performance.now()
  for (let n = 0; n <= SAMPLES; n++) {
    samples.push(await memoryNow(app, page, (performance.now() - began) / 60_000))
    if (n < SAMPLES) await page.waitForTimeout((60_000 * minutes) / SAMPLES)
  }
  const now = await counters(page)
  console.log(
    `memory over ${minutes} minutes at full speed, ${name}, ${now.steps} steps, dropped ${now.dropped} (MB):`,
  )
  for (const part of parts) {
    const all = samples.map((one) => one[part])
    const ends = `${all[0].toFixed(1)} to ${all[all.length - 1].toFixed(1)}`
    const range = `${Math.min(...all).toFixed(1)} - ${Math.max(...all).toFixed(1)}`
    console.log(
      `  ${part.padEnd(8)} ${ends.padEnd(18)} within ${range.padEnd(18)} ${slope(samples, part).toFixed(3)} MB/min, of the second half ${slope(samples.slice(SAMPLES / 2), part).toFixed(3)}`,
    )
    console.log(`           one after another: ${all.map((mb) => mb.toFixed(0)).join(' ')}`)
  }
}
