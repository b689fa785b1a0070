import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../setup/project.mjs'

/** Of the archive, what the window alone needs. */
const WINDOW_ONLY = ['out/renderer', 'out/preload']

/**
 * The command line beside the app: plain Node reads no archive, so its files stand open. They are
 * the archive's own, so both are the same build.
 * @param {string} folder `resources/cli` of the packed app
 */
export async function copyCommandLine(folder) {
  const { extractAll } = await import('@electron/asar')
  extractAll(join(folder, '..', 'app.asar'), folder)
  for (const name of WINDOW_ONLY) rmSync(join(folder, name), { recursive: true })
  const launcher = join(folder, 'desynclab')
  copyFileSync(join(ROOT, 'resources', 'build', 'desynclab.sh'), launcher)
  chmodSync(launcher, 0o755)
}
