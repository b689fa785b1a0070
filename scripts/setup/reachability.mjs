import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from './problem.mjs'
import { proxyFor } from './proxy.mjs'

/** A host that could not be reached is not asked again for this long: the next start does not wait. */
const REMEMBER_MS = 12 * 3600 * 1000

/** @typedef {{ way: string, reason: string, atMs: number }} Failure */

/**
 * How an address is reached: another mirror or proxy is another way, and is tried at once.
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} env
 */
const wayOf = (url, env) => `${url.href} by ${proxyFor(url, env)?.host ?? 'itself'}`

/**
 * @param {string} cache
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} env
 * @returns {Failure | undefined}
 */
export function rememberedFailure(cache, url, env, nowMs = Date.now()) {
  try {
    /** @type {Failure} */
    const failure = JSON.parse(readFileSync(join(cache, 'unreachable.json'), 'utf8'))
    const age = nowMs - failure.atMs
    return failure.way === wayOf(url, env) && age >= 0 && age < REMEMBER_MS ? failure : undefined
  } catch (error) {
    // A half-written note (we were interrupted) is the same as none.
    if (errorCode(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/**
 * @param {string} cache
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reason
 */
export function rememberFailure(cache, url, env, reason, nowMs = Date.now()) {
  mkdirSync(cache, { recursive: true })
  const failure = { way: wayOf(url, env), reason, atMs: nowMs }
  writeFileSync(join(cache, 'unreachable.json'), JSON.stringify(failure))
}

/** @param {string} cache */
export function forgetFailure(cache) {
  rmSync(join(cache, 'unreachable.json'), { force: true })
}

/**
 * A network error in a person's words.
 * @param {unknown} error
 */
export function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error)
  /** @type {Record<string, string>} */
  const words = {
    ENOTFOUND: 'its name is not known here',
    EAI_AGAIN: 'its name could not be looked up',
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was cut',
    ENETUNREACH: 'there is no network',
    EHOSTUNREACH: 'there is no way to it',
  }
  return words[errorCode(error)] ?? (text || errorCode(error))
}
