import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MOST_INPUT_BYTES, parseJson, runFileSchema, type RunFile } from '@contract'
import { unzip } from 'fflate'
import { CHECKSUMS, parseChecksums, sha256 } from './checksums'
import { damaged, refusal } from './refusal'

/** A bundle has a dozen files; a run.json with 100,000 adjustments has 10 MB. */
const MOST_FILES = 64
const MOST_BYTES = 256_000_000
/** A line of the checksums: the sum, two blanks, a name of 100 characters. */
const LONGEST_SUM = 200
/** Only plain names: no folder, no drive, no name that a system treats as something else. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

export interface Bundle {
  run: RunFile
  /** By name. */
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * Opens a bundle: a ZIP archive or a folder. Nothing is written.
 * @throws ProblemError bundle-damaged, bundle-too-large, bundle-newer, bundle-unreadable
 */
export async function readBundle(path: string): Promise<Bundle> {
  return checkBundle(await filesAt(path), path)
}

async function filesAt(path: string): Promise<Map<string, Uint8Array>> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return await folderFiles(path)
    if (found.size > MOST_BYTES) throw tooLarge(path)
    // A pipe or a device would never end.
    if (!found.isFile()) throw damaged(path, 'it is neither a file nor a folder.')
    return await zipFiles(await readFile(path), path)
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    throw refusal(
      'bundle-unreadable',
      `The bundle cannot be read: ${thrown.message}`,
      path,
      'Check its name, and whether it may be read.',
    )
  }
}

/** The same from the bytes of an archive, as dropped on the window. */
export async function openBundle(archive: Uint8Array, name: string): Promise<Bundle> {
  return checkBundle(await zipFiles(archive, name), name)
}

async function folderFiles(path: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { name } of await readdir(path, { withFileTypes: true })) {
    const file = join(path, name)
    const info = await lstat(file)
    // Only what checksums name belongs to the bundle; a stranger's file beside it is none of it.
    if (!info.isFile() || !PLAIN.test(name)) continue
    total += info.size
    if (total > MOST_BYTES || files.size >= MOST_FILES) throw tooLarge(path)
    files.set(name, await readFile(file))
  }
  return files
}

function zipFiles(archive: Uint8Array, name: string): Promise<Map<string, Uint8Array>> {
  if (archive.length > MOST_BYTES) return Promise.reject(tooLarge(name))
  return new Promise((resolve, reject) => {
    let total = 0
    let count = 0
    let refused: Error | null = null
    const filter = (file: { name: string; originalSize: number }): boolean => {
      total += file.originalSize
      count += 1
      if (total > MOST_BYTES || count > MOST_FILES) refused ??= tooLarge(name)
      else if (!PLAIN.test(file.name))
        refused ??= damaged(file.name || name, 'a file in it has a name that a bundle never has.')
      return refused === null
    }
    try {
      unzip(archive, { filter }, (error, data) => {
        if (refused !== null) reject(refused)
        else if (error !== null)
          reject(damaged(name, `it is no whole ZIP archive (${error.message}).`))
        else resolve(new Map(Object.entries(data)))
      })
    } catch (thrown) {
      reject(damaged(name, `it is no ZIP archive (${String(thrown)}).`))
    }
  })
}

const tooLarge = (where: string): Error =>
  refusal(
    'bundle-too-large',
    `A bundle unpacks to ${MOST_BYTES / 1e6} MB and ${MOST_FILES} files at most; this one claims more.`,
    where,
    'It may have been made to fill a disk. Ask who made it.',
  )

const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string, where: string): string {
  const content = files.get(name)
  if (content === undefined) throw damaged(where, `${name} is missing.`)
  try {
    return decoder.decode(content)
  } catch {
    throw damaged(name, 'it is no UTF-8 text.')
  }
}

function checkBundle(files: Map<string, Uint8Array>, where: string): Bundle {
  if ((files.get(CHECKSUMS)?.length ?? 0) > MOST_FILES * LONGEST_SUM)
    throw damaged(CHECKSUMS, `it names more than ${MOST_FILES} files.`)
  const sums = parseChecksums(textOf(files, CHECKSUMS, where))
  if (sums === null) throw damaged(CHECKSUMS, 'a line of it is no checksum.')
  for (const [name, sum] of sums) {
    const content = files.get(name)
    if (content === undefined) throw damaged(where, `${name} is missing.`)
    if (sha256(content) !== sum) throw damaged(name, 'its checksum is another: it was changed.')
  }
  // A file that no checksum vouches for is not part of the bundle.
  const vouched = new Map([...files].filter(([name]) => sums.has(name)))
  if ((vouched.get('run.json')?.length ?? 0) > MOST_INPUT_BYTES)
    throw damaged('run.json', `it has more than ${MOST_INPUT_BYTES / 1e6} MB.`)
  return { run: parseRun(textOf(vouched, 'run.json', where)), files: vouched }
}

function parseRun(text: string): RunFile {
  let data: unknown
  try {
    data = parseJson(text)
  } catch (thrown) {
    throw damaged('run.json', `it is no JSON (${String(thrown).slice(0, 200)}).`)
  }
  const known = runFileSchema.shape.format.value
  if (typeof data === 'object' && data !== null && 'format' in data && data.format !== known)
    throw refusal(
      'bundle-newer',
      `run.json has the format ${JSON.stringify(data.format).slice(0, 60)}; this version reads ${known}.`,
      'run.json',
      'Open it with the version of Desynclab that wrote it, or a newer one.',
    )
  const parsed = runFileSchema.safeParse(data)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]
  throw damaged(`run.json ${path.join('.')}`, message)
}
