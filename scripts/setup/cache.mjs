import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { errorCode } from './problem.mjs'

/** After a day nobody is still unpacking, whatever the process table says. */
const ABANDONED_MS = 24 * 3600 * 1000

/**
 * Where runtimes live: outside node_modules, shared between clones.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheDirectory(env = process.env, platform = process.platform) {
  const home = env.HOME || env.USERPROFILE || homedir()
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'desynclab')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'desynclab')
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'desynclab', 'Cache')
  }
  return join(home, '.cache', 'desynclab')
}

/** @param {number} pid a process on this machine */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** A name that tells whose it is: host, process, and a number that makes it unique. */
const ownName = () =>
  `${hostname()}~${process.pid}~${process.hrtime.bigint().toString(36)}${Math.random().toString(36).slice(2, 8)}`

/**
 * A new empty folder beside the final ones, so that a rename publishes it. Folders which
 * interrupted set-ups left behind are removed on the way.
 * @param {string} [cache]
 */
export function makeWorkFolder(cache = cacheDirectory()) {
  const parent = join(cache, 'work')
  mkdirSync(parent, { recursive: true })
  removeAbandoned(parent)
  const folder = join(parent, ownName())
  mkdirSync(folder)
  return folder
}

/** @param {string} parent */
export function removeAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const [host, pid] = name.split('~')
    const path = join(parent, name)
    const dead = host === hostname() && !isAlive(Number(pid))
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (dead || age > ABANDONED_MS) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Moves a finished folder to its final place in one step. When another set-up was faster its
 * folder stays and ours is dropped: both hold the same verified bytes.
 * @param {string} folder
 * @param {string} destination
 */
export function publish(folder, destination) {
  mkdirSync(join(destination, '..'), { recursive: true })
  try {
    renameSync(folder, destination)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error))) throw error
    if (!statSync(destination, { throwIfNoEntry: false })?.isDirectory()) throw error
    rmSync(folder, { recursive: true, force: true })
  }
}
