import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { app } from 'electron'
import { licenceSchema, type Licence } from '@contract'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
})

/** How authors name the file. */
const FILE = /^(licen[cs]e|copying|copyright)([-.].*)?$/i

/**
 * The licences of everything that the app is made of. A package has them collected in a file; in a
 * clone they are read where npm put the packages. Electron's own stands beside its executable.
 */
export function readLicences(): Licence[] {
  const collected = join(process.resourcesPath, 'licences.json')
  const packages =
    app.isPackaged && existsSync(collected)
      ? z.array(licenceSchema).parse(JSON.parse(readFileSync(collected, 'utf8')))
      : ofClone(app.getAppPath())
  return [electron(), ...packages]
}

function electron(): Licence {
  const folder = dirname(process.execPath)
  const name = readdirSync(folder).find((entry) => /^LICENSE(\.electron)?(\.txt)?$/i.test(entry))
  const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8')
  const chromium = `\n\nChromium ${process.versions.chrome}: LICENSES.chromium.html in the folder of the app.`
  return {
    name: 'electron',
    version: process.versions.electron,
    licence: 'MIT',
    text: `${text}${chromium}`,
  }
}

function ofClone(root: string): Licence[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(root, path)))
    .map(([path, { version = '', license = 'not stated' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
      text: textIn(join(root, path)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function textIn(folder: string): string {
  const own = readdirSync(folder).find((entry) => FILE.test(entry))
  return own === undefined ? '' : readFileSync(join(folder, own), 'utf8')
}
