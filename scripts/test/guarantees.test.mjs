import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../setup/project.mjs'

const page = readFileSync(join(ROOT, 'docs', 'guarantees.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|promise|item)/.test(line))

test('every promise names the tests that hold it, and they are there', () => {
  expect(rows.length).toBeGreaterThan(25)
  for (const row of rows) {
    const held = [...row.matchAll(/`([^`]+\.(?:ts|mjs))`: "([^"]+)"/g)]
    expect(held.length, row).toBeGreaterThan(0)
    for (const [, file, name] of held) {
      expect(existsSync(join(ROOT, file)), file).toBe(true)
      expect(readFileSync(join(ROOT, file), 'utf8'), `${file} has no such test`).toContain(name)
    }
  }
})
