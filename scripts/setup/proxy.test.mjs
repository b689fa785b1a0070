import { expect, test } from 'vitest'
import { proxyFor } from './proxy.mjs'
import { releaseAddress } from './release.mjs'

const host = new URL('https://releases.example.org/file')
const linux = { platform: 'linux', arch: 'x64' }

test('takes the proxy for encrypted addresses from either spelling', () => {
  expect(proxyFor(host, { HTTPS_PROXY: 'http://proxy:3128' })?.host).toBe('proxy:3128')
  expect(proxyFor(host, { https_proxy: 'proxy:3128' })?.host).toBe('proxy:3128')
  expect(proxyFor(host, { ALL_PROXY: 'http://any:1' })?.host).toBe('any:1')
  expect(proxyFor(host, { HTTP_PROXY: 'http://plain:1' })).toBeUndefined()
  expect(proxyFor(host, {})).toBeUndefined()
})

test.each([
  ['*', true],
  ['example.org', true],
  ['.example.org', true],
  ['*.example.org', true],
  ['other.org, releases.example.org', true],
  ['releases.example.org:443', true],
  ['releases.example.org:8443', false],
  ['ample.org', false],
  ['other.org', false],
])('NO_PROXY=%s exempts: %s', (list, exempt) => {
  const proxy = proxyFor(host, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: list })
  expect(proxy === undefined).toBe(exempt)
})

test('asks the release host for the build of this platform', () => {
  const { url, file } = releaseAddress('45.4.1', {}, linux)
  expect(file).toBe('electron-v45.4.1-linux-x64.zip')
  expect(url.pathname).toBe(
    '/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
  )
})

test('a mirror replaces the release host, npm configuration before environment', () => {
  const env = {
    ELECTRON_MIRROR: 'https://second.example/e/',
    npm_config_electron_mirror: 'https://first.example/e',
    ELECTRON_CUSTOM_DIR: '{{ version }}',
  }
  const { url } = releaseAddress('45.4.1', env, linux)
  expect(url.href).toBe('https://first.example/e/45.4.1/electron-v45.4.1-linux-x64.zip')
})
