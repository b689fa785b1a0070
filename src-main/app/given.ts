import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { app } from 'electron'

/** Switches whose value is an argument of its own: the driver of the tests preloads a file so. */
const WITH_VALUE = ['-r', '--require']

/**
 * The files among the arguments of a start: what a double click in a file manager gives, or a user on
 * the command line. Switches are none, nor is the app's own folder in a clone.
 * @param argv the executable first
 * @param folder where relative names begin
 * @param own the app's folder, and null in a package
 */
export function filesAmong(argv: readonly string[], folder: string, own: string | null): string[] {
  return argv
    .slice(1)
    .filter((argument, i) => !argument.startsWith('-') && !WITH_VALUE.includes(argv[i]))
    .map((argument) => resolve(folder, argument))
    .filter((path) => path !== own && existsSync(path))
}

/** Files that the app was given from outside, until the window takes them. */
export class GivenFiles {
  private readonly waiting: string[] = []
  /** Told that one more waits. */
  onGiven: () => void = () => undefined

  give(paths: readonly string[]): void {
    this.waiting.push(...paths)
    if (paths.length > 0) this.onGiven()
  }

  /** The one that waits longest; null: none does. */
  take(): string | null {
    return this.waiting.shift() ?? null
  }
}

/**
 * What this start was given, and what later ones and a Mac's Finder give. Before the app is ready:
 * on a Mac the first one comes earlier.
 */
export function listenForFiles(): GivenFiles {
  const own = app.isPackaged ? null : resolve(app.getAppPath())
  const given = new GivenFiles()
  given.give(filesAmong(process.argv, process.cwd(), own))
  app.on('second-instance', (_, argv, folder) => given.give(filesAmong(argv, folder, own)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    given.give([path])
  })
  return given
}
