import type { ErrorNumber } from './errors'

/** Longest message, terminator included. */
export const MESSAGE_BYTES = 255
/** A block that stops for so long is given up, ms. */
export const BLOCK_SILENCE_MS = 1000

const [TAB, LF, CR, QUOTE, HASH, APOSTROPHE, ZERO] = [9, 10, 13, 34, 35, 39, 48]

type State = 'text' | 'string' | 'hash' | 'length' | 'block' | 'discarding'

/** Cuts what comes in into messages: bounded, and sound again after noise. */
export class MessageAssembler {
  private readonly buffer = new Uint8Array(MESSAGE_BYTES)
  private length = 0
  private state: State = 'text'
  private quote = 0
  private digitsLeft = 0
  private bytesLeft = 0
  private lastByteMs = 0

  constructor(
    private readonly complete: (message: Uint8Array) => void,
    private readonly refuse: (number: ErrorNumber) => void,
  ) {}

  push(bytes: Uint8Array, nowMs: number): void {
    for (const byte of bytes) this.take(byte, nowMs)
  }

  /** Gives up a block that has stopped. */
  tick(nowMs: number): void {
    const inBlock = this.state === 'block' || this.state === 'length'
    if (!inBlock || nowMs - this.lastByteMs <= BLOCK_SILENCE_MS) return
    this.refuse(-365)
    this.begin()
  }

  private begin(): void {
    this.length = 0
    this.state = 'text'
  }

  private giveUp(number: ErrorNumber): void {
    this.refuse(number)
    this.state = 'discarding'
  }

  private take(byte: number, nowMs: number): void {
    const { state } = this
    if (state !== 'block' && (byte === LF || byte === CR)) return this.finish()
    if (state === 'discarding') return
    if (this.length === MESSAGE_BYTES - 1) return this.giveUp(-223)
    this.lastByteMs = nowMs
    if (state !== 'block' && byte !== TAB && (byte < 32 || byte > 126)) return this.giveUp(-101)
    this.buffer[this.length++] = byte
    if (state === 'block') {
      if (--this.bytesLeft === 0) this.state = 'text'
    } else if (state === 'hash') this.afterHash(byte)
    else if (state === 'length') this.inLength(byte)
    else this.inText(byte)
  }

  private finish(): void {
    const { state } = this
    if (state === 'string') this.refuse(-151)
    else if (state === 'hash' || state === 'length') this.refuse(-161)
    else if (state !== 'discarding' && this.length > 0)
      this.complete(this.buffer.slice(0, this.length))
    this.begin()
  }

  private afterHash(byte: number): void {
    if (byte === ZERO) return this.giveUp(-161)
    this.state = 'text'
    if (byte < ZERO || byte > ZERO + 9) return
    this.digitsLeft = byte - ZERO
    this.bytesLeft = 0
    this.state = 'length'
  }

  private inLength(byte: number): void {
    if (byte < ZERO || byte > ZERO + 9) return this.giveUp(-161)
    this.bytesLeft = this.bytesLeft * 10 + byte - ZERO
    if (this.bytesLeft > MESSAGE_BYTES) return this.giveUp(-223)
    if (--this.digitsLeft > 0) return
    if (this.bytesLeft + this.length >= MESSAGE_BYTES) this.giveUp(-223)
    else this.state = this.bytesLeft > 0 ? 'block' : 'text'
  }

  private inText(byte: number): void {
    if (this.state === 'string') {
      if (byte === this.quote) this.state = 'text'
    } else if (byte === QUOTE || byte === APOSTROPHE) {
      this.quote = byte
      this.state = 'string'
    } else if (byte === HASH) this.state = 'hash'
  }
}
