import { existsSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { SetupProblem } from './problem.mjs'
import { run } from './process.mjs'
import { allNames, missingPackages } from './system-packages.mjs'
import { atLeast } from './version.mjs'

/** The C library of the first releases with the new package names: 2.39 in Ubuntu 24.04, 2.41 in Debian 13. */
const NEW_NAMES_GLIBC = '2.39'

export const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get')

/**
 * @param {string[]} needs
 * @returns {Promise<string[]>} packages that are not installed
 */
export async function findMissing(needs) {
  const format = '${Package} ${db:Status-Abbrev}\\n'
  const { text } = await run('dpkg-query', ['-W', '-f', format, ...allNames(needs)], {
    output: 'capture',
  })
  return missingPackages(needs, installedIn(text), hasNewNames())
}

/** @param {string} text lines `name ii ` and, for what dpkg does not know, its complaints */
export function installedIn(text) {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/))
  return new Set(lines.filter(([, status]) => status === 'ii').map(([name]) => name))
}

/** @returns {boolean} */
function hasNewNames() {
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = Object(process.report?.getReport())
  return atLeast(report.header?.glibcVersionRuntime ?? '0', NEW_NAMES_GLIBC)
}

/**
 * Installs what is missing, as root or with a sudo that asks nothing. The package manager runs
 * in a session of its own: Ctrl-C ends us, never it, half way through a package.
 * @param {string[]} needs
 * @param {{ say: import('./say.mjs').Say, output?: 'inherit' | 'stderr' }} options
 * @throws {SetupProblem} setup/packages-missing (with the exact command), setup/packages-failed
 */
export async function ensurePackages(needs, { say, output = 'inherit' }) {
  if ((await findMissing(needs)).length === 0) return
  const onWait = () => say('system libraries', 'another set-up is installing them, waiting')
  await withLock('apt', () => install(needs, say, output), { onWait })
}

/**
 * @param {string[]} needs
 * @param {import('./say.mjs').Say} say
 * @param {'inherit' | 'stderr'} output
 */
async function install(needs, say, output) {
  const missing = await findMissing(needs)
  if (missing.length === 0) return
  say('system libraries', `needed and not installed: ${missing.join(' ')}`)
  const become = await asRoot()
  const command = `apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!become) {
    throw new SetupProblem(
      'setup/packages-missing',
      `These system packages are missing, and installing them needs an administrator: ${missing.join(' ')}.`,
      `Run this once, then the same command again:\n  sudo ${command}`,
    )
  }
  say('system libraries', 'apt-get install')
  /** @param {string[]} args */
  const root = (args) => {
    const [name, ...rest] = [...become, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args]
    return run(name, rest, { output: output === 'inherit' ? 'capture' : output, mustFinish: true })
  }
  // Another package manager at work is waited for, not disturbed.
  const apt = ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  const update = [...apt, 'update']
  const add = [...apt, 'install', '-y', '--no-install-recommends', ...missing]
  // A list that cannot be fetched may not matter to the installation, whose own status decides.
  await root(update)
  let result = await root(add)
  if (result.code !== 0) {
    // An earlier installation was cut off, or somebody else was updating the lists just now.
    await root(['dpkg', '--configure', '-a'])
    await root(update)
    result = await root(add)
  }
  if (result.code === 0) return
  process.stderr.write(result.text)
  throw new SetupProblem(
    'setup/packages-failed',
    `apt-get install ended with status ${result.code}.`,
    `Its message is above. By hand:\n  sudo ${command}`,
  )
}

/** @returns {Promise<string[] | undefined>} the words before a command that make it run as root */
async function asRoot() {
  if (process.getuid?.() === 0) return []
  const { code } = await run('sudo', ['-n', 'true'], { output: 'capture', mustFinish: true })
  return code === 0 ? ['sudo', '-n'] : undefined
}
