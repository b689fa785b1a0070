import { describe, expect, it } from 'vitest'
import en from './en'
import { language, t, type MessageKey } from './index'
import zhCN from './zh-CN'

type Areas = Readonly<Record<string, Readonly<Record<string, string>>>>
const flat = (areas: Areas): [key: string, message: string][] =>
  Object.entries(areas).flatMap(([area, messages]) =>
    Object.entries(messages).map(([name, message]): [string, string] => [
      `${area}.${name}`,
      message,
    ]),
  )
const chinese = new Map(flat(zhCN))

const names = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

/** Proper nouns, units and signs, which are the same in every language. */
const same = /^[^\p{Letter}]*$|^[pb]$/u

describe('the messages of the window', () => {
  it('are the same ones in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual(
      flat(en)
        .map(([key]) => key)
        .sort(),
    )
  })

  it('take the same values in both languages', () => {
    for (const [key, message] of flat(en))
      expect(names(chinese.get(key) ?? ''), key).toEqual(names(message))
  })

  it('are Chinese in Chinese', () => {
    const english = [...chinese].filter(
      ([, message]) =>
        !/\p{Script=Han}/u.test(message) && !same.test(message.replace(/\{\w+\}/g, '')),
    )
    expect(english).toEqual([])
  })

  it.each(['en', 'zh-CN'] as const)('can be read by the message compiler in %s', (wanted) => {
    language.value = wanted
    const say = t as (key: MessageKey, values: Record<string, string | number>) => string
    for (const [key, message] of flat(wanted === 'en' ? en : zhCN)) {
      const values = Object.fromEntries(names(message).map((name) => [name, `‹${name}›`]))
      const said = say(key as MessageKey, values)
      for (const name of message.includes(' | ') ? [] : names(message))
        expect(said, key).toContain(`‹${name}›`)
      expect(said, key).not.toMatch(/[{}]/)
      expect(said, key).not.toBe(key)
    }
    language.value = 'en'
  })
})
