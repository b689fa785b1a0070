import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication } from '@playwright/test'
import { resolveRuntime } from '../scripts/setup/runtime.mjs'

const project = resolve(import.meta.dirname, '..')

/** A start takes one to four seconds; on a loaded machine the driver missed one in some hundred. */
const PATIENCE_MS = 35_000

/** Starts the real app on a user data folder of its own. */
export async function launchLab(
  userData: string,
  args: string[] = [],
): Promise<ElectronApplication> {
  const { executable, dist } = resolveRuntime()
  // Found by Playwright itself, Electron waits until the driver listens: a driver that comes while the
  // window loads may never get an answer. Its search knows this one place.
  const found = join(dist, 'electron') === executable
  if (found) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = `--user-data-dir=${userData}`
  const launch = () =>
    _electron.launch({
      ...(found ? {} : { executablePath: executable }),
      args: [...root, project, own, ...args],
      env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8' },
    })
  const first = launch()
  const late = wait(PATIENCE_MS, null, { ref: false })
  const app = await Promise.race([first, late])
  if (app !== null) return app
  console.warn(`the driver had no answer from the app after ${PATIENCE_MS} ms; starting it again`)
  first.catch((error: unknown) => console.warn(`the first start ended with: ${String(error)}`))
  killAll(own)
  return launch()
}

/** Ends what a start left behind: it would hold the lock that allows one app per folder. */
function killAll(argument: string): void {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  for (const line of list.split('\n')) {
    const pid = Number.parseInt(line, 10)
    if (line.includes(argument) && pid !== process.pid) process.kill(pid, 'SIGKILL')
  }
}
