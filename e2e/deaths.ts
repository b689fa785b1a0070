import { setTimeout as wait } from 'node:timers/promises'
import { expect, type ElectronApplication } from '@playwright/test'
import { RunStore } from '../src-main/run/store/store'
import type { Moments } from '../src-main/run/store/testing/moments'

/** Longer than a checkpoint's time on a busy machine is of no use: all moments are in it. */
const LATEST_MS = 700

/** Kills the engine's process as a crash would. */
export async function killEngine(app: ElectronApplication): Promise<void> {
  const killed = await app.evaluate(({ app: electron }) => {
    const engine = electron.getAppMetrics().find(({ name }) => name === 'Desynclab engine')
    if (engine === undefined) return false
    process.kill(engine.pid, 'SIGKILL')
    return true
  })
  expect(killed).toBe(true)
}

/** Ends the app as a power cut would, the engine's process with it. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  app.process().kill('SIGKILL')
  await gone
}

/** The newest stored run as another program sees it; null while there is none. */
export function newestRun(directory: string) {
  try {
    const store = RunStore.read(directory)
    const [entry] = store.list()
    store.close()
    return entry ?? null
  } catch (thrown) {
    // The app has not yet made it.
    if (thrown instanceof Error && 'problem' in thrown) return null
    throw thrown
  }
}

/**
 * Waits until more than so many steps are recorded, then for a moment as long as chance says.
 * @returns what is recorded then
 */
export async function recordedBeyond(
  directory: string,
  steps: number,
  moments: Moments,
): Promise<number> {
  await expect
    .poll(() => newestRun(directory)?.steps ?? 0, { intervals: [50], timeout: 20_000 })
    .toBeGreaterThan(steps)
  await wait(moments.next(LATEST_MS))
  return newestRun(directory)?.steps ?? 0
}
