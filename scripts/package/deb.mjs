import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupProblem } from '../setup/problem.mjs'
import { run } from '../setup/process.mjs'
import { ROOT, readPackage } from '../setup/project.mjs'
import { DIST, UNPACKED } from './folder.mjs'

const ASSETS = join(ROOT, 'resources', 'build')
/** Where the files of `resources/build` go on the user's system. */
const PLACES = {
  'desynclab.desktop': 'usr/share/applications/desynclab.desktop',
  'desynclab.xml': 'usr/share/mime/packages/desynclab.xml',
  'icon.svg': 'usr/share/icons/hicolor/scalable/apps/desynclab.svg',
  'icon.png': 'usr/share/icons/hicolor/512x512/apps/desynclab.png',
  '60-desynclab.rules': 'usr/lib/udev/rules.d/60-desynclab.rules',
}
/** What Electron needs of the system, old and new names of the 64-bit time transition. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'xdg-utils',
]

/**
 * The Debian package around the packed folder: app in /opt, entry, icons, file kinds, the rule for
 * boards, and the command line on the path.
 * @param {string} electron version
 * @returns {Promise<string>} the file's name
 * @throws {SetupProblem} package/deb-failed
 */
export async function makeDeb(electron) {
  const { version } = readPackage()
  const root = join(DIST, 'deb')
  const app = join(root, 'opt', 'Desynclab')
  mkdirSync(dirname(app), { recursive: true })
  cpSync(UNPACKED, app, { recursive: true, verbatimSymlinks: true })
  // Chromium's own sandbox, where the system gives users no namespaces.
  chmodSync(join(app, 'chrome-sandbox'), 0o4755)
  for (const [from, to] of Object.entries(PLACES)) {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    cpSync(join(ASSETS, from), join(root, to))
  }
  mkdirSync(join(root, 'usr', 'bin'), { recursive: true })
  symlinkSync('/opt/Desynclab/resources/cli/desynclab', join(root, 'usr', 'bin', 'desynclab'))
  const doc = join(root, 'usr', 'share', 'doc', 'desynclab')
  mkdirSync(doc, { recursive: true })
  writeFileSync(join(doc, 'copyright'), readFileSync(join(ROOT, 'LICENSE')))
  mkdirSync(join(root, 'DEBIAN'))
  writeFileSync(join(root, 'DEBIAN', 'control'), control(version, electron))
  for (const script of ['postinst', 'postrm']) {
    cpSync(join(ASSETS, `deb-${script}.sh`), join(root, 'DEBIAN', script))
    chmodSync(join(root, 'DEBIAN', script), 0o755)
  }
  const name = `desynclab_${version}_amd64.deb`
  const args = ['--root-owner-group', '-Zgzip', '-z6', '--build', root, join(DIST, name)]
  const { code, text } = await run('dpkg-deb', args, { output: 'capture' })
  rmSync(root, { recursive: true })
  if (code === 0) return name
  throw new SetupProblem('package/deb-failed', `dpkg-deb ended with status ${code}: ${text}`, '')
}

/** @param {string} version @param {string} electron */
const control = (version, electron) => `Package: desynclab
Version: ${version}
Architecture: amd64
Maintainer: the Desynclab founders <desynclab@users.noreply.github.com>
Section: science
Priority: optional
Depends: ${DEPENDS.join(', ')}
Recommends: nodejs (>= 20.19)
Homepage: https://doi.org/10.1063/5.0084631
Description: desktop laboratory for networks that learn by physics
 Trains resistor networks by coupled learning, without a clock, in simulation
 or on a board: live plots, recorded runs that can be run again bit for bit,
 and reports. Contains Electron ${electron}.
`
