import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { productionPackages } from './production.mjs'

/** How authors name the file. */
const FILE = /^(licen[cs]e|copying|copyright)([-.].*)?$/i

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression as the package states it
 * @property {string} text the licence file's text; empty where the package brings none
 */

/**
 * Collects what every package that is shipped says of its licence; *About* shows it.
 * @param {string} file
 * @returns {Promise<number>} packages
 */
export async function writeLicences(file) {
  const licences = (await productionPackages()).map(licenceOf)
  const unique = [...new Map(licences.map((one) => [`${one.name}@${one.version}`, one])).values()]
  writeFileSync(file, JSON.stringify(unique, null, 1))
  return unique.length
}

/** @param {import('./production.mjs').Package} found @returns {Licence} */
function licenceOf({ name, version, path }) {
  const file = join(path, 'package.json')
  /** @type {{ license?: string | { type?: string } }} */
  const stated = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const { license } = stated
  const licence = (typeof license === 'object' ? license.type : license) ?? 'not stated'
  const own = readdirSync(path).find((entry) => FILE.test(entry))
  return { name, version, licence, text: own ? readFileSync(join(path, own), 'utf8') : '' }
}
