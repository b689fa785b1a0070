/** @typedef {import('node:fs/promises').FileHandle} FileHandle */

/**
 * @typedef {object} ZipEntry
 * @property {string} name with `/`; folders end with it
 * @property {number} mode Unix mode with the kind bits; 0 when the archive has none
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedBytes
 * @property {number} offset of the local header
 */

const END = 0x06054b50
const END64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
/** The end record is 22 bytes and a comment of at most 64 KB. */
const TAIL_BYTES = 22 + 0xffff

/**
 * Reads a zip archive's central directory, 64-bit sizes included (PKWARE APPNOTE 4.3).
 * @param {FileHandle} archive
 * @returns {Promise<ZipEntry[]>}
 */
export async function readEntries(archive) {
  const { size } = await archive.stat()
  const { start, bytes } = await findDirectory(archive, size)
  const directory = await readAt(archive, start, bytes)
  /** @type {ZipEntry[]} */
  const entries = []
  for (let at = 0; at + 46 <= bytes;) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new Error('the archive has a broken directory')
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    entries.push(readEntry(directory, at, nameBytes, extraBytes))
    at += 46 + nameBytes + extraBytes + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {Buffer} directory
 * @param {number} at
 * @param {number} nameBytes
 * @param {number} extraBytes
 * @returns {ZipEntry}
 */
function readEntry(directory, at, nameBytes, extraBytes) {
  const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes)
  const wide = readWideSizes(extra)
  /** @param {number} value 32 ones mean: look into the 64-bit extra field, in this order */
  const widen = (value) => (value === 0xffffffff ? (wide.shift() ?? value) : value)
  widen(directory.readUInt32LE(at + 24))
  const packedBytes = widen(directory.readUInt32LE(at + 20))
  const offset = widen(directory.readUInt32LE(at + 42))
  if (directory.readUInt16LE(at + 8) & 1) throw new Error('the archive is encrypted')
  const unix = directory.readUInt8(at + 5) === 3
  return {
    name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
    mode: unix ? directory.readUInt32LE(at + 38) >>> 16 : 0,
    method: directory.readUInt16LE(at + 10),
    packedBytes,
    offset,
  }
}

/** @param {Buffer} extra */
function readWideSizes(extra) {
  /** @type {number[]} */
  const sizes = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = at + 4 + extra.readUInt16LE(at + 2)
    for (let from = at + 4; from + 8 <= end; from += 8)
      sizes.push(Number(extra.readBigUInt64LE(from)))
  }
  return sizes
}

/**
 * @param {FileHandle} archive
 * @param {number} size
 */
async function findDirectory(archive, size) {
  const tailBytes = Math.min(size, TAIL_BYTES)
  const tail = await readAt(archive, size - tailBytes, tailBytes)
  let end = tailBytes - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('this is no zip archive, or its end is missing')
  if (end >= 20 && tail.readUInt32LE(end - 20) === END64_LOCATOR) {
    const wide = await readAt(archive, Number(tail.readBigUInt64LE(end - 12)), 56)
    return { bytes: Number(wide.readBigUInt64LE(40)), start: Number(wide.readBigUInt64LE(48)) }
  }
  return { bytes: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) }
}

/**
 * @param {FileHandle} archive
 * @param {number} position
 * @param {number} bytes
 */
async function readAt(archive, position, bytes) {
  const buffer = Buffer.alloc(bytes)
  const { bytesRead } = await archive.read(buffer, 0, bytes, position)
  if (bytesRead !== bytes) throw new Error('the archive is cut off')
  return buffer
}
