import { t } from '../../i18n'
/** Why a text is no JSON, and where. */
export interface SyntaxFault {
  message: string
  /** Line from 1. */
  line: number
}

/** Line, from 1, on which each value stands, by its JSON pointer (RFC 6901). */
export type Places = ReadonlyMap<string, number>

const blank = /[ \t\r\n]*/y
// eslint-disable-next-line no-control-regex -- JSON allows no control character in a string
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
/** Deeper than any configuration; a text of brackets alone must not exhaust the stack. */
const DEEPEST = 64

class Fault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message)
  }
}

export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Walks through a JSON text once and notes where each value stands. O(length). */
class Walker {
  readonly places = new Map<string, number>()
  private at = 0
  private line = 1
  private counted = 0

  constructor(private readonly text: string) {}

  walk(): void {
    this.value('', 0)
    this.skip()
    if (this.at < this.text.length) throw new Fault(t('editor.follows'), this.at)
  }

  lineAt(at: number): number {
    let line = 1
    for (let i = this.text.indexOf('\n'); i >= 0 && i < at; i = this.text.indexOf('\n', i + 1))
      line++
    return line
  }

  private value(path: string, depth: number): void {
    this.skip()
    for (; this.counted < this.at; this.counted++) if (this.text[this.counted] === '\n') this.line++
    this.places.set(path, this.line)
    if (depth > DEEPEST) throw new Fault(t('editor.deep'), this.at)
    const sign = this.text[this.at]
    if (sign === '{') this.members(path, depth)
    else if (sign === '[') this.items(path, depth)
    else if (this.take(string) === null && this.take(plain) === null)
      throw new Fault(t('editor.value'), this.at)
  }

  private members(path: string, depth: number): void {
    const seen = new Set<string>()
    this.list('}', () => {
      this.skip()
      const from = this.at
      const key = this.take(string)
      if (key === null) throw new Fault(t('editor.name'), from)
      const name = JSON.parse(key) as string
      if (seen.has(name)) throw new Fault(t('editor.twice', { key }), from)
      seen.add(name)
      this.skip()
      if (this.text[this.at] !== ':') throw new Fault(t('editor.colon', { key }), this.at)
      this.at++
      this.value(path + pointer([name]), depth + 1)
    })
  }

  private items(path: string, depth: number): void {
    let index = 0
    this.list(']', () => this.value(`${path}/${index++}`, depth + 1))
  }

  private list(end: string, one: () => void): void {
    this.at++
    this.skip()
    if (this.text[this.at] === end) return void this.at++
    for (;;) {
      one()
      this.skip()
      const sign = this.text[this.at]
      if (sign !== ',' && sign !== end) throw new Fault(t('editor.comma', { end }), this.at)
      this.at++
      if (sign === end) return
    }
  }

  private skip(): void {
    this.take(blank)
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found === null) return null
    this.at += found[0].length
    return found[0]
  }
}

/** Where each value of a JSON text stands, or why it is none. */
export function placesOf(text: string): { places: Places } | { fault: SyntaxFault } {
  const walker = new Walker(text)
  try {
    walker.walk()
    return { places: walker.places }
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown
    // At the end of a line that was left open rather than at the next value.
    const before = text.slice(0, thrown.at).trimEnd().length
    return { fault: { message: thrown.message, line: walker.lineAt(before) } }
  }
}
