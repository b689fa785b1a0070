import { expect, test } from 'vitest'
import { installedIn } from './debian.mjs'
import { notFoundIn } from './libraries.mjs'
import { missingPackages } from './system-packages.mjs'

test('asks for the names that the release has', () => {
  const none = new Set([''])
  expect(missingPackages(['electron'], none, true)).toContain('libgtk-3-0t64')
  expect(missingPackages(['electron'], none, false)).toContain('libgtk-3-0')
  expect(missingPackages(['electron'], none, false)).not.toContain('libgtk-3-0t64')
})

test('leaves out what is installed, under either name, and names nothing twice', () => {
  const have = new Set(['libgtk-3-0', 'libnss3', 'libgbm1'])
  expect(missingPackages(['electron', 'display', 'display'], have, true)).toEqual([
    'libasound2t64',
    'xvfb',
  ])
})

test('counts only fully installed packages', () => {
  const text =
    'libnss3 ii \nxvfb rc \nlibgbm1 iU \ndpkg-query: no packages found matching ngspice\n'
  expect(installedIn(text)).toEqual(new Set(['libnss3']))
})

test('reads the missing libraries from what the loader says', () => {
  const text =
    '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00)\n\tlibgtk-3.so.0 => not found\n'
  expect(notFoundIn(text)).toEqual(['libgtk-3.so.0'])
})
