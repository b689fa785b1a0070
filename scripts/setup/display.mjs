import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetupProblem } from './problem.mjs'

/** Other systems always have one. @param {NodeJS.ProcessEnv} [env] */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The shell outlives Ctrl-C, and tidies up when our end of its standard input closes, however we end. */
const SUPERVISOR =
  'folder=$1; shift; Xvfb "$@" & server=$!; cat >/dev/null; kill "$server"; wait "$server"; rm -rf "$folder"'

/** A server that has not named its display by then does not start. */
const START_MS = 15_000

/**
 * Starts a virtual display on a free number, open to nobody but holders of its cookie.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 * @throws {SetupProblem} setup/no-virtual-display
 */
export async function startVirtualDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, cookieFile(randomBytes(16)), { mode: 0o600 })
  const screen = [
    '-screen',
    '0',
    '1920x1200x24',
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ]
  const child = spawn('sh', ['-c', SUPERVISOR, 'display', folder, '-displayfd', '3', ...screen], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.stdin?.end()
    await ended
  }
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text))
  const number = await displayNumber(child.stdio[3], ended)
  if (number === undefined) {
    await stop()
    throw new SetupProblem(
      'setup/no-virtual-display',
      `Xvfb did not start: ${complaint.trim() || 'it said nothing'}`,
      'On Debian and Ubuntu it is in the package xvfb.',
    )
  }
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '' }, stop }
}

/**
 * @param {unknown} pipe
 * @param {Promise<unknown>} ended
 * @returns {Promise<string | undefined>}
 */
function displayNumber(pipe, ended) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), START_MS)
    /** @param {string | undefined} value */
    const settle = (value) => {
      clearTimeout(timer)
      resolve(value)
    }
    let text = ''
    const stream = /** @type {import('node:stream').Readable} */ (pipe)
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) settle(text.trim())
    })
    stream.on('end', () => settle(undefined))
    void ended.then(() => settle(undefined))
  })
}

/**
 * An authority file of one entry that fits every display number (Xau's FamilyWild).
 * @param {Buffer} cookie
 */
function cookieFile(cookie) {
  /** @param {Buffer | string} value length in two bytes, big-endian, then the value */
  const counted = (value) => {
    const bytes = Buffer.from(value)
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  }
  const fields = ['', '', 'MIT-MAGIC-COOKIE-1', cookie].map(counted)
  return Buffer.concat([Buffer.from([255, 255]), ...fields])
}
