import { extname, join, normalize, sep } from 'node:path'

/** Scheme and host of the app's own pages. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'desynclab'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * The file under `root` that a URL of the app asks for; null for another host, a path that
 * leads outside, or a kind of file that the app does not ship.
 */
export function assetPath(root: string, url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return null
  const path = decoded(pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const base = normalize(root + sep)
  const file = normalize(join(base, path === '/' ? 'index.html' : path))
  if (!file.startsWith(base) || assetType(file) === null) return null
  return file
}

/** Content type of a file that the app ships, by its name; null for any other kind. */
export function assetType(file: string): string | null {
  return TYPES[extname(file).toLowerCase()] ?? null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (thrown) {
    if (thrown instanceof URIError) return null
    throw thrown
  }
}
