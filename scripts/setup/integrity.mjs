import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { SetupProblem } from './problem.mjs'

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function digestOf(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}

/**
 * Refuses a file whose bytes are not the pinned ones.
 * @param {string} file
 * @param {string} integrity in the registry's form, `sha512-<base64>`
 * @param {string} name what the file is, for the message
 * @throws {SetupProblem} setup/integrity
 */
export async function requireIntegrity(file, integrity, name) {
  const found = `sha512-${await digestOf(file, 'sha512', 'base64')}`
  if (found !== integrity) throw refusal(name, integrity, found)
}

/**
 * @param {string} file
 * @param {string} expected hexadecimal
 * @param {string} name
 * @throws {SetupProblem} setup/integrity
 */
export async function requireSha256(file, expected, name) {
  const found = await digestOf(file, 'sha256', 'hex')
  if (found !== expected) throw refusal(name, `sha256 ${expected}`, `sha256 ${found}`)
}

/**
 * @param {string} name
 * @param {string} expected
 * @param {string} found
 */
function refusal(name, expected, found) {
  return new SetupProblem(
    'setup/integrity',
    `${name} is not the file that this version was made for: expected ${expected}, found ${found}. Nothing of it was used.`,
    'Try again; if it happens again, a mirror or proxy on the way changes files.',
  )
}
