import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ProblemError } from '@contract'

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}

/**
 * Checks that a report may be written there: a new folder, or an empty one.
 * @throws ProblemError if something is there already
 */
export async function ensureFree(directory: string): Promise<void> {
  let entries: string[]
  try {
    entries = await readdir(directory)
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return
    if (hasCode(thrown, 'ENOTDIR')) throw taken(directory, 'there is a file of that name')
    throw thrown
  }
  if (entries.length > 0) throw taken(directory, 'the folder is not empty')
}

function taken(directory: string, why: string): ProblemError {
  return new ProblemError({
    id: 'report-folder-taken',
    severity: 'error',
    message: `A report is never written over anything: ${why}.`,
    where: directory.slice(-500),
    kept: 'Everything in it.',
    tip: 'Name a new folder or an empty one.',
  })
}

/**
 * Writes files into a new or empty folder, all or none: first beside it, then renamed.
 * @returns the names of the files
 * @throws ProblemError if the folder is taken, and whatever the file system throws
 */
export async function writeFolder(
  directory: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  await ensureFree(directory)
  const parent = dirname(directory)
  await mkdir(parent, { recursive: true })
  const beside = join(parent, `.${basename(directory)}-${randomUUID()}`)
  await mkdir(beside)
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(beside, name), content, { flag: 'wx' })
    }
    await removeEmpty(directory)
    await rename(beside, directory)
  } catch (thrown) {
    await rm(beside, { recursive: true, force: true })
    throw thrown
  }
  return Object.keys(files)
}

/** Removes the folder that the new one takes the place of; fails if something came in meanwhile. */
async function removeEmpty(directory: string): Promise<void> {
  try {
    await rmdir(directory)
  } catch (thrown) {
    if (!hasCode(thrown, 'ENOENT')) throw thrown
  }
}
