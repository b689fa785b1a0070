import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { SetupProblem, errorCode } from './problem.mjs'
import { runNpm } from './process.mjs'
import { ROOT } from './project.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

/**
 * Makes node_modules what package-lock.json says. The stamp inside node_modules is written
 * last, so an interrupted installation is seen and done again.
 * @param {{ say: import('./say.mjs').Say, output?: 'inherit' | 'stderr', root?: string }} options
 */
export async function ensureDependencies({ say, output = 'inherit', root = ROOT }) {
  if (dependenciesMatch(root)) return
  const onWait = () => say('dependencies', 'another set-up is installing them, waiting')
  await withLock(`dependencies ${root}`, () => install(root, say, output), { onWait })
}

/**
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 * @param {'inherit' | 'stderr'} output
 */
async function install(root, say, output) {
  if (dependenciesMatch(root)) return
  say('dependencies', 'npm ci, because node_modules does not match package-lock.json')
  rmSync(stampFile(root), { force: true })
  rmSync(hiddenLockfile(root), { force: true })
  const args = [
    'ci',
    '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--no-update-notifier',
  ]
  const { code } = await runNpm(args, { cwd: root, output })
  if (code !== 0) {
    throw new SetupProblem(
      'setup/dependencies-failed',
      `npm ci ended with status ${code}.`,
      'Its message is above. Without a network it needs a registry mirror or a filled npm cache; run the same command again afterwards.',
    )
  }
  writeFileSync(stampFile(root), wanted(root))
}

/** @param {string} root */
export function dependenciesMatch(root) {
  if (readOr(stampFile(root), '') === wanted(root)) return true
  if (!installedByHand(root)) return false
  writeFileSync(stampFile(root), wanted(root))
  return true
}

/**
 * npm keeps its own record of what it installed. It is trusted as npm itself trusts it: when
 * no package folder was touched after it was written.
 * @param {string} root
 */
function installedByHand(root) {
  const hidden = hiddenLockfile(root)
  const text = readOr(hidden, '')
  if (text === '') return false
  const writtenMs = lstatSync(hidden).mtimeMs
  /** @type {Lockfile} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  /** @type {Lockfile} */
  const installed = JSON.parse(text)
  if (!sameVersions(lock, installed)) return false
  return Object.keys(installed.packages ?? {}).every((path) => {
    const folder = lstatSync(join(root, path), { throwIfNoEntry: false })
    return folder !== undefined && folder.mtimeMs <= writtenMs
  })
}

/**
 * Packages that the lockfile calls optional may be missing: those of other platforms are.
 * @param {Lockfile} lock
 * @param {Lockfile} installed
 */
export function sameVersions(lock, installed) {
  const have = installed.packages ?? {}
  const want = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')
  const known = new Set(want.map(([path]) => path))
  if (Object.keys(have).some((path) => !known.has(path))) return false
  return want.every(([path, entry]) => {
    const found = have[path]
    if (!found) return Boolean(entry.optional ?? entry.devOptional ?? entry.peer)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** @param {string} root the stamp's text: lockfile, and the platform whose binaries it chose */
function wanted(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.desynclab-dependencies')
/** @param {string} root */
const hiddenLockfile = (root) => join(root, 'node_modules', '.package-lock.json')

/**
 * @param {string} file
 * @param {string} otherwise
 */
function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return otherwise
  }
}
