import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { get } from './tunnel.mjs'

const REDIRECTS = 8

/**
 * Fetches a file to disk, following redirects.
 * @param {URL} url
 * @param {string} file
 * @param {{ env?: NodeJS.ProcessEnv, onProgress?: (bytes: number, total: number) => void }} [options] `total` is 0 when the host does not tell
 * @throws when the host cannot be reached, answers anything but 200, or stops sending
 */
export async function download(url, file, { env = process.env, onProgress } = {}) {
  const response = await follow(url, env)
  const total = Number(response.headers['content-length'] ?? 0)
  let bytes = 0
  const count = new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length
      onProgress?.(bytes, total)
      done(null, chunk)
    },
  })
  await pipeline(response, count, createWriteStream(file))
  if (total > 0 && bytes !== total) {
    throw new Error(`${url.host} sent ${bytes} bytes of ${total}`)
  }
}

/**
 * @param {URL} start
 * @param {NodeJS.ProcessEnv} env
 */
async function follow(start, env) {
  let url = start
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const response = await get(url, env)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return response
    response.destroy()
    if (statusCode < 300 || statusCode > 399 || !headers.location) {
      throw new Error(`${url.host} answered ${statusCode}`)
    }
    const next = new URL(headers.location, url)
    if (url.protocol === 'https:' && next.protocol !== 'https:') {
      throw new Error(`${url.host} redirects to an unencrypted address`)
    }
    url = next
  }
  throw new Error(`${start.host} redirects more than ${REDIRECTS} times`)
}
