import { expect, test } from 'vitest'
import { sameVersions } from './dependencies.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/other-platform': { version: '1.0.0', integrity: 'y', optional: true },
  },
}
/** @param {Record<string, object>} packages */
const installed = (packages) => ({ packages })

test('node_modules matches when only optional packages are missing', () => {
  const a = { version: '1.0.0', integrity: 'x' }
  expect(sameVersions(lock, installed({ 'node_modules/a': a }))).toBe(true)
})

test('another version, other bytes, a missing or a foreign package do not match', () => {
  const a = { version: '1.0.0', integrity: 'x' }
  expect(sameVersions(lock, installed({}))).toBe(false)
  expect(sameVersions(lock, installed({ 'node_modules/a': { ...a, version: '1.0.1' } }))).toBe(
    false,
  )
  expect(sameVersions(lock, installed({ 'node_modules/a': { ...a, integrity: 'z' } }))).toBe(false)
  expect(sameVersions(lock, installed({ 'node_modules/a': a, 'node_modules/b': a }))).toBe(false)
})
