import { statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './process.mjs'

/**
 * Chromium's sandbox needs user namespaces or a set-uid helper, and refuses to run as root.
 * @param {string} dist the runtime's folder
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<string | undefined>} why it has to be off, or `undefined`
 */
export async function whyNoSandbox(dist, platform = process.platform) {
  if (platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'root cannot use it; run as an ordinary user to have it'
  const helper = join(dist, 'chrome-sandbox')
  const state = statSync(helper, { throwIfNoEntry: false })
  if (state && state.uid === 0 && (state.mode & 0o4000) !== 0) return undefined
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], {
    output: 'capture',
  })
  if (code === 0 || code === 127) return undefined
  return `this system forbids user namespaces; to have it: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`
}
