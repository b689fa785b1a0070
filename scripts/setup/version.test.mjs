import { expect, test } from 'vitest'
import { atLeast, compareVersions } from './version.mjs'
import { requireNode } from './project.mjs'

test('compares by number, not by letter', () => {
  expect(compareVersions('20.9.0', '20.19.0')).toBeLessThan(0)
  expect(compareVersions('v45.4.1', '45.4.1')).toBe(0)
  expect(compareVersions('2.41', '2.39.1')).toBeGreaterThan(0)
  expect(atLeast('33.0.0', '33.0.0')).toBe(true)
  expect(atLeast('32.9.9', '33.0.0')).toBe(false)
})

test('says what to do about a Node that is too old', () => {
  expect(() => requireNode('20.18.3')).toThrow('20.19.0 or newer')
  requireNode('20.19.0')
})
