import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { SetupProblem } from '../setup/problem.mjs'
import { run } from '../setup/process.mjs'
import { readPackage } from '../setup/project.mjs'
import { DIST, UNPACKED } from './folder.mjs'

/**
 * The folder as a zip that unpacks into one named folder.
 * @returns {Promise<string>} the file's name
 * @throws {SetupProblem} package/zip-failed
 */
export async function makeZip() {
  const name = `desynclab-${readPackage().version}-linux-x64`
  const folder = join(DIST, name)
  renameSync(UNPACKED, folder)
  // -y keeps links as links.
  const { code, text } = await run('zip', ['-q', '-r', '-y', `${name}.zip`, name], {
    cwd: DIST,
    output: 'capture',
  })
  renameSync(folder, UNPACKED)
  if (code === 0) return `${name}.zip`
  throw new SetupProblem('package/zip-failed', `zip ended with status ${code}: ${text.trim()}`, '')
}
