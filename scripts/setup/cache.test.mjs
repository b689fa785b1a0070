import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheDirectory, makeWorkFolder, publish } from './cache.mjs'
import { withLock } from './lock.mjs'

let cache = ''
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-test-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

/** A process number that belonged to somebody a moment ago. */
const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid

test('each system has its own place for a cache', () => {
  expect(cacheDirectory({ HOME: '/h' }, 'linux')).toBe(join('/h', '.cache', 'desynclab'))
  expect(cacheDirectory({ HOME: '/h', XDG_CACHE_HOME: '/x' }, 'linux')).toBe(
    join('/x', 'desynclab'),
  )
  expect(cacheDirectory({ HOME: '/h' }, 'darwin')).toBe(
    join('/h', 'Library', 'Caches', 'desynclab'),
  )
  expect(cacheDirectory({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'desynclab', 'Cache'))
})

test('removes what a dead set-up left behind and nothing of a living one', () => {
  const left = join(cache, 'work', `${hostname()}~${deadPid()}~x`)
  mkdirSync(left, { recursive: true })
  const mine = makeWorkFolder(cache)
  const other = makeWorkFolder(cache)
  expect(existsSync(left)).toBe(false)
  expect(readdirSync(join(cache, 'work'))).toHaveLength(2)
  expect([mine, other].every(existsSync)).toBe(true)
})

test('of two finished set-ups the first stays and neither fails', () => {
  const destination = join(cache, 'runtimes', 'electron')
  for (const text of ['first', 'second']) {
    const work = makeWorkFolder(cache)
    writeFileSync(join(work, 'version'), text)
    publish(work, destination)
  }
  expect(readFileSync(join(destination, 'version'), 'utf8')).toBe('first')
  expect(readdirSync(join(cache, 'work'))).toEqual([])
})

test('work under one lock never overlaps, and a second holder is told that it waits', async () => {
  let inside = 0
  let most = 0
  let waits = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside--
  }
  const options = { cache, onWait: () => waits++ }
  await Promise.all([1, 2, 3].map(() => withLock('it', work, options)))
  expect(most).toBe(1)
  expect(waits).toBeGreaterThanOrEqual(2)
})

test('takes over the lock of a process that is gone', async () => {
  await withLock(
    'it',
    async () => {
      const [name] = readdirSync(join(cache, 'locks'))
      writeFileSync(join(cache, 'locks', name), `${hostname()}~${deadPid()}~1`)
      await withLock('it', async () => undefined, { cache })
    },
    { cache },
  )
  expect(readdirSync(join(cache, 'locks'))).toEqual([])
})
