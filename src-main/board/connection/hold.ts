import type { Problem } from '@contract'
import { readCapability, type BoardCapability } from '../capability'
import { textAnswer } from '../link/answers'
import type { ScpiClient } from '../link/client'
import type { BoardFrame } from '../link/frame'
import { notABoard } from '../link/problems'
import { isBoard, readIdentity, type Identity } from './identity'
import type { Place } from './whereabouts'

/** Frames that are kept until it is known whose they are: ten seconds at 115200 baud. */
const MOST_WAITING = 1000

/** Throws where this board must be sent nothing but `*IDN?`. */
export type Accept = (identity: Identity, text: string) => void

export interface Acquaintance {
  identity: Identity
  capability: BoardCapability
}

/** An open line and who answers on it. */
export class Hold {
  /** The line is gone. */
  isLost = false
  why: Problem | null = null
  /** Frames are handed on: the board is known, and whoever wanted to look at it first has. */
  private listener: ((frame: BoardFrame) => void) | null = null
  private accepted = false
  private waiting: BoardFrame[] = []
  private opened: ScpiClient | null = null

  constructor(readonly place: Place) {}

  get client(): ScpiClient {
    if (this.opened === null) throw new Error('The line is not open yet.')
    return this.opened
  }

  attach(client: ScpiClient): void {
    this.opened = client
  }

  /** Frames of a board that is not known are nobody's. */
  frame(frame: BoardFrame): void {
    if (this.listener !== null) this.listener(frame)
    else if (this.accepted && this.waiting.length < MOST_WAITING) this.waiting.push(frame)
  }

  /** Hands on the frames that waited, and all that come. */
  handOn(listener: (frame: BoardFrame) => void): void {
    this.listener = listener
    for (const frame of this.waiting.splice(0)) listener(frame)
  }

  /** Frames wait again. */
  holdBack(): void {
    this.listener = null
    this.accepted = false
  }

  /**
   * @throws ProblemError not-a-board, board-no-answer, board-protocol-version, board-unreadable-answer,
   *   board-line-closed, and what `accept` throws.
   */
  async ask(accept: Accept): Promise<Acquaintance> {
    const text = await this.client.identify(undefined, (answer) => {
      const identity = readIdentity(answer)
      if (!isBoard(identity)) throw notABoard(this.client.name, answer)
      accept(identity, answer)
      this.accepted = true
    })
    const capability = readCapability(textAnswer('SYST:CAP?', await this.client.query('SYST:CAP?')))
    return { identity: readIdentity(text), capability }
  }

  /** Whether the board learns now. */
  async isLearning(): Promise<boolean> {
    return textAnswer('RUN:STAT?', await this.client.queryQuietly('RUN:STAT?')) === 'LEARN'
  }
}
