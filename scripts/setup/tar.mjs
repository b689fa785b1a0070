import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'

const BLOCK = 512

/**
 * Takes one file out of a `.tgz`, streaming: memory stays at a few blocks.
 * @param {string} archive
 * @param {string} wanted the entry's name
 * @param {string} file where to write it
 * @throws when the archive has no such entry or ends early
 */
export async function extractFromTarball(archive, wanted, file) {
  let buffered = Buffer.alloc(0)
  let skip = 0
  let left = -1
  const out = createWriteStream(file)
  for await (const chunk of createReadStream(archive).pipe(createGunzip())) {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
    while (buffered.length > 0) {
      if (left > 0) {
        const part = buffered.subarray(0, left)
        buffered = buffered.subarray(part.length)
        left -= part.length
        if (!out.write(part)) await once(out, 'drain')
      } else if (left === 0) {
        buffered = Buffer.alloc(0)
      } else if (skip > 0) {
        const passed = Math.min(skip, buffered.length)
        buffered = buffered.subarray(passed)
        skip -= passed
      } else {
        if (buffered.length < BLOCK) break
        const { name, size } = readHeader(buffered)
        buffered = buffered.subarray(BLOCK)
        if (name === wanted) left = size
        else skip = Math.ceil(size / BLOCK) * BLOCK
      }
    }
  }
  out.end()
  await once(out, 'close')
  if (left !== 0) throw new Error(`the archive has no complete ${wanted}`)
}

/** @param {Buffer} block */
function readHeader(block) {
  /** @param {number} from @param {number} to */
  const text = (from, to) => block.toString('utf8', from, to).replace(/\0.*$/s, '')
  const prefix = text(345, 500)
  const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`
  return { name, size: Number.parseInt(text(124, 136), 8) || 0 }
}
