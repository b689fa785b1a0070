import { averageClasses, isHeld } from '../float32'
import { allHeaders, findCommand, type Desk } from './commands'
import { CommandError, type ErrorNumber } from './errors'
import { MessageAssembler } from './message'
import { Params } from './params'
import { replyLine, type Answer } from './reply'
import { BoardState, events } from './state'
import { Telemetry } from './telemetry'

const HEADER_BYTES = 64

export interface VirtualBoardOptions {
  /** Takes what the board sends. */
  send(bytes: Uint8Array): void
  /** Microseconds that only go up. */
  clockUs(): number
  /** Bytes that the line takes now; a frame that does not fit is dropped. */
  room?(): number
}

const eventOf = (number: ErrorNumber): number => {
  if (number > 0 || number <= -300) return events.device
  return number <= -200 ? events.execution : events.command
}

/**
 * A board in TypeScript: the protocol of docs/protocol.md, and the float32 arithmetic of the
 * firmware's bench, bit for bit. It has no thread of its own: `receive` executes what comes in,
 * `turn` does steps.
 */
export class VirtualBoard {
  readonly state = new BoardState()
  private readonly telemetry: Telemetry
  private readonly assembler: MessageAssembler
  private readonly desk: Desk
  private lastMessageMs = 0
  /** Path of the last header, its last colon included. */
  private path = ''

  constructor(private readonly options: VirtualBoardOptions) {
    const clockUs = (): number => Math.floor(options.clockUs()) % 0x100000000
    this.telemetry = new Telemetry(this.state, clockUs)
    this.assembler = new MessageAssembler(
      (message) => this.execute(message),
      (number) => this.error(number),
    )
    this.desk = {
      state: this.state,
      telemetry: this.telemetry,
      clockUs,
      initiate: () => this.initiate(),
      headers: allHeaders,
    }
  }

  private get nowMs(): number {
    return this.options.clockUs() / 1000
  }

  get learning(): boolean {
    return this.state.learning
  }

  receive(bytes: Uint8Array): void {
    this.assembler.tick(this.nowMs)
    this.assembler.push(bytes, this.nowMs)
    this.answerComplete()
  }

  /** Looks at the clock and does up to `steps` steps. @returns how many. */
  turn(steps: number): number {
    this.assembler.tick(this.nowMs)
    this.watchLink()
    let done = 0
    while (done < steps && this.state.learning) {
      this.learn()
      done++
    }
    this.answerComplete()
    return done
  }

  private learn(): void {
    const { state, telemetry, options } = this
    const learner = state.needLearner()
    learner.learn()
    let last = false
    if (state.left !== null) last = --state.left === 0
    const frame = telemetry.step(learner, options.room?.() ?? Infinity, last)
    if (frame !== null) options.send(replyLine([frame]))
    if (last) state.abort()
  }

  private initiate(): void {
    const { state } = this
    const { config, learner, roles } = state
    if (state.learning) throw new CommandError(-213)
    const fits =
      learner !== null &&
      config.batchSize <= learner.examples.train &&
      config.conductanceMinimum <= config.conductanceMaximum &&
      config.resistanceMinimum < config.resistanceMaximum &&
      isHeld(learner.network, roles) &&
      averageClasses(learner.examples, roles.sources.length)
    if (!fits) throw new CommandError(-221)
    state.output = true
    state.learning = true
    state.left = config.count
    this.telemetry.begin()
  }

  private watchLink(): void {
    const { watchdogS } = this.state.settings
    if (watchdogS === 0 || !this.state.output) return
    if (this.nowMs - this.lastMessageMs < 1000 * watchdogS) return
    this.state.setOutput(false)
    this.error(102)
  }

  private error(number: ErrorNumber, where = ''): void {
    const queued = this.state.errors.push(number, where)
    this.state.event |= eventOf(number) | eventOf(queued)
  }

  /** The *OPC? that waited for the end of a run. */
  private answerComplete(): void {
    if (this.state.learning) return
    for (; this.state.completeAsked > 0; this.state.completeAsked--)
      this.options.send(replyLine(['1']))
  }

  private execute(message: Uint8Array): void {
    this.lastMessageMs = this.nowMs
    this.path = ''
    const answers: Answer[] = []
    let rest = String.fromCharCode(...message)
    for (;;) {
      rest = rest.replace(/^[ \t;]+/, '')
      if (rest === '') break
      const next = this.executeOne(rest, answers)
      if (next === null) break
      rest = next
    }
    if (answers.length > 0) this.options.send(replyLine(answers))
  }

  /** @returns what is left of the message; null after an error. */
  private executeOne(text: string, answers: Answer[]): string | null {
    const sent = /^([A-Za-z0-9_:*]*)(\??)(?=[ \t;]|$)/.exec(text)
    if (sent === null || sent[1] === '') return this.refuse(-102)
    const [all, header, mark] = sent
    const command = findCommand(this.compose(header))
    if (command === undefined) return this.refuse(-113)
    const params = new Params(text.slice(all.length))
    try {
      if (mark === '?') {
        if (command.get === undefined) throw new CommandError(-113)
        const answer = command.get(this.desk, params)
        if (answer !== null) answers.push(answer)
      } else {
        if (command.set === undefined) throw new CommandError(-113)
        if (command.idle === true && this.state.learning) throw new CommandError(-221)
        command.set(this.desk, params)
      }
      return params.rest
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      return this.refuse(thrown.number, command.header)
    }
  }

  private refuse(number: ErrorNumber, where = ''): null {
    this.error(number, where)
    return null
  }

  /** The whole header: behind the path of the one before it, unless it starts with a colon. */
  private compose(header: string): string {
    if (header.startsWith('*')) return header
    const whole = header.startsWith(':') ? header.slice(1) : this.path + header
    if (whole.length > HEADER_BYTES) {
      this.path = ''
      return ''
    }
    this.path = whole.slice(0, whole.lastIndexOf(':') + 1)
    return whole
  }
}
