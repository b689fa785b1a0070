/**
 * The proxy for an address, by the variables that curl and npm read; `undefined` for none.
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} env
 * @returns {URL | undefined}
 */
export function proxyFor(url, env) {
  if (isExempt(url, env.no_proxy || env.NO_PROXY || env.npm_config_noproxy || '')) return undefined
  const secure = env.https_proxy || env.HTTPS_PROXY || env.npm_config_https_proxy
  const plain = env.http_proxy || env.HTTP_PROXY || env.npm_config_proxy
  const chosen = url.protocol === 'https:' ? secure || env.npm_config_proxy : plain
  const value = chosen || env.all_proxy || env.ALL_PROXY
  if (!value) return undefined
  return new URL(value.includes('://') ? value : `http://${value}`)
}

/**
 * `*` exempts all; `host`, `.host` and `*.host` exempt a host and its subdomains; `:port` narrows.
 * @param {URL} url
 * @param {string} list comma or space separated
 */
function isExempt(url, list) {
  const host = url.hostname.toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true
      const [, name, only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (only !== undefined && only !== port) return false
      return host === name || host.endsWith(`.${name}`)
    })
}
