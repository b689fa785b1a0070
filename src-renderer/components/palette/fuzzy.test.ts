import { expect, test } from 'vitest'
import { fuzzy } from './fuzzy'

const best = (typed: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: fuzzy(typed, text) }))
    .filter((one) => one.score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ text }) => text)

test('letters are found in their order, in any case, and words in any order', () => {
  expect(fuzzy('exrep', 'Export report…')).not.toBeNull()
  expect(fuzzy('report EXP', 'Export report…')).not.toBeNull()
  expect(fuzzy('per', 'Export')).toBeNull()
  expect(fuzzy('', 'Export')).toBe(0)
})

test('the beginning of a word comes before letters that are strewn about', () => {
  expect(best('re', ['Compare runs', 'Reset to step 0', 'Start here'])[0]).toBe('Reset to step 0')
  expect(best('cp', ['Command palette…', 'Compact'])[0]).toBe('Command palette…')
})
