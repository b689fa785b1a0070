import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, posix, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { readEntries } from './zip-directory.mjs'

/** @typedef {import('./zip-directory.mjs').ZipEntry} ZipEntry */
/** @typedef {{ file: string, archive: import('node:fs/promises').FileHandle }} Source */

const KIND = 0o170000
const LINK = 0o120000

/**
 * Unpacks a zip archive, with modes and symbolic links. Links are made last, so that no file
 * can be written through one.
 * @param {string} file
 * @param {string} destination an existing folder
 * @param {(name: string) => string | undefined} [place] the name to unpack an entry to, or `undefined` to leave it out
 * @throws when an entry or a link points outside `destination`
 */
export async function unzip(file, destination, place = (name) => name) {
  const archive = await open(file)
  const source = { file, archive }
  try {
    /** @type {{ path: string, target: string }[]} */
    const links = []
    for (const entry of await readEntries(archive)) {
      const name = place(entry.name)
      if (name === undefined || name === '') continue
      const path = inside(destination, name)
      if (name.endsWith('/')) await mkdir(path, { recursive: true })
      else if ((entry.mode & KIND) === LINK)
        links.push({ path, target: await readLink(source, entry) })
      else await writeEntry(source, entry, path)
    }
    for (const { path, target } of links) {
      requireInside(destination, resolve(dirname(path), target), target)
      await mkdir(dirname(path), { recursive: true })
      await symlink(target, path)
    }
  } finally {
    await archive.close()
  }
}

/**
 * @param {string} folder
 * @param {string} name as the archive gives it, with `/`
 */
function inside(folder, name) {
  if (name.includes('\\')) throw escape(name)
  if (posix.isAbsolute(name) || isAbsolute(name) || name.includes('\0')) throw escape(name)
  const path = join(folder, ...name.split('/'))
  requireInside(folder, path, name)
  return path
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} name
 */
function requireInside(folder, path, name) {
  if (!`${path}${sep}`.startsWith(`${resolve(folder)}${sep}`)) throw escape(name)
}

/** @param {string} name */
const escape = (name) => new Error(`the archive points outside its folder: ${JSON.stringify(name)}`)

/**
 * @param {Source} source
 * @param {ZipEntry} entry
 */
async function readLink(source, entry) {
  /** @type {Buffer[]} */
  const chunks = []
  for await (const chunk of await contents(source, entry)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * @param {Source} source
 * @param {ZipEntry} entry
 * @param {string} path
 */
async function writeEntry(source, entry, path) {
  await mkdir(dirname(path), { recursive: true })
  // `wx`: an archive that names a file twice is not one of ours.
  await pipeline(await contents(source, entry), createWriteStream(path, { flags: 'wx' }))
  const mode = entry.mode & 0o777
  if (mode !== 0) await chmod(path, mode | 0o600)
}

/**
 * @param {Source} source
 * @param {ZipEntry} entry
 * @returns {Promise<NodeJS.ReadableStream>}
 */
async function contents({ file, archive }, { offset, packedBytes, method, name }) {
  if (packedBytes === 0) return Readable.from([])
  // The local header repeats name and extra field, with lengths of its own.
  const header = Buffer.alloc(30)
  await archive.read(header, 0, 30, offset)
  if (header.readUInt32LE(0) !== 0x04034b50)
    throw new Error(`${name}: no local header in the archive`)
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = createReadStream(file, { start, end: start + packedBytes - 1 })
  if (method === 0) return packed
  if (method !== 8) throw new Error(`${name}: compression method ${method} is not supported`)
  const inflate = createInflateRaw()
  packed.on('error', (error) => inflate.destroy(error))
  return packed.pipe(inflate)
}
