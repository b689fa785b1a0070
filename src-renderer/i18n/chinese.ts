import { phrases } from './zh-CN/studies'
import { sentences } from './zh-CN/sentences'

interface Pattern {
  expression: RegExp
  /** With words of its own, and not with a value. */
  begins: boolean
  /** Of each of its values: a name, which may be unknown and stays as it is then. */
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
        begins: texts[0] !== '',
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
/** One that begins with words of its own takes a whole list, as in `in a, b and c`. */
const opened = patterns.filter(({ begins }) => begins)
/** One that begins with a value is of a single item, as in `a at x and b at y`. */
const closed = patterns.filter(({ begins }) => !begins)

const WIDE = /[\p{Script=Han}，。；：、（）“”]/u
const isWide = (sign: string | undefined): boolean => WIDE.test(sign ?? '')
const isLatin = (sign: string | undefined): boolean => /[A-Za-z0-9]/.test(sign ?? '')
const isHan = (sign: string | undefined): boolean => /\p{Script=Han}/u.test(sign ?? '')

/** One behind the other: between Chinese and Latin or digits there is a space, within Chinese none. */
function set(before: string, after: string): string {
  if (isHan(before.at(-1)) && isLatin(after[0])) return `${before} ${after}`
  if (isLatin(before.at(-1)) && isHan(after[0])) return `${before} ${after}`
  if (isWide(before.at(-1)) && after.startsWith(' ') && isWide(after[1]))
    return before + after.slice(1)
  if (isWide(after[0]) && before.endsWith(' ') && isWide(before.at(-2)))
    return before.slice(0, -1) + after
  return before + after
}

const fill = (chinese: string, values: readonly string[]): string =>
  chinese
    .split(/\{(\d+)\}/)
    .map((piece, i) => (i % 2 === 1 ? values[Number(piece)] : piece))
    .reduce(set)

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
  parts(text.split(/(?<=[.?]) (?=[A-Z])/))?.reduce(set) ?? null

/** Parts with a separator between them; the last one may end the sentence. */
function joined(text: string, separator: string, glue: string): string | null {
  const glued = (whole: string) =>
    parts(apart(whole, separator))?.reduce((before, after) => set(set(before, glue), after))
  const ended = text.endsWith('.') ? glued(text.slice(0, -1)) : undefined
  return glued(text) ?? (ended === undefined ? null : `${ended}。`)
}

/** `a, b and c`, and what is merely set side by side. */
function listed(text: string): string | null {
  const isList = apart(apart(text, ', ').at(-1) ?? '', ' and ').length > 1
  return joined(text, ', ', isList ? '、' : '，') ?? joined(text, ' and ', '和')
}

function filled(text: string, of: readonly Pattern[]): string | null {
  for (const { expression, names, chinese } of of) {
    const found = expression.exec(text)?.slice(1)
    const values = found?.map((value, n) => wholly(value) ?? (names[n] ? value : null))
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
  if (!/[A-Za-z]{2}/.test(text)) return text.replaceAll(', ', '，')
  const before = known.get(text)
  if (before !== undefined) return before
  const found = isBalanced(text)
    ? (sequence(text) ??
      joined(text, '; ', '；') ??
      joined(text, ': ', '：') ??
      filled(text, opened) ??
      listed(text) ??
      filled(text, closed))
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
