import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { MessagePortMain } from 'electron'
import {
  beginsAsPictures,
  inputTooLarge,
  MOST_INPUT_BYTES,
  MOST_PICTURE_BYTES,
  picturesTooLarge,
  ProblemError,
  type Problem,
  type Reply,
} from '@contract'
import type { EngineLink } from '../engine/link'
import { CHECKSUMS } from '../report/bundle/checksums'

/**
 * What a file brings that the user chose or gave: its text for the engine to read, or, of a bundle,
 * the run that it brought into the library.
 * @param others chosen with it: pictures are in several files
 * @throws ProblemError
 */
export async function fileContent(
  link: EngineLink<MessagePortMain>,
  file: string,
  others: readonly string[] = [],
): Promise<Reply<'openFile'>> {
  const name = basename(file)
  try {
    const pictures = await picturesOf([file, ...others])
    if (pictures !== null) return pictures
    if (others.length > 0) throw new ProblemError(severalFiles(others.length + 1))
    const bundle = bundleOf(file)
    if (bundle !== null) {
      const imported = await link.send('libraryImport', { path: bundle })
      if (!imported.ok) throw new ProblemError(imported.problem)
      return { kind: 'bundle', imported: imported.value }
    }
    const { size } = statSync(file)
    if (size > MOST_INPUT_BYTES) throw new ProblemError(inputTooLarge(name, size))
    return { kind: 'input', name, text: await readFile(file, 'utf8') }
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    throw new ProblemError({
      id: 'unreadable-file',
      severity: 'error',
      message: `${name} cannot be read: ${thrown.message}`.slice(0, 4000),
      where: file.slice(-500),
      kept: 'The present run is as it was.',
      tip: 'Check whether it is still there, and whether it may be read.',
    })
  }
}

const severalFiles = (count: number): Problem => ({
  id: 'several-files',
  severity: 'error',
  message: `${count} files were chosen, and only files of pictures are opened together.`,
  kept: 'The present run is as it was.',
  tip: 'Choose one.',
})

/** The bundle that a file is, or is the `run.json` of; a folder can be nothing else. */
function bundleOf(file: string): string | null {
  const found = statSync(file)
  if (found.isDirectory()) return file
  if (found.isFile() && isZip(file)) return file
  const folder = dirname(file)
  return basename(file) === 'run.json' && existsSync(join(folder, CHECKSUMS)) ? folder : null
}

/** By its name, or by its first bytes: `.desynclab` may be either kind. */
function isZip(file: string): boolean {
  if (file.toLowerCase().endsWith('.zip')) return true
  return firstOf(file).toString('latin1') === 'PK\u0003\u0004'
}

/** Its first four bytes; zeros where it is shorter. */
function firstOf(file: string): Buffer {
  const first = Buffer.alloc(4)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, first, 0, 4, 0)
  } finally {
    closeSync(handle)
  }
  return first
}

/** Files of pictures come in twos or fours; of other kinds the first is taken, as ever. */
async function picturesOf(files: readonly string[]): Promise<Reply<'openFile'>> {
  const given = files.filter((file) => statSync(file).isFile())
  if (!given.some((file) => beginsAsPictures(firstOf(file)))) return null
  const size = given.reduce((sum, file) => sum + statSync(file).size, 0)
  if (size > MOST_PICTURE_BYTES) throw new ProblemError(picturesTooLarge(basename(given[0]), size))
  const read = async (file: string) => ({ name: basename(file), content: await readFile(file) })
  return { kind: 'pictures', files: await Promise.all(given.map(read)) }
}
