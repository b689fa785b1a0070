import { spawn } from 'node:child_process'
import { errorCode } from './problem.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set()
/** @type {Set<() => void>} */
const onEnd = new Set()
/** Children that lead a process group. @type {WeakSet<ChildProcess>} */
const leaders = new WeakSet()
let ending = false

const posix = process.platform !== 'win32'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {'inherit' | 'stderr' | 'capture'} [output] where the child's standard output goes; captured text holds both streams
 * @property {boolean} [group] a process group of its own, killed as a whole when we are
 * @property {boolean} [mustFinish] not to be interrupted half way (the package manager): we wait for it instead
 */

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, text: string }>} `code` 127 when there is no such command to run, 128 + n after signal n
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, output = 'inherit', group = false, mustFinish = false } = options
  /** @type {import('node:child_process').StdioOptions} */
  const stdio =
    output === 'capture'
      ? ['ignore', 'pipe', 'pipe']
      : ['ignore', output === 'stderr' ? 2 : 'inherit', 'inherit']
  if (output === 'inherit') stdio[0] = group ? 'ignore' : 'inherit'
  const child = spawn(command, args, {
    ...(cwd ? { cwd } : {}),
    env,
    stdio,
    detached: posix && (group || mustFinish),
  })
  if (!mustFinish) running.add(child)
  if (group) leaders.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(child)
      if (['ENOENT', 'EACCES'].includes(errorCode(error))) resolve({ code: 127, text })
      else reject(error)
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      // What a child makes of our own end is no result.
      if (!ending) resolve({ code: code ?? 128 + (signal === 'SIGINT' ? 2 : 15), text })
    })
  })
}

/**
 * npm, by the Node that runs us where npm tells its own path (as it does under `npm start`).
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options)
  // On Windows npm is a batch file, which needs the shell.
  return posix
    ? run('npm', args, options)
    : run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
}

/** @param {() => void} cleanUp called when a signal ends us; returns a function that forgets it */
export function whenEnded(cleanUp) {
  onEnd.add(cleanUp)
  return () => void onEnd.delete(cleanUp)
}

/** What children get to finish by themselves; a second signal ends the wait. */
const GRACE_MS = 10_000

/** On Ctrl-C or termination: stop every child, clean up, exit with the signal's status. */
export function endChildrenOnSignals() {
  for (const [signal, status] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, () => end(status))
  }
}

/** @param {number} status */
function end(status) {
  const first = !ending
  ending = true
  for (const child of running) stop(child, first ? 'SIGTERM' : 'SIGKILL')
  if (!first) return
  for (const cleanUp of onEnd) cleanUp()
  const deadline = Date.now() + GRACE_MS
  const wait = setInterval(() => {
    if (running.size > 0 && Date.now() < deadline) return
    clearInterval(wait)
    for (const child of running) stop(child, 'SIGKILL')
    process.exit(status)
  }, 50)
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    // A negative number addresses the whole group; only children of their own group have one.
    if (posix && leaders.has(child)) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}
