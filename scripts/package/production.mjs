import { SetupProblem } from '../setup/problem.mjs'
import { runNpm } from '../setup/process.mjs'
import { ROOT } from '../setup/project.mjs'

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} path folder
 */

/**
 * Every package that the app's own code brings along, each version once.
 * @returns {Promise<Package[]>} by name
 * @throws {SetupProblem} package/tree-unreadable
 */
export async function productionPackages() {
  const { text } = await runNpm(
    ['ls', '--omit=dev', '--all', '--parseable', '--long', '--loglevel=silent'],
    { cwd: ROOT, output: 'capture' },
  )
  // "path:name@version", one package a line; npm adds notes after another colon.
  const found = [...text.matchAll(/^(.*node_modules.*?):(@?[^@:]+)@([^:\n]+)/gm)]
  if (found.length === 0) {
    throw new SetupProblem('package/tree-unreadable', 'npm ls named no package.', 'Run npm ci.')
  }
  return found
    .map(([, path, name, version]) => ({ name, version, path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
