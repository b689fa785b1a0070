import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect as tlsConnect } from 'node:tls'
import { proxyFor } from './proxy.mjs'

/** An unreachable host is known after this long; a reachable one answers in well under a second. */
const CONNECT_MS = 5_000
/** No byte for this long means that the connection is dead. */
const STALL_MS = 30_000

/**
 * One GET request, through the proxy where the environment names one.
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
export async function get(url, env) {
  const proxy = proxyFor(url, env)
  if (!proxy) return send(url, {})
  if (url.protocol === 'http:') {
    return send(proxy, { path: url.href, headers: { host: url.host, ...credentials(proxy) } })
  }
  const socket = await openTunnel(url, proxy)
  const secure = tlsConnect({ socket, servername: url.hostname })
  return send(url, { createConnection: () => secure })
}

/**
 * @param {URL} url
 * @param {import('node:https').RequestOptions} options
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
function send(url, options) {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent: false, ...options })
    const connecting = setTimeout(
      () => outgoing.destroy(new Error(`no answer within ${CONNECT_MS / 1000} s`)),
      CONNECT_MS,
    )
    outgoing.setTimeout(STALL_MS, () =>
      outgoing.destroy(new Error(`no data for ${STALL_MS / 1000} s`)),
    )
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.on('close', () => clearTimeout(connecting))
    outgoing.on('response', () => clearTimeout(connecting))
    outgoing.end()
  })
}

/**
 * @param {URL} url
 * @param {URL} proxy
 * @returns {Promise<import('node:net').Socket>}
 */
function openTunnel(url, proxy) {
  const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  const target = `${url.hostname}:${url.port || 443}`
  return new Promise((resolve, reject) => {
    const outgoing = request({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path: target,
      headers: { host: target, ...credentials(proxy) },
      agent: false,
    })
    const connecting = setTimeout(
      () =>
        outgoing.destroy(
          new Error(`the proxy ${proxy.host} did not answer within ${CONNECT_MS / 1000} s`),
        ),
      CONNECT_MS,
    )
    outgoing.on('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(new Error(`the proxy ${proxy.host} answered ${response.statusCode}`))
    })
    outgoing.on('error', (error) => reject(new Error(`the proxy ${proxy.host}: ${error.message}`)))
    outgoing.on('close', () => clearTimeout(connecting))
    outgoing.on('connect', () => clearTimeout(connecting))
    outgoing.end()
  })
}

/** @param {URL} proxy */
function credentials(proxy) {
  if (!proxy.username) return {}
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}
