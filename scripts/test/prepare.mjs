import { ensureBuild } from '../setup/build.mjs'
import { ensurePackages, findMissing, isDebian } from '../setup/debian.mjs'
import { ensureDependencies } from '../setup/dependencies.mjs'
import { ensureRuntime } from '../setup/ensure-runtime.mjs'
import { describe } from '../setup/problem.mjs'
import { recordRuntime, runtimeEnvironment } from '../setup/runtime.mjs'
import { sayOnStdout as say } from '../setup/say.mjs'

/** @typedef {import('./suites.mjs').Suite} Suite */

/**
 * @typedef {object} Prepared
 * @property {NodeJS.ProcessEnv} env what every suite gets: where the runtime is
 * @property {string[]} problems what could not be set up, for the set-up's own result
 * @property {(suite: Suite) => Promise<string | undefined>} obstacle why a suite cannot run
 */

/**
 * Sets everything up that the suites need, and goes on where one part fails.
 * @param {Suite[]} suites
 * @returns {Promise<Prepared>}
 * @throws when not even the dependencies can be had
 */
export async function prepare(suites) {
  /** @type {string[]} */
  const problems = []
  /** @param {() => Promise<NodeJS.ProcessEnv | void>} work */
  const attempt = async (work) => {
    try {
      return { ok: true, env: (await work()) ?? {} }
    } catch (error) {
      problems.push(describe(error))
      console.error(describe(error))
      return { ok: false, env: {} }
    }
  }
  await ensureDependencies({ say })
  const needs = [...new Set(suites.flatMap(({ packages = [] }) => packages))]
  if (isDebian() && needs.length > 0) await attempt(() => ensurePackages(needs, { say }))
  const runtime = await attempt(async () => {
    const found = await ensureRuntime({ say })
    recordRuntime(found)
    return runtimeEnvironment(found)
  })
  const build = await attempt(() => ensureBuild({ say }))
  return {
    env: runtime.env,
    problems,
    obstacle: async ({ packages = [], window }) => {
      const missing = isDebian() && packages.length > 0 ? await findMissing(packages) : []
      if (missing.length > 0) return `these system packages are missing: ${missing.join(' ')}`
      if (window && !runtime.ok) return 'there is no Electron runtime'
      return window && !build.ok ? 'the build failed' : undefined
    },
  }
}
