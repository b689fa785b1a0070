import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { SetupProblem } from '../setup/problem.mjs'
import { runNpm } from '../setup/process.mjs'
import { ROOT, readPackage } from '../setup/project.mjs'
import { productionPackages } from './production.mjs'

/**
 * The software bill of materials (CycloneDX) of what is shipped. npm writes it, for all packages:
 * asked to leave out the development's, npm 11 also leaves out those that both need (vue).
 * @param {string} file
 * @returns {Promise<string>} how much it names
 * @throws {SetupProblem} package/materials-failed
 */
export async function writeBillOfMaterials(file) {
  const { code, text } = await runNpm(['sbom', '--sbom-format=cyclonedx', '--loglevel=silent'], {
    cwd: ROOT,
    output: 'capture',
  })
  if (code !== 0) {
    throw new SetupProblem(
      'package/materials-failed',
      `npm sbom ended with status ${code}.`,
      'It needs npm 9.5 or newer, and node_modules as npm ci leaves it.',
    )
  }
  const shipped = new Set(
    (await productionPackages()).map(({ name, version }) => `${name}@${version}`),
  )
  const bill = shippedOnly(JSON.parse(text.slice(text.indexOf('{'))), shipped)
  bill.metadata.component.name = readPackage().name
  writeFileSync(file, JSON.stringify(bill, null, 1))
  return `${bill.components.length} components in ${basename(file)}`
}

/**
 * @typedef {object} Bill
 * @property {{ component: { name: string, 'bom-ref': string } }} metadata
 * @property {{ name: string, version: string, 'bom-ref': string }[]} components
 * @property {{ ref: string, dependsOn: string[] }[]} dependencies
 */

/**
 * @param {Bill} bill
 * @param {Set<string>} shipped `name@version`
 * @returns {Bill} without the rest, and without edges that lead to it
 */
export function shippedOnly(bill, shipped) {
  const components = bill.components.filter(({ name, version }) =>
    shipped.has(`${name}@${version}`),
  )
  const kept = new Set([
    bill.metadata.component['bom-ref'],
    ...components.map((one) => one['bom-ref']),
  ])
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }))
  return { ...bill, components, dependencies }
}
