import { expect, test } from 'vitest'
import { DEEPEST_JSON, MOST_JSON_VALUES, parseJson } from './jsonText'

test('JSON from outside is read as ever', () => {
  expect(parseJson('{"a":[1,"b",null,{"c":true}]}')).toEqual({ a: [1, 'b', null, { c: true }] })
  expect(() => parseJson('{')).toThrow(SyntaxError)
})

test('JSON that is nested or multiplied beyond any use is refused', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(parseJson(deep(DEEPEST_JSON))).toBeDefined()
  expect(() => parseJson(deep(100_000))).toThrow(/64 deep/)
  expect(() => parseJson(`[${'0,'.repeat(MOST_JSON_VALUES)}0]`)).toThrow(/4000000 values/)
})
