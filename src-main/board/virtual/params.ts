import { LIMIT_ALWAYS } from '../float32'
import { decodeBlock } from '../link/block'
import { elementBytes, unpackElements, type Element } from '../link/elements'
import { CommandError } from './errors'
import { chooseWord } from './mnemonic'
import { readDecimal, toBillionths, toFloat, toU32, type Decimal } from './number'

/** Largest payload of a block that is taken. */
export const BLOCK_BYTES = 192

/** Of numbers that are not decimal, by the letter behind the #. */
const bases: Readonly<Partial<Record<string, number>>> = { H: 16, Q: 8, B: 2 }

export interface Piece {
  first: number
  values: Float64Array
}

/** Parameters of the command that is being executed. Every reader throws a CommandError. */
export class Params {
  private at = 0
  private isFirst = true

  /** @param text the rest of the message, one character per byte. */
  constructor(private readonly text: string) {}

  private skipSpaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++
  }

  private get finished(): boolean {
    this.skipSpaces()
    return this.at >= this.text.length || this.text[this.at] === ';'
  }

  get more(): boolean {
    return !this.finished
  }

  /** What is left of the message behind this command. */
  get rest(): string {
    return this.text.slice(this.at)
  }

  /** No parameter is left. */
  end(): void {
    if (this.finished) return
    throw new CommandError(this.isFirst || this.text[this.at] === ',' ? -108 : -102)
  }

  /** Goes to the next parameter. @returns its first character. */
  private next(): string {
    if (this.finished) throw new CommandError(-109)
    if (!this.isFirst) {
      if (this.text[this.at] !== ',') throw new CommandError(-102)
      this.at++
      if (this.finished) throw new CommandError(-109)
    }
    this.isFirst = false
    if (this.text[this.at] === ',') throw new CommandError(-109)
    return this.text[this.at]
  }

  private decimal(): Decimal {
    const found = readDecimal(this.text.slice(this.at))
    if (found === null) throw new CommandError(-104)
    this.at += found.length
    if (this.beforeLetter) throw new CommandError(-104)
    return found.number
  }

  /** Digit by digit, as the firmware: a number that is too large is told before what follows it. */
  private based(): number {
    const base = bases[this.text[this.at + 1]?.toUpperCase() ?? '']
    if (base === undefined) throw new CommandError(-104)
    const start = (this.at += 2)
    let value = 0
    for (; ; this.at++) {
      const digit = parseInt(this.text[this.at] ?? '', base)
      if (Number.isNaN(digit)) break
      value = value * base + digit
      if (value > 0xffffffff) throw new CommandError(-222)
    }
    if (this.at === start || this.beforeLetter) throw new CommandError(-104)
    return value
  }

  private get beforeLetter(): boolean {
    return /[a-z_]/i.test(this.text[this.at] ?? '')
  }

  u32(low: number, high: number): number {
    const value = this.next() === '#' ? this.based() : toU32(this.decimal())
    if (value === null || value < low || value > high) throw new CommandError(-222)
    return value
  }

  float(low: number, high: number): number {
    this.next()
    const value = toFloat(this.decimal())
    if (!(value >= Math.fround(low) && value <= Math.fround(high))) throw new CommandError(-222)
    return value
  }

  /** 0 < p <= 1 as floor(p 2^32), 0xFFFFFFFF for 1, and as float32. */
  probability(): { limit: number; value: number } {
    this.next()
    const number = this.decimal()
    const billionths = toBillionths(number)
    if (billionths === null || billionths === 0) throw new CommandError(-222)
    const limit =
      billionths === 1_000_000_000
        ? LIMIT_ALWAYS
        : Number((BigInt(billionths) << 32n) / 1_000_000_000n)
    return { limit, value: toFloat(number) }
  }

  /** The short form of one of the words. */
  word(words: string): string {
    this.next()
    const found = /^[a-z_][a-z_0-9]*/i.exec(this.text.slice(this.at))
    if (found === null) throw new CommandError(-104)
    const word = chooseWord(words, found[0])
    if (word === null) throw new CommandError(-224)
    this.at += found[0].length
    return word
  }

  /** As first parameter only. */
  bool(): boolean {
    const isWord = /[a-z_]/i.test(this.next())
    this.isFirst = true
    return isWord ? this.word('OFF|ON') === 'ON' : this.u32(0, 1) === 1
  }

  /** As first parameter only: a word instead of a number. @returns whether it was there. */
  optionalWord(word: string): boolean {
    if (!/[a-z_]/i.test(this.next())) {
      this.isFirst = true
      return false
    }
    this.isFirst = true
    const before = this.at
    try {
      this.word(word)
      return true
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      this.at = before
      this.isFirst = true
      return false
    }
  }

  /** A channel list, at most `places` long, of numbers below `limit`. */
  list(places: number, limit: number): number[] {
    this.next()
    if (!this.text.startsWith('(@', this.at)) throw new CommandError(-104)
    this.at += 2
    this.skipSpaces()
    const items: number[] = []
    while (this.at < this.text.length && this.text[this.at] !== ')') {
      const from = this.channel(limit)
      let to = from
      if (this.text[this.at] === ':') {
        this.at++
        to = this.channel(limit)
      }
      if (to < from) throw new CommandError(-222)
      for (let i = from; i <= to; i++) {
        if (items.length === places) throw new CommandError(-223)
        items.push(i)
      }
      const after = this.text[this.at]
      if (after !== ',' && after !== ')') throw new CommandError(-102)
      if (after === ')') break
      this.at++
      this.skipSpaces()
      if (this.at >= this.text.length || this.text[this.at] === ')') throw new CommandError(-102)
    }
    if (this.at >= this.text.length) throw new CommandError(-102)
    this.at++
    return items
  }

  private channel(limit: number): number {
    this.skipSpaces()
    const value = toU32(this.decimal())
    if (value === null || value >= limit) throw new CommandError(-222)
    this.skipSpaces()
    return value
  }

  /** Payload of a block of a kind, its check and version right. */
  block(kind: string): Uint8Array {
    this.next()
    const head = /^#([1-9])/.exec(this.text.slice(this.at))
    if (head === null) throw new CommandError(-104)
    const start = this.at + 2 + Number(head[1])
    if (start > this.text.length) throw new CommandError(-161)
    const length = Number(this.text.slice(this.at + 2, start))
    const end = start + length
    if (end > this.text.length || length < 6) throw new CommandError(-161)
    this.at = end
    const data = Uint8Array.from(this.text.slice(start, end), (c) => c.charCodeAt(0))
    const block = decodeBlock(data)
    if (block === null || block.kind !== kind) throw new CommandError(-161)
    if (block.version !== 1) throw new CommandError(-224)
    if (block.payload.length > BLOCK_BYTES) throw new CommandError(-223)
    return block.payload
  }

  string(): string {
    const quote = this.next()
    if (quote !== '"' && quote !== "'") throw new CommandError(-104)
    const end = this.text.indexOf(quote, this.at + 1)
    if (end < 0) throw new CommandError(-151)
    const found = this.text.slice(this.at + 1, end)
    this.at = end + 1
    return found
  }

  /** <first>,<block>: elements within 0..total-1. */
  piece(kind: Element, total: number): Piece {
    const first = this.u32(0, 65_535)
    const payload = this.block(kind)
    this.end()
    if (payload.length % elementBytes[kind] !== 0) throw new CommandError(-161)
    if (total === 0) throw new CommandError(-221)
    const values = unpackElements(kind, payload)
    if (first + values.length > total) throw new CommandError(-223)
    return { first, values }
  }

  /** [<first>,<count>] of `total`; all without. */
  range(total: number): { first: number; count: number } {
    if (!this.more) return { first: 0, count: total }
    const first = this.u32(0, total)
    const count = this.u32(0, total - first)
    this.end()
    return { first, count }
  }
}
