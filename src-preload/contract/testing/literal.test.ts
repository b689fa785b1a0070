import { isDeepStrictEqual } from 'node:util'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { commands } from '../commands'
import { Draw } from './draw'
import { literalOf } from './literal'
import { requestsOf } from './requests'

const again = (value: unknown): unknown => runInThisContext(`(${literalOf(value)})`)

test('what the malformed requests hold is made again as it was', () => {
  const draw = new Draw(7)
  for (const { request } of Object.values(commands))
    for (const one of requestsOf(request, 20, draw)) {
      // A key `constructor` says nothing of the type, as it does to toStrictEqual.
      expect(isDeepStrictEqual(again(one), one), literalOf(one)).toBe(true)
    }
})

test('a key __proto__ stays a key, whatever its value', () => {
  const poisoned: unknown = JSON.parse('{"__proto__":{"a":1}}')
  const made = again({ list: [{ ...(poisoned as object), ['__proto__']: new Date(5) }] })
  const [inner] = (made as { list: object[] }).list
  expect(Object.keys(inner)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(inner)).toBe(Object.prototype)
})

test('what has no literal is refused', () => {
  expect(() => literalOf({ a: () => 1 })).toThrow('A function has no literal.')
})
