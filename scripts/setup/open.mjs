import { join } from 'node:path'
import { CLI_BUNDLE } from './build.mjs'
import { run } from './process.mjs'
import { ROOT } from './project.mjs'
import { whyNoSandbox } from './sandbox.mjs'

/** @typedef {import('./say.mjs').Say} Say */

/** What the window trains at one click, the command line trains too. */
const HEADLESS_PRESET = 'iris-penn16'

/**
 * Opens the window and waits until it is closed.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args for the app
 * @param {Say} say
 * @returns {Promise<number>} the app's exit status
 */
export async function openApp(runtime, args, say) {
  const switches = []
  const reason = await whyNoSandbox(runtime.dist)
  if (reason) {
    say('sandbox', `off, because ${reason}`)
    switches.push('--no-sandbox')
  }
  // Electron 33 looks for X11 unless told.
  if (process.env.WAYLAND_DISPLAY && !process.env.DISPLAY) {
    switches.push('--ozone-platform-hint=auto')
  }
  say('app', 'opening the window')
  const { code } = await run(runtime.executable, [...switches, ROOT, ...args], {
    env: appEnvironment(),
  })
  return code
}

/** Set by some editors' terminals, it would make Electron a plain Node. */
function appEnvironment() {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return env
}

/**
 * The same job by the command line: progress on standard error, a report bundle at the end.
 * @param {string[]} args further options of `desynclab run`
 * @param {Say} say
 * @returns {Promise<number>}
 */
export async function runHeadless(args, say) {
  const folder = join(ROOT, 'reports', timestamp(new Date()))
  const job = ['run', '--preset', HEADLESS_PRESET, '--progress', '--report', folder, ...args]
  const { code } = await run(process.execPath, [CLI_BUNDLE, ...job])
  if (code === 0) say('report', folder)
  return code
}

/** @param {Date} date local time, in a form that every file system takes */
function timestamp(date) {
  /** @param {number} value */
  const two = (value) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('')
  return `${day}-${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('')}`
}
