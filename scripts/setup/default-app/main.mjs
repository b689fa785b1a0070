/**
 * What a plain Electron runs when it is given a folder: it takes over that folder's name and
 * version and imports its main file. `-r FILE` is loaded before it.
 *
 * A module whose top level waits: Electron holds its `ready` event back until the application's
 * main file has run, which is when custom schemes have to be registered.
 */
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseCommandLine } from './command-line.mjs'

const require = createRequire(import.meta.url)
const { file, preload, version } = parseCommandLine(process.argv)

if (version) {
  process.stdout.write(`v${process.versions.electron}\n`)
  app.exit(0)
} else if (file === undefined) {
  process.stderr.write('Name the folder of an application: electron FOLDER [arguments]\n')
  app.exit(1)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  for (const path of preload) require(resolve(path))
  await start(resolve(file))
}

/** @param {string} path */
async function start(path) {
  const manifest = join(path, 'package.json')
  if (existsSync(manifest)) {
    const { name, productName, version: appVersion } = JSON.parse(readFileSync(manifest, 'utf8'))
    if (appVersion) app.setVersion(appVersion)
    if (productName ?? name) app.setName(productName ?? name)
    app.setDesktopName(`${app.getName()}.desktop`)
  }
  try {
    const main = Module._resolveFilename(path, null, true)
    app.setAppPath(existsSync(manifest) ? path : dirname(main))
    await import(pathToFileURL(main).href)
  } catch (error) {
    process.stderr.write(`Cannot start ${path}: ${error instanceof Error ? error.stack : error}\n`)
    app.exit(1)
  }
}
