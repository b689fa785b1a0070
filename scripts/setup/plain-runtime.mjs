import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Carried in the folder's name: raise it when the recipe below changes. */
export const RECIPE = 1

/**
 * Turns the Electron inside the Cypress package into a plain one, in place: the executable's
 * usual name, no start-up snapshot of Cypress's own code, the command line's inspect switch
 * (Playwright drives the window by it), and an application that starts the one it is given.
 * @param {string} folder
 * @param {string} version
 */
export async function makePlain(folder, version) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  const executable = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), executable)
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'))
  rmSync(join(folder, 'resources', 'app-update.yml'), { force: true })
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const source = join(import.meta.dirname, 'default-app')
  await createPackage(source, join(folder, 'resources', 'default_app.asar'))
  writeFileSync(join(folder, 'version'), version)
}
