import { expect, test } from 'vitest'
import { presets } from './presets'

/** Ends of sentences: a stop, and then nothing or the next one; not the point of a number. */
const sentences = (text: string): number => (text.match(/[.!?](?=\s+\p{Lu}|\s*$)/gu) ?? []).length

test('sentences are counted by their ends, not by the points of numbers', () => {
  expect(sentences('It falls to 0.25 V.')).toBe(1)
  expect(sentences('It falls. Then it rises.')).toBe(2)
  expect(sentences('It falls')).toBe(0)
})

test('every preset says in two sentences what it shows and what to look at', () => {
  expect(presets.length).toBeGreaterThan(3)
  for (const { id, shows, lookAt } of presets) {
    expect(sentences(shows), `${id}: ${shows}`).toBe(1)
    expect(sentences(lookAt), `${id}: ${lookAt}`).toBe(1)
  }
})
