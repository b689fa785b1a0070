import { mainThread, type MainThread } from './frames'
import { latencies } from './latency'
import { counters, openLab, runEndlessly } from './lab'
import type { Case } from './networks'
import { traced } from './trace'

export interface CaseResult {
  name: string
  thread: MainThread
  /** Engine to pixel, ms, frame by frame. */
  latency: number[]
  stepsPerSecond: number
  dropped: number
  /** Of spins, pairs of a free and a nudged state per second: of the engine, and painted. */
  pairs?: { engine: number; shown: number }
}

/** Starting takes some seconds in which much is compiled: they are left out. */
const WARM_UP_MS = 8000

/** All panels of the Live view in a window of their first size, at full speed. */
export async function measureCase(
  { name, change, pairsOfStep }: Case,
  seconds: number,
): Promise<CaseResult> {
  const lab = await openLab()
  try {
    const { page } = lab
    await runEndlessly(page, change)
    await page.waitForTimeout(WARM_UP_MS)
    const before = await counters(page)
    const events = await traced(page, () => page.waitForTimeout(1000 * seconds))
    const latency = await latencies(page, seconds)
    await page.getByTestId('pause').click()
    const { steps, dropped } = await counters(page)
    const stepsPerSecond = (steps - before.steps) / (2 * seconds)
    return {
      name,
      thread: mainThread(events),
      latency,
      stepsPerSecond,
      dropped,
      ...(pairsOfStep !== undefined && {
        pairs: { engine: pairsOfStep * stepsPerSecond, shown: latency.length / seconds },
      }),
    }
  } finally {
    await lab.close()
  }
}
