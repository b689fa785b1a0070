import { decodeBlock, type Block } from './block'

/** One answer of a reply line; several are joined by `;`. */
export interface ReplyPart {
  /** Without the blocks. */
  text: string
  blocks: Block[]
}

export interface ParserEvents {
  reply(parts: ReplyPart[]): void
  /** A block T that came by itself. */
  frame(block: Block): void
  /** Bytes that made no sense and were thrown away. */
  noise(bytes: number): void
}

/** Longest text of a line; a board that never ends one fills no memory. */
const MOST_TEXT = 4096
/** Longest block: all outputs of 255 examples on 16 targets take 16 KB. */
const MOST_BLOCK = 32_768

const LF = 10
const QUOTE = 34
const HASH = 35
const COMMA = 44
const SEMICOLON = 59
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57

/**
 * Cuts what a board sends into replies and frames. Bounded; and sound again after noise: when a
 * line makes no sense it goes on behind the next LF *within* it, so that a length that was damaged
 * swallows no message behind it.
 */
export class ReplyParser {
  /** The line so far. */
  private line = new Uint8Array(1024)
  private length = 0

  constructor(private readonly events: ParserEvents) {}

  /** Bytes of the unfinished line. */
  get pending(): number {
    return this.length
  }

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      this.append(bytes[i])
      // Within a block an LF may be data, and only an LF or a full buffer can end anything else.
      if (bytes[i] === LF || this.length > MOST_TEXT) this.scan()
    }
  }

  /** Gives up what is unfinished, for instance after a deadline. */
  flush(): void {
    if (this.length > 0) this.giveUp()
  }

  private append(byte: number): void {
    if (this.length === this.line.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.line)
      this.line = larger
    }
    this.line[this.length++] = byte
  }

  /** Reads the line from its start; O(its length), and once per LF in it. */
  private scan(): void {
    while (this.length > 0) {
      const outcome = this.readLine()
      if (outcome === 'unfinished') return
      if (outcome === 'noise') this.giveUp()
    }
  }

  private readLine(): 'done' | 'unfinished' | 'noise' {
    const { line, length } = this
    const parts: ReplyPart[] = [{ text: '', blocks: [] }]
    let quoted = false
    let start = true
    for (let at = 0; at < length; at++) {
      const part = parts[parts.length - 1]
      const byte = line[at]
      if (byte === LF) {
        this.emit(parts)
        this.drop(at + 1)
        return 'done'
      }
      if (start && !quoted && byte === HASH && isDigit(line[at + 1] ?? 48)) {
        const end = this.blockEnd(at)
        if (end < 0) return 'noise'
        if (end > length) return 'unfinished'
        const block = decodeBlock(line.subarray(this.dataAt(at), end))
        const next = end < length ? line[end] : LF
        if (block === null || (next !== LF && next !== SEMICOLON && next !== COMMA)) return 'noise'
        part.blocks.push(block)
        at = end - 1
        start = false
        continue
      }
      if (byte === QUOTE) quoted = !quoted
      start = !quoted && (byte === SEMICOLON || byte === COMMA)
      if (byte === SEMICOLON && !quoted) parts.push({ text: '', blocks: [] })
      else if ((byte < 32 || byte > 126) && byte !== 13) return 'noise'
      else if (byte !== 13) part.text += String.fromCharCode(byte)
      if (at > MOST_TEXT && part.blocks.length === 0) return 'noise'
    }
    return 'unfinished'
  }

  private dataAt(hash: number): number {
    return hash + 2 + this.line[hash + 1] - 48
  }

  /** Where the block's data ends; -1 if its length makes no sense; Infinity if it is not there yet. */
  private blockEnd(hash: number): number {
    if (hash + 1 >= this.length) return Infinity
    const digits = this.line[hash + 1] - 48
    if (digits < 1 || digits > 5) return -1
    let count = 0
    for (let i = 0; i < digits; i++) {
      if (hash + 2 + i >= this.length) return Infinity
      const byte = this.line[hash + 2 + i]
      if (!isDigit(byte)) return -1
      count = count * 10 + byte - 48
    }
    return count < 6 || count > MOST_BLOCK ? -1 : this.dataAt(hash) + count
  }

  private emit(parts: ReplyPart[]): void {
    const [first] = parts
    if (parts.length === 1 && first.text === '' && first.blocks.length === 0) return
    const alone = parts.length === 1 && first.text === '' && first.blocks.length === 1
    if (alone && first.blocks[0].kind === 'T') this.events.frame(first.blocks[0])
    else this.events.reply(parts)
  }

  /** Throws away up to the next LF, or all. */
  private giveUp(): void {
    const end = this.line.subarray(0, this.length).indexOf(LF)
    const count = end < 0 ? this.length : end + 1
    this.events.noise(count)
    this.drop(count)
  }

  private drop(count: number): void {
    this.line.copyWithin(0, count, this.length)
    this.length -= count
  }
}
