import type { Language } from '@contract'
import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

type Messages = typeof en
type Area = keyof Messages & string
type KeyOf<A extends Area> = `${A}.${keyof Messages[A] & string}`

/** `area.name` of every message; the English files say which there are. */
export type MessageKey = { [A in Area]: KeyOf<A> }[Area]

type MessageOf<K extends string> = K extends `${infer A extends Area}.${infer N}`
  ? Messages[A][N & keyof Messages[A]]
  : never
/** Names within braces; `{'@'}` is how the compiler writes a character that it would read. */
type NamesIn<M> = M extends `${string}{${infer N}}${infer Rest}`
  ? Exclude<N, `'${string}`> | NamesIn<Rest>
  : never
type ValuesOf<K extends MessageKey> = [NamesIn<MessageOf<K>>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<MessageOf<K>>, string | number>>]

// vue-i18n 11 interprets messages instead of compiling them to code: our policy forbids eval.
const i18n = createI18n({
  legacy: false,
  locale: 'en' satisfies Language as Language,
  messages: { en, 'zh-CN': zhCN },
  // A missing message is a type error and a failed test; none is ever shown in another language.
  fallbackLocale: false,
})

/** The window's language; text that was read through `t` in a template or a computed follows. */
export const language = i18n.global.locale

/**
 * A message in the window's language. A message with ` | ` has a form for one and one for many,
 * chosen by the number `count`.
 */
export function t<K extends MessageKey>(key: K, ...values: ValuesOf<K>): string {
  return values.length === 0 ? i18n.global.t(key) : i18n.global.t(key, values[0])
}
