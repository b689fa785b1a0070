// @vitest-environment happy-dom
import { parameterNotes } from '@contract'
import { expect, test } from 'vitest'
import { t } from '../../i18n'
import { sectionsOf } from '../editor/fields'
import { chapterInSight, chapterOf } from './about'
import { chaptersIn } from './pages'
import { panelTerms } from './panelTerms'

const known = new Set(chaptersIn('en').map(({ id }) => id))
const sources = Object.entries(
  import.meta.glob<string>('../../**/*.vue', { eager: true, import: 'default', query: '?raw' }),
)
/** Whole sentences, one or a few, that begin large and end with a stop. */
const sentence = /^[\p{Lu}\p{N}0-9].*[.?)]$/u

test('every parameter has a sentence about it, and a chapter of the docs that is there', () => {
  for (const [path, { meaning }] of Object.entries(parameterNotes)) {
    expect(meaning, path).toMatch(/\S.*\.$/)
    expect(known, path).toContain(chapterOf(path))
  }
})

test('every field of the form says what it means', () => {
  for (const { fields } of sectionsOf({}))
    for (const { path, meaning } of fields) {
      expect(meaning, path.join('.')).not.toBe('')
      expect(known, path.join('.')).toContain(chapterOf(path.join('.')))
    }
})

test('every figure has a sentence about it, and a chapter of the docs that is there', () => {
  const panels = sources.flatMap(([, text]) =>
    [...text.matchAll(/<Panel\b[^>]*?\stestid="([^"]+)"/g)].map(([, id]) => id),
  )
  expect(panels.length).toBeGreaterThan(7)
  for (const id of panels) {
    expect(panelTerms, id).toHaveProperty(id)
    expect(t(panelTerms[id].text), id).toMatch(sentence)
    expect(known, id).toContain(panelTerms[id].about)
  }
})

test('whatever in the window names a chapter names one that is there', () => {
  const named = sources.flatMap(([file, text]) =>
    [...text.matchAll(/\s(?:data-)?about="([^"]+)"|useChapter\('([^']+)'\)/g)].map(
      ([, attribute, call]) => [file, attribute ?? call] as const,
    ),
  )
  expect(named.length).toBeGreaterThan(25)
  for (const [file, chapter] of named.filter(([, one]) => /^[a-z-]+$/.test(one)))
    if (chapter !== 'about') expect(known, file).toContain(chapter)
})

test('what is drawn with a hint stands in a place that the docs explain', () => {
  // Groups, figures, the library and sweeps name theirs around; the tabs lead to places that do.
  const without = sources.filter(
    ([file, text]) =>
      text.includes('<Hint') &&
      !/about|useChapter/.test(text) &&
      !/controls\/|ViewTabs|LanguageSwitch|charts\/|library\/|sweep\//.test(file),
  )
  expect(without.map(([file]) => file)).toEqual([])
})

test('F1 opens what the keyboard is at, or the docs from their beginning', () => {
  expect(chapterInSight()).toBeNull()
  document.body.innerHTML =
    '<section data-about="rules"><button data-hint data-state="delayed-open">Rule</button></section>'
  expect(chapterInSight()).toBe('rules')
})
