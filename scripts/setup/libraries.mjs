import { ensurePackages, isDebian } from './debian.mjs'
import { run } from './process.mjs'

/**
 * The system libraries of the app: installed on Debian and its relatives, named elsewhere.
 * @param {{ say: import('./say.mjs').Say, executable: string }} options
 */
export async function ensureLibraries({ say, executable }) {
  if (process.platform !== 'linux') return
  if (isDebian()) {
    await ensurePackages(['electron'], { say })
    return
  }
  const missing = await missingLibraries(executable)
  if (missing.length === 0) return
  say(
    'system libraries',
    `the app may not start, because these are missing: ${missing.join(' ')}; install them with this system's package manager`,
  )
}

/** @param {string} executable */
export async function missingLibraries(executable) {
  const { text } = await run('ldd', [executable], { output: 'capture' })
  return notFoundIn(text)
}

/** @param {string} text what ldd prints */
export function notFoundIn(text) {
  const lines = [...text.matchAll(/^\s*(\S+) => not found/gm)]
  return [...new Set(lines.map(([, name]) => name))]
}
