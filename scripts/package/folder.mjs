import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { SetupProblem } from '../setup/problem.mjs'
import { run } from '../setup/process.mjs'
import { ROOT } from '../setup/project.mjs'

/** Everything that packaging writes. */
export const DIST = join(ROOT, 'dist')
/** The app as a folder, as electron-builder lays it out. */
export const UNPACKED = join(DIST, 'linux-unpacked')

/**
 * electron-builder's `dir` target around a runtime that is here already: archive, fuses, names.
 * @param {import('../setup/runtime.mjs').Runtime} runtime
 * @throws {SetupProblem} package/folder-failed
 */
export async function packFolder(runtime) {
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const { code, text } = await run(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${runtime.dist}`,
      `-c.electronVersion=${runtime.version}`,
    ],
    { cwd: ROOT, output: 'capture' },
  )
  if (code !== 0) {
    process.stderr.write(text)
    throw new SetupProblem(
      'package/folder-failed',
      `electron-builder ended with status ${code}.`,
      'Its message is above.',
    )
  }
  // Starts whatever app it is given: of use to a developer, not in a package.
  rmSync(join(UNPACKED, 'resources', 'default_app.asar'), { force: true })
}
