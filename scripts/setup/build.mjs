import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sourceFingerprint } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { SetupProblem } from './problem.mjs'
import { run } from './process.mjs'
import { ROOT } from './project.mjs'
import { FLOOR } from './runtime.mjs'

/** The command line's bundle, which runs in plain Node. */
export const CLI_BUNDLE = join(ROOT, 'out', 'main', 'cli.js')
const STAMP = join(ROOT, 'out', '.sources')

/**
 * Builds `out/` when the sources changed. Needs no Electron. The stamp is removed first and
 * written last, so an interrupted build is seen and done again.
 * @param {{ say: import('./say.mjs').Say, output?: 'inherit' | 'stderr' }} options
 * @throws {SetupProblem} setup/build-failed
 */
export async function ensureBuild({ say, output = 'inherit' }) {
  if (isFresh()) return
  const onWait = () => say('build', 'another set-up is building, waiting')
  await withLock(`build ${ROOT}`, () => build(say, output), { onWait })
}

function isFresh() {
  if (!existsSync(STAMP) || !existsSync(CLI_BUNDLE)) return false
  return readFileSync(STAMP, 'utf8') === sourceFingerprint(ROOT)
}

/**
 * @param {import('./say.mjs').Say} say
 * @param {'inherit' | 'stderr'} output
 */
async function build(say, output) {
  if (isFresh()) return
  say('build', 'electron-vite build, because the sources changed since the last one')
  const fingerprint = sourceFingerprint(ROOT)
  rmSync(STAMP, { force: true })
  const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code } = await run(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    output,
    // The floor decides what syntax the bundle may use; both runtimes run it.
    env: { ...process.env, ELECTRON_MAJOR_VER: FLOOR.split('.')[0] },
  })
  if (code !== 0) {
    throw new SetupProblem(
      'setup/build-failed',
      `electron-vite build ended with status ${code}.`,
      'Its message is above.',
    )
  }
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, fingerprint)
}
