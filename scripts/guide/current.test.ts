import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { bundlePage } from './bundle'
import { commandLinePage } from './commandLine'
import { configurationPage } from './configuration'
import { errorsPage } from './errors'
import { scpiPage } from './scpi'

const root = resolve(import.meta.dirname, '../..')

// `npm run docs:pages` writes them anew: this test with the permission to do so.
test.each([
  ['configuration', configurationPage],
  ['command-line', commandLinePage],
  ['scpi', scpiPage],
  ['bundle', bundlePage],
  ['errors', () => errorsPage(root)],
])('the page %s of the guide is what the code says now', async (name, write) => {
  const file = resolve(root, `docs/${name}.md`)
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(await write(), options)).toMatchFileSnapshot(file)
})
