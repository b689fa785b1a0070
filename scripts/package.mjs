import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyCommandLine } from './package/command-line.mjs'
import { makeDeb } from './package/deb.mjs'
import { readFuses } from './package/fuses.mjs'
import { writeLicences } from './package/licences.mjs'
import { writeBillOfMaterials } from './package/materials.mjs'
import { DIST, UNPACKED, packFolder } from './package/folder.mjs'
import { makeZip } from './package/zip.mjs'
import { ensureBuild } from './setup/build.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureRuntime } from './setup/ensure-runtime.mjs'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals } from './setup/process.mjs'
import { requireNode } from './setup/project.mjs'
import { sayOnStdout as say } from './setup/say.mjs'
import { ensurePackages } from './setup/debian.mjs'

/** `npm run package`: the Linux app as a folder, a deb and a zip in `dist/`. */
async function main() {
  endChildrenOnSignals()
  requireNode()
  await ensureDependencies({ say })
  await ensurePackages(['package'], { say })
  const runtime = await ensureRuntime({ say })
  await ensureBuild({ say })
  rmSync(DIST, { recursive: true, force: true })
  mkdirSync(DIST, { recursive: true })
  const resources = join(UNPACKED, 'resources')
  say('package', `the folder, around Electron ${runtime.version}`)
  await packFolder(runtime)
  await copyCommandLine(join(resources, 'cli'))
  say('licences', `${await writeLicences(join(resources, 'licences.json'))} packages`)
  say('materials', await writeBillOfMaterials(join(DIST, 'desynclab.cdx.json')))
  for (const [name, state] of await readFuses(join(UNPACKED, 'desynclab')))
    say('fuse', `${name} ${state}`)
  say('zip', await makeZip())
  say('deb', await makeDeb(runtime.version))
  say(
    'not built',
    'AppImage, dmg, nsis: their tools come from a host of their own (electron-builder --help)',
  )
}

try {
  await main()
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
