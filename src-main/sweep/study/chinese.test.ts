import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { studies } from './index'
import { unsaid } from './testing/chinese'
import { phrasesIn } from './testing/texts'

test('every sentence that a study can say has its Chinese', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(testing|thread)/.test(file))
    .map((file) => ({ file, missing: unsaid(phrasesIn(join(import.meta.dirname, file))) }))
    .filter(({ missing }) => missing.length > 0)
  expect(files).toEqual([])
})

test('every study has its title and its question in Chinese', () => {
  expect(unsaid(studies.flatMap(({ title, question }) => [title, question]))).toEqual([])
})
