import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type ElectronApplication } from '@playwright/test'
import { readRun } from '../../src-main/run/store/read'
import { RunStore } from '../../src-main/run/store/store'
import { faultsOf } from '../../src-main/run/store/testing/joins'

const bundle = resolve(import.meta.dirname, '../../out/main/cli.js')

/** Runs a script in the window past the driver, which gives up a page that crashed once. */
export async function inWindow<T>(app: ElectronApplication, script: string): Promise<T> {
  return (await app.evaluate(({ BrowserWindow }, code) => {
    // A page that crashes meanwhile never answers.
    const late = new Promise((_, refuse) =>
      setTimeout(() => refuse(new Error('the window does not answer')), 3000),
    )
    const { webContents } = BrowserWindow.getAllWindows()[0]
    return Promise.race([webContents.executeJavaScript(code), late])
  }, script)) as T
}

/** What stands in an element of the window; empty while it is not there. */
export const textOf = (app: ElectronApplication, testId: string): Promise<string> =>
  inWindow(app, `document.querySelector('[data-testid="${testId}"]')?.innerText ?? ''`)

export async function stepsOf(app: ElectronApplication): Promise<number> {
  return Number((await textOf(app, 'steps')).replace(/\D/g, '') || '-1')
}

/** The window shows more steps than before: the run goes on, and frames come. */
export async function goesOn(app: ElectronApplication): Promise<void> {
  let before = -1
  await expect
    .poll(async () => (before = await stepsOf(app)), { timeout: 20_000 })
    .toBeGreaterThan(-1)
  await expect.poll(() => stepsOf(app), { timeout: 20_000 }).toBeGreaterThan(before)
}

/** Ids of the problems that the window shows, but for what it says of the physics of an endless run. */
export async function problemsOf(app: ElectronApplication): Promise<string[]> {
  return inWindow(
    app,
    `[...document.querySelectorAll('[data-testid^="problem-"]')]
      .map((one) => one.dataset.testid)
      .filter((id) => id !== 'problem-targets-collapsed')`,
  )
}

interface Outcome {
  ok: boolean
  value: { run: string; result: { steps: number; hash: string } }
}

/** Pauses, then holds the record against the store and against a run that nothing disturbed. */
export async function expectWholeRecord(app: ElectronApplication, userData: string): Promise<void> {
  await inWindow(app, `window.lab.send('pause', undefined)`)
  const { ok, value } = await inWindow<Outcome>(app, `window.lab.send('record', undefined)`)
  expect(ok).toBe(true)
  const store = RunStore.read(join(userData, 'runs'))
  try {
    const entry = store.list().find(({ id }) => id === value.run)
    expect(entry?.steps).toBe(value.result.steps)
    expect(faultsOf(store.database, value.run)).toEqual([])
    const file = join(userData, 'whole.json')
    writeFileSync(file, JSON.stringify(readRun(store.database, value.run).config))
    const args = ['run', '--config', file, '--steps', String(value.result.steps)]
    const out = execFileSync(process.execPath, [bundle, ...args, '--json', '--quiet'], {
      encoding: 'utf8',
    })
    expect(value.result.hash).toBe((JSON.parse(out) as { hash: string }).hash)
  } finally {
    store.close()
  }
}

/** Every process of the app, children after parents (Linux: /proc). */
export function processesOf(app: ElectronApplication): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      parents.set(Number(name), Number(parent))
    } catch (thrown) {
      // A process may end between two readings.
      if (!(thrown instanceof Error) || !/ENOENT|ESRCH/.test(thrown.message)) throw thrown
    }
  }
  const found = [app.process().pid ?? 0]
  for (const pid of found)
    for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found
}
