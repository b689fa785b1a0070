import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { APP_SCHEME, assetPath, assetType } from './asset'
import { contentSecurityPolicy, withNonce } from './policy'

/** Before the app is ready: pages under `app://` count as a secure origin of their own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app://` from the built window's folder. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const file = method === 'GET' ? assetPath(root, url) : null
    if (file === null) return new Response('Not found', { status: 404 })
    return serveFile(file)
  })
}

async function serveFile(file: string): Promise<Response> {
  const type = assetType(file) ?? 'application/octet-stream'
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  }
  try {
    const content = await readFile(file)
    if (!type.startsWith('text/html')) return new Response(new Uint8Array(content), { headers })
    const nonce = randomBytes(16).toString('base64')
    return new Response(withNonce(content.toString('utf8'), nonce), {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    })
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    return new Response('Not found', { status: missing ? 404 : 500 })
  }
}
