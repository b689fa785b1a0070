import { writeFileSync } from 'node:fs'
import { SetupProblem } from '../setup/problem.mjs'
import { runNpm } from '../setup/process.mjs'
import { ROOT } from '../setup/project.mjs'

/**
 * The software bill of materials (CycloneDX) of what is shipped, by npm itself.
 * @param {string} file
 * @returns {Promise<string>} how much it names
 * @throws {SetupProblem} package/materials-failed
 */
export async function writeBillOfMaterials(file) {
  const { code, text } = await runNpm(
    ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--loglevel=silent'],
    { cwd: ROOT, output: 'capture' },
  )
  if (code !== 0) {
    throw new SetupProblem(
      'package/materials-failed',
      `npm sbom ended with status ${code}.`,
      'It needs npm 9.5 or newer, and node_modules as npm ci leaves it.',
    )
  }
  const bill = JSON.parse(text)
  writeFileSync(file, JSON.stringify(bill, null, 1))
  return `${bill.components.length} components in ${file.split('/').pop()}`
}
