import { RandomStream } from '../../physics/random'
import { encodeBlock } from './block'
import { Line, type LineCounters, type LineEvents } from './line'
import type { ReplyPart } from './parser'
import { noAnswer, notABoard, outOfSync, refused } from './problems'
import { realTimers, type Timers } from './timers'
import type { Transport } from './transport'

/** A board at work answers after its present step: milliseconds; an evaluation takes longer. */
const DEADLINE_MS = 3000
/** How long each attempt to get back into step waits: a board may be in the middle of an evaluation. */
const RESYNC_MS = [800, 1600, 3000] as const
/** A block that was cut short is given up by the board after a second of silence. */
const SILENCE_MS = 1100

/** How long `*IDN?` waits before it is asked again. */
const IDENTITY_MS = 300

/** More than a queue holds. */
const MOST_ERRORS = 40

const ERROR_LINE = /^(-?\d+),"(.*)"$/
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface ClientOptions {
  timers?: Timers
  /** What goes over the line, for a log; blocks as `#...`; without the error queue where it is empty. */
  log?(direction: 'sent' | 'received', text: string): void
}

/** A parameter that is a block. */
export interface BlockParameter {
  kind: string
  payload: Uint8Array
}

/**
 * SCPI over a line, one exchange at a time: every message is followed by `SYSTem:ERRor?`, whose
 * answer ends the exchange, so that a late, missing or doubled answer cannot be taken for another.
 * After a deadline or an answer out of place the client brings itself back into step before it
 * sends anything else.
 */
export class ScpiClient {
  private last: Promise<unknown> = Promise.resolve()
  private inStep = true
  private token = 0
  private quiet = false

  private constructor(
    private readonly line: Line,
    private readonly timers: Timers,
    private readonly sink: NonNullable<ClientOptions['log']>,
  ) {}

  /** @throws ProblemError when the transport cannot be opened. */
  static async open(
    transport: Transport,
    events: LineEvents,
    options: ClientOptions = {},
  ): Promise<ScpiClient> {
    const timers = options.timers ?? realTimers
    const line = await Line.open(transport, timers, events)
    return new ScpiClient(line, timers, options.log ?? (() => undefined))
  }

  get counters(): Readonly<LineCounters> {
    return this.line.counters
  }

  get name(): string {
    return this.line.name
  }

  close(): Promise<void> {
    return this.line.close()
  }

  /**
   * A command without an answer. @throws ProblemError board-refused with the board's own words,
   * board-no-answer, board-out-of-sync, board-line-closed.
   */
  async command(text: string, block?: BlockParameter): Promise<void> {
    await this.exclusively(() => this.exchange(text, false, DEADLINE_MS, block))
  }

  /** Parts of the answer: one per query of the message. @throws ProblemError as `command`. */
  query(text: string, deadlineMs = DEADLINE_MS): Promise<ReplyPart[]> {
    return this.exclusively(() => this.exchange(text, true, deadlineMs))
  }

  /** The same, and the log has nothing of it: for what is asked over and over. */
  queryQuietly(text: string): Promise<ReplyPart[]> {
    return this.exclusively(async () => {
      this.quiet = true
      try {
        return await this.exchange(text, true, DEADLINE_MS)
      } finally {
        this.quiet = false
      }
    })
  }

  /**
   * The identity, asked again until the board answers: opening a port resets some of them, and they
   * swallow what comes first. `*IDN?` is all that is sent before `accept` has agreed: it throws where
   * this is a device that nothing else may reach.
   * @throws ProblemError board-no-answer after `forMs`, not-a-board where something else answered, and
   *   what `accept` throws.
   */
  identify(forMs = 3000, accept: (identity: string) => void = () => undefined): Promise<string> {
    return this.inTurn(async () => {
      const { counters } = this.line
      const noiseBefore = counters.noiseBytes
      const end = this.timers.now() + forMs
      let other: string | null = null
      while (this.timers.now() < end) {
        this.line.clear()
        await this.send(bytesOf('\n*IDN?\n'), '*IDN?')
        const askAgain = Math.min(end, this.timers.now() + IDENTITY_MS)
        for (let left = IDENTITY_MS; left > 0; left = askAgain - this.timers.now()) {
          const parts = await this.line.next(left)
          if (parts === null) break
          this.log('received', textOf(parts))
          if (!isIdentity(parts)) {
            other ??= textOf(parts)
            continue
          }
          accept(parts[0].text)
          await this.resynchronise()
          return parts[0].text
        }
      }
      const noise = counters.noiseBytes - noiseBefore
      if (other === null && noise > 0) other = `${noise} bytes that are no text`
      throw other === null ? noAnswer('*IDN?', forMs) : notABoard(this.name, other)
    })
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      if (!this.inStep) await this.resynchronise()
      return work()
    })
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work)
    this.last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }

  private log(direction: 'sent' | 'received', text: string): void {
    if (!this.quiet) this.sink(direction, text)
  }

  private async send(bytes: Uint8Array, shown: string): Promise<void> {
    this.log('sent', shown)
    try {
      await this.line.write(bytes)
    } catch (thrown) {
      // A part of it may be on its way.
      this.inStep = false
      throw thrown
    }
  }

  private async exchange(
    text: string,
    isQuery: boolean,
    deadlineMs: number,
    block?: BlockParameter,
  ): Promise<ReplyPart[]> {
    this.refuseStrays()
    const inside = block === undefined ? new Uint8Array(0) : encodeBlock(block.kind, block.payload)
    const shown = block === undefined ? text : `${text}#...`
    const message = [bytesOf(text), inside, bytesOf('\nSYST:ERR?\n')]
    await this.send(concatenate(message), shown)
    const answer = isQuery ? await this.receive(shown, deadlineMs) : []
    if (isQuery) this.log('received', textOf(answer))
    const early = errorIn(answer)
    if (early !== null && early.number !== 0)
      throw await this.refusal(shown, early.text, deadlineMs)
    const end = await this.receive(shown, deadlineMs)
    const error = errorIn(end)
    if (error?.number !== 0) this.log('received', textOf(end))
    if (error === null) throw this.lostStep(shown, end)
    if (error.number !== 0) throw await this.refusal(shown, error.text, deadlineMs)
    return answer
  }

  /** All that is in the error queue, so that the next exchange begins with an empty one. */
  private async refusal(shown: string, first: string, ms: number): Promise<Error> {
    const found = [first]
    while (found.length < MOST_ERRORS) {
      await this.send(bytesOf('SYST:ERR?\n'), 'SYST:ERR?')
      const parts = await this.receive('SYST:ERR?', ms)
      this.log('received', textOf(parts))
      const error = errorIn(parts)
      if (error === null) return this.lostStep('SYST:ERR?', parts)
      if (error.number === 0) break
      found.push(error.text)
    }
    return refused(shown, found.join(' '))
  }

  /** Replies that nobody asked for are from before: they must not answer what comes now. */
  private refuseStrays(): void {
    if (this.line.forget() > 0) this.log('received', '(answers that nobody had asked for)')
  }

  private async receive(shown: string, ms: number): Promise<ReplyPart[]> {
    const parts = await this.line.next(ms)
    if (parts === null) {
      this.inStep = false
      throw noAnswer(shown, ms)
    }
    return parts
  }

  private lostStep(shown: string, parts: ReplyPart[]): Error {
    this.inStep = false
    return outOfSync(shown, textOf(parts))
  }

  /**
   * Asks for a word of the generator that no earlier question had, and throws away everything until
   * it comes: what follows belongs to what is asked next.
   */
  private async resynchronise(): Promise<void> {
    for (const [attempt, waitMs] of RESYNC_MS.entries()) {
      if (attempt > 0) await new Promise<void>((done) => this.timers.after(SILENCE_MS, done))
      this.token = (this.token + 1) % 0x100000000
      const word = new RandomStream(0, 'schedule').seek(this.token).word(attempt)
      await this.send(
        bytesOf(`\n*CLS\nDIAG:RAND? 0,1,${this.token},${attempt}\n`),
        '(back into step)',
      )
      const end = this.timers.now() + waitMs
      for (let left: number = waitMs; left > 0; left = end - this.timers.now()) {
        const parts = await this.line.next(left)
        if (parts === null) break
        if (parts.length !== 1 || parts[0].text !== String(word)) continue
        this.inStep = true
        return
      }
      this.line.clear()
    }
    this.inStep = false
    throw noAnswer(
      'DIAG:RAND?',
      RESYNC_MS.reduce((sum, ms) => sum + ms, 0),
    )
  }
}

function concatenate(pieces: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

const textOf = (parts: ReplyPart[]): string =>
  parts.map(({ text, blocks }) => text + blocks.map(({ kind }) => `#${kind}...`).join('')).join(';')

/** The four fields of `*IDN?`, alone on a line. */
const isIdentity = (parts: ReplyPart[]): boolean =>
  parts.length === 1 && parts[0].blocks.length === 0 && parts[0].text.split(',').length === 4

/** `<number>,"<text>"` alone on a line; a `;` within the quotes does not cut it. */
function errorIn(parts: ReplyPart[]): { number: number; text: string } | null {
  if (parts.length !== 1 || parts[0].blocks.length > 0) return null
  const found = ERROR_LINE.exec(parts[0].text)
  return found === null ? null : { number: Number(found[1]), text: parts[0].text }
}
