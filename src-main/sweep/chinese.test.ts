import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { studies } from './study'
import { unsaid } from './testing/chinese'
import { phrasesIn } from './testing/phrases'

/** Read on the command line alone, or bugs; and a study's own command is the same in every language. */
const elsewhere = /^(slurm|statistics|shard|store.merge|laboratory.studyWork)\b/

test('every sentence of sweeps and studies has its Chinese', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\b(testing|thread)\b/.test(file))
    .filter((file) => !elsewhere.test(file))
    .map((file) => ({ file, missing: unsaid(phrasesIn(join(import.meta.dirname, file))) }))
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(({ missing }) => missing.length > 0)).toEqual([])
})

test('every study has its title and its question in Chinese', () => {
  expect(unsaid(studies.flatMap(({ title, question }) => [title, question]))).toEqual([])
})
