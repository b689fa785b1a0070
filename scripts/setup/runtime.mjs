import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupProblem, errorCode } from './problem.mjs'
import { ROOT } from './project.mjs'
import { atLeast } from './version.mjs'

/** The oldest Electron that the code is written for. */
export const FLOOR = '33.0.0'

/**
 * @typedef {object} Runtime
 * @property {string} executable for Playwright's `executablePath` and ELECTRON_EXEC_PATH
 * @property {string} dist the folder, for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version
 * @property {'release' | 'registry' | 'override'} source
 */

/** Written by the set-up, read by everything that starts the app; gone with node_modules. */
const RECORD = join(ROOT, 'node_modules', '.cache', 'desynclab', 'runtime.json')

/** @param {string} platform the executable's place in a distribution */
export function executableIn(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The runtime that the set-up chose. Reads two small files, fetches nothing.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [record]
 * @returns {Runtime}
 * @throws {SetupProblem} setup/no-runtime, setup/override-missing, setup/runtime-too-old
 */
export function resolveRuntime(env = process.env, record = RECORD) {
  const given = overriddenRuntime(env)
  if (given) return given
  try {
    /** @type {Runtime} */
    const runtime = JSON.parse(readFileSync(record, 'utf8'))
    if (existsSync(runtime.executable)) return runtime
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
  }
  throw new SetupProblem(
    'setup/no-runtime',
    'No Electron runtime has been set up.',
    'Run npm run setup once.',
  )
}

/**
 * @param {Runtime} runtime
 * @param {string} [record]
 */
export function recordRuntime(runtime, record = RECORD) {
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, `${JSON.stringify(runtime, null, 2)}\n`)
}

/**
 * The user's own Electron wins over everything.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Runtime | undefined}
 */
export function overriddenRuntime(env) {
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const executable = join(dist, executableIn())
  if (!existsSync(executable)) {
    throw new SetupProblem(
      'setup/override-missing',
      `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, and there is no ${executableIn()} in it.`,
      'Name the folder that holds the Electron executable, or unset the variable.',
    )
  }
  const version = versionIn(dist)
  if (version !== 'unknown' && !atLeast(version, FLOOR)) {
    throw new SetupProblem(
      'setup/runtime-too-old',
      `ELECTRON_OVERRIDE_DIST_PATH names Electron ${version}, and the app needs ${FLOOR} or newer.`,
      'Name a newer one, or unset the variable.',
    )
  }
  return { executable, dist, version, source: 'override' }
}

/** @param {string} dist every distribution carries a file `version` */
function versionIn(dist) {
  const file = join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown'
}

/**
 * The environment that makes other tools use this runtime.
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function runtimeEnvironment({ executable, dist }) {
  return { ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: dist }
}
