import { createHash } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheDirectory, isAlive } from './cache.mjs'
import { errorCode } from './problem.mjs'

/** The owner touches its lock every 5 s; untouched for a minute means that it is gone. */
const HEARTBEAT_MS = 5_000
const STALE_MS = 60_000

/**
 * Runs `work` while no other process runs work of the same name. A lock whose owner died is
 * taken over at once on the same host, and after a minute from another one.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ cache?: string, onWait?: () => void }} [options] `onWait` is called once, when somebody else holds it
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { cache = cacheDirectory(), onWait } = {}) {
  const file = join(cache, 'locks', createHash('sha256').update(name).digest('hex').slice(0, 24))
  mkdirSync(join(cache, 'locks'), { recursive: true })
  for (let round = 0; !take(file); round++) {
    if (round === 0) onWait?.()
    removeIfStale(file)
    await sleep(200)
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS).unref()
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, `${hostname()}~${process.pid}~${process.hrtime.bigint()}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return false
  }
}

/** @param {string} file */
function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/**
 * Renames first and looks again: if between reading and renaming another process took the
 * lock over, its file is put back.
 * @param {string} file
 */
function removeIfStale(file) {
  const seen = readOwner(file)
  if (!seen || !seen.stale) return
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== seen.text) linkSync(aside, file)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error
  }
  rmSync(aside, { force: true })
}

/** @param {string} file */
function readOwner(file) {
  try {
    const text = readFileSync(file, 'utf8')
    const idle = Date.now() - statSync(file).mtimeMs
    const [host, pid] = text.split('~')
    // An empty file belongs to somebody who has opened it and not yet written.
    const dead = text !== '' && host === hostname() && !isAlive(Number(pid))
    return { text, stale: dead || idle > STALE_MS }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return undefined
  }
}
