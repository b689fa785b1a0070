import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { allostery, performed } from './testing'
import { bundleEntries } from './write'

const page = resolve(import.meta.dirname, '../../../docs/record.md')

/** Names and sentences of the table of a bundle's files. */
function documented(): Map<string, string> {
  const [, section] = readFileSync(page, 'utf8').split('\n## A bundle\n')
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return new Map(
    rows.slice(2).map((row) => {
      const [, name, about] = row.split('|').map((cell) => cell.trim())
      return [name, about]
    }),
  )
}

test('the documentation names every file of a bundle, and says of each what the bundle says', async () => {
  const input = await performed(allostery)
  const pdf = { content: new TextEncoder().encode('%PDF-1.4 %%EOF') }
  const repeats = { failed: 0, runs: [], spreads: [] }
  const written = await bundleEntries({ ...input, pdf, repeats })
  const table = documented()
  expect([...table.keys()].sort()).toEqual(written.map(({ name }) => name).sort())
  for (const { name, about } of written)
    // In these the page says what the file is in a bundle, the file itself what it is for.
    if (!['README.md', 'ro-crate-metadata.json', 'checksums.sha256'].includes(name))
      expect([name, table.get(name)]).toEqual([name, about])
})
