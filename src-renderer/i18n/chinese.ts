import { phrases } from './zh-CN/studies'
import { sentences } from './zh-CN/sentences'

interface Pattern {
  expression: RegExp
  /** Of each of its values: a name, which stays as it is. */
  names: boolean[]
  chinese: string
}

const HOLE = /\{(\*?)\}/

/** Templates with the most words of their own first: `{}` alone would take every sentence. */
function patternsOf(of: Readonly<Record<string, string>>): Pattern[] {
  const words = (english: string) => english.replaceAll(new RegExp(HOLE, 'g'), '').length
  return Object.entries(of)
    .filter(([english]) => HOLE.test(english))
    .sort(([a], [b]) => words(b) - words(a))
    .map(([english, chinese]) => {
      // Between the texts of a template stand the marks of its values: '' or '*'.
      const pieces = english.split(HOLE)
      const texts = pieces.filter((_, i) => i % 2 === 0)
      return {
        expression: new RegExp(`^${texts.map(escaped).join('([\\s\\S]*?)')}$`),
        names: pieces.filter((_, i) => i % 2 === 1).map((mark) => mark === '*'),
        chinese,
      }
    })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const whole = new Map([...Object.entries(sentences), ...Object.entries(phrases)])
const problems = patternsOf(sentences)
const patterns = patternsOf({ ...sentences, ...phrases })

const isHan = (sign: string | undefined): boolean => /\p{Script=Han}/u.test(sign ?? '')
const isLatin = (sign: string | undefined): boolean => /[A-Za-z0-9]/.test(sign ?? '')

/** Between Chinese and Latin or digits there is a space. */
const fill = (chinese: string, values: readonly string[]): string =>
  chinese.replace(/\{(\d+)\}/g, (hole, n: string, at: number) => {
    const value = values[Number(n)]
    const before = isHan(chinese[at - 1]) && isLatin(value[0]) ? ' ' : ''
    const after = isHan(chinese[at + hole.length]) && isLatin(value.at(-1)) ? ' ' : ''
    return before + value + after
  })

/** Where a text falls apart at a separator that stands within no parentheses. */
function apart(text: string, separator: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')') depth--
    if (depth === 0 && i >= from && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i))
      from = i + separator.length
    }
  }
  return [...parts, text.slice(from)]
}

const isBalanced = (text: string): boolean => {
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth++
    if (sign === ')' && --depth < 0) return false
  }
  return depth === 0
}

/** Every part of a text in Chinese; null: it has one part only, or there is one without. */
function parts(of: readonly string[]): string[] | null {
  if (of.length < 2) return null
  const found = of.map(wholly)
  return found.every((part) => part !== null) ? found : null
}

/** Several sentences, each known by itself. */
const sequence = (text: string): string | null =>
  parts(text.split(/(?<=[.?]) (?=[A-Z])/))?.join('') ?? null

/** Parts with a separator between them; the last one may end the sentence. */
function joined(text: string, separator: string, glue: string): string | null {
  const found = parts(apart(text, separator))?.join(glue)
  if (found !== undefined) return found
  if (!text.endsWith('.')) return null
  const ended = parts(apart(text.slice(0, -1), separator))?.join(glue)
  return ended === undefined ? null : `${ended}。`
}

/** `a, b and c`, and what is merely set side by side. */
function listed(text: string): string | null {
  const isList = apart(apart(text, ', ').at(-1) ?? '', ' and ').length > 1
  return joined(text, ', ', isList ? '、' : '，') ?? joined(text, ' and ', '和')
}

function filled(text: string): string | null {
  for (const { expression, names, chinese } of patterns) {
    const found = expression.exec(text)?.slice(1)
    const values = found?.map((value, n) => (names[n] ? value : wholly(value)))
    if (values?.every((value) => value !== null)) return fill(chinese, values)
  }
  return null
}

const known = new Map<string, string | null>()
const MOST_KNOWN = 10_000

/** A text all of whose words are Chinese then; null: there is no such one. */
function wholly(text: string): string | null {
  const exact = whole.get(text)
  if (exact !== undefined) return exact
  // Numbers, symbols and units of one letter are the same in every language.
  if (!/[A-Za-z]{2}/.test(text)) return text
  const before = known.get(text)
  if (before !== undefined) return before
  const found = isBalanced(text)
    ? (sequence(text) ??
      joined(text, '; ', '；') ??
      joined(text, ': ', '：') ??
      filled(text) ??
      listed(text))
    : null
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, found)
  return found
}

/**
 * The Chinese of what the engine says in English; null: there is none. What the templates of studies
 * hold must be known, too, as theirs are short; problems may hold anything, as the name of a file.
 */
export function chineseOf(text: string): string | null {
  const found = wholly(text)
  if (found !== null) return found
  for (const { expression, chinese } of problems) {
    const values = expression.exec(text)?.slice(1)
    if (values !== undefined)
      return fill(
        chinese,
        values.map((value) => chineseOf(value) ?? value),
      )
  }
  return null
}
