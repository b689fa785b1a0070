import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseCommandLine } from './default-app/command-line.mjs'
import { ensureRuntime } from './ensure-runtime.mjs'
import { electronVersion } from './project.mjs'
import { rememberFailure, rememberedFailure } from './reachability.mjs'
import { REGISTRY_BUILD, REGISTRY_FOLDER } from './registry-build.mjs'
import { executableIn, recordRuntime, resolveRuntime } from './runtime.mjs'

let folder = ''
/** @type {string[]} */
let lines = []
/** @param {string} topic @param {string} text */
const say = (topic, text) => void lines.push(`${topic}: ${text}`)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-test-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** @param {string} dist @param {string} version */
function putRuntime(dist, version, platform = process.platform) {
  const executable = join(dist, executableIn(platform))
  mkdirSync(dirname(executable), { recursive: true })
  writeFileSync(executable, '')
  writeFileSync(join(dist, 'version'), version)
}

/** A release host that answers every request alike. @param {number} status @param {string} body */
async function releaseHost(status, body) {
  let requests = 0
  const server = createServer((_request, response) => {
    requests++
    response.writeHead(status).end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const env = { ELECTRON_MIRROR: `http://127.0.0.1:${port}/` }
  return { env, requests: () => requests, close: () => void server.close() }
}

const linux = { platform: 'linux', arch: 'x64' }
const mac = { platform: 'darwin', arch: 'arm64' }

test('the runtime that the user names wins over everything', async () => {
  putRuntime(folder, '40.1.0')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
  const runtime = await ensureRuntime({ say, env, cache: folder })
  expect(runtime).toMatchObject({ version: '40.1.0', source: 'override', dist: folder })
  expect(resolveRuntime(env)).toEqual(runtime)
})

test('refuses a named runtime that is not there or too old', async () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
  expect(() => resolveRuntime(env)).toThrow('there is no')
  putRuntime(folder, '32.3.0')
  expect(() => resolveRuntime(env)).toThrow('needs 33.0.0 or newer')
})

test('a recorded runtime is found again until its file is gone', () => {
  const record = join(folder, 'record', 'runtime.json')
  putRuntime(folder, '40.0.0')
  const executable = join(folder, executableIn())
  recordRuntime({ executable, dist: folder, version: '40.0.0', source: 'release' }, record)
  expect(resolveRuntime({}, record).executable).toBe(executable)
  rmSync(executable)
  expect(() => resolveRuntime({}, record)).toThrow('No Electron runtime')
})

test('falls back to the registry build, says why, and does not ask the host again', async () => {
  const cache = join(folder, 'cache')
  putRuntime(join(cache, 'runtimes', REGISTRY_FOLDER), REGISTRY_BUILD.version, 'linux')
  const host = await releaseHost(403, 'blocked')
  for (let start = 0; start < 2; start++) {
    const runtime = await ensureRuntime({ say, env: host.env, cache, target: linux })
    expect(runtime).toMatchObject({ version: REGISTRY_BUILD.version, source: 'registry' })
    expect(lines.at(-1)).toContain(`Electron ${electronVersion()} could not be had from 127.0.0.1`)
    expect(lines.at(-1)).toContain('answered 403')
  }
  host.close()
  expect(host.requests()).toBe(1)
})

test('what a mirror sends is used only with the right checksum', async () => {
  const host = await releaseHost(200, 'a login page')
  await expect(ensureRuntime({ say, env: host.env, cache: folder, target: mac })).rejects.toThrow(
    'could not be had',
  )
  host.close()
})

test('a platform without a registry build is told the two ways out', async () => {
  const host = await releaseHost(404, '')
  await expect(
    ensureRuntime({ say, env: host.env, cache: folder, target: mac }),
  ).rejects.toMatchObject({
    id: 'setup/runtime-unreachable',
    advice: expect.stringMatching(/HTTPS_PROXY.*ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH/),
  })
  host.close()
})

test('a failure is remembered for hours, for the way on which it happened', () => {
  const url = new URL('https://releases.example.org/file')
  const hour = 3600 * 1000
  rememberFailure(folder, url, {}, 'refused', 0)
  expect(rememberedFailure(folder, url, {}, 11 * hour)?.reason).toBe('refused')
  expect(rememberedFailure(folder, url, {}, 13 * hour)).toBeUndefined()
  expect(rememberedFailure(folder, url, { HTTPS_PROXY: 'http://p:1' }, 0)).toBeUndefined()
})

test('the plain application finds its folder among the switches', () => {
  const argv = ['electron', '--inspect=0', '-r', 'loader.js', '--no-sandbox', '.', '--flag', 'x']
  expect(parseCommandLine(argv)).toEqual({ file: '.', preload: ['loader.js'], version: false })
  expect(parseCommandLine(['electron']).file).toBeUndefined()
})
