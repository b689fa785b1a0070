import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './project.mjs'

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
/** @type {{ dependencies: Record<string, string>, devDependencies: Record<string, string> }} */
const { dependencies, devDependencies } = read('package.json')
const asked = { ...dependencies, ...devDependencies }

test('every dependency is one exact version', () => {
  const loose = Object.entries(asked).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
  expect(Object.keys(asked).length).toBeGreaterThan(20)
})

test('the lockfile has these versions, and a checksum for every package', () => {
  /** @type {{ packages: Record<string, { version?: string, integrity?: string, link?: boolean }> }} */
  const { packages } = read('package-lock.json')
  for (const [name, version] of Object.entries(asked))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  const unsure = Object.entries(packages).filter(
    ([path, { integrity, link }]) => path !== '' && link !== true && !integrity,
  )
  expect(unsure.map(([path]) => path)).toEqual([])
})
