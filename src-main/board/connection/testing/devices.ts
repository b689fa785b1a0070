import { VirtualBoard } from '../../virtual/board'

/** Something at the end of a cable. */
export interface Device {
  /** All that it was sent. */
  readonly heard: string[]
  receive(bytes: Uint8Array): void
  /** Where its bytes go; null: nowhere. */
  say: ((bytes: Uint8Array) => void) | null
}

const decode = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A real board in this process. It learns when a test lets it. */
export class BoardDevice implements Device {
  readonly heard: string[] = []
  say: ((bytes: Uint8Array) => void) | null = null
  /** What becomes of an answer on its way. */
  spoil: (answer: string, bytes: Uint8Array) => Uint8Array[] = (_, bytes) => [bytes]
  private readonly board: VirtualBoard

  constructor(serial = '0', clockUs: () => number = () => 0) {
    this.board = new VirtualBoard({
      send: (bytes) => {
        for (const piece of this.spoil(decode(bytes), bytes)) this.say?.(piece)
      },
      clockUs,
    })
    this.board.receive(encode(`SYST:SER "${serial}"\n`))
  }

  receive(bytes: Uint8Array): void {
    this.heard.push(decode(bytes))
    this.board.receive(bytes)
  }

  /** Does steps, as a board that learns would by itself. */
  turn(steps: number): void {
    this.board.turn(steps)
  }

  /** Bytes by another way than the line. */
  tell(bytes: Uint8Array): void {
    this.board.receive(bytes)
  }
}

/** A device that answers whatever a test says. */
export class ScriptedDevice implements Device {
  readonly heard: string[] = []
  say: ((bytes: Uint8Array) => void) | null = null

  constructor(private readonly answer: (text: string) => string | Uint8Array | null) {}

  receive(bytes: Uint8Array): void {
    const text = decode(bytes)
    this.heard.push(text)
    const answer = this.answer(text)
    if (answer !== null) this.say?.(typeof answer === 'string' ? encode(answer) : answer)
  }
}
