import type { Gap } from '@contract'
import type { ScpiClient } from '../../board'
import { Arrivals } from './arrivals'
import type { BoardLine } from './line'
import { isOfTheLine } from './problems'

/** The board over a line that may go away: what was sent is then not known to have arrived. */
export class Reach {
  readonly arrivals = new Arrivals()
  /** Where the board stands must be asked before anything else. */
  unsure = false
  /** Why frames are missing that a line alone would not lose; until the next one comes. */
  awayFor: Gap['reason'] | null = null
  private readonly ends: (() => void)[]

  constructor(
    readonly line: BoardLine,
    back: (client: ScpiClient) => Promise<void>,
  ) {
    this.ends = [
      line.onFrame((frame) => this.arrivals.push(frame)),
      line.onAway((reason) => {
        this.unsure = true
        this.awayFor = reason
        this.arrivals.stir()
      }),
      line.onBack(async (client) => {
        await back(client)
        this.arrivals.stir()
      }),
    ]
  }

  /** The work's outcome; null where the line is at fault. @throws whatever else it throws. */
  async ask<T>(work: (client: ScpiClient) => Promise<T>): Promise<T | null> {
    try {
      return await work(this.line.client())
    } catch (thrown) {
      if (!isOfTheLine(thrown)) throw thrown
      this.unsure = true
      return null
    }
  }

  /** Hears nothing any more. */
  close(): void {
    for (const end of this.ends) end()
    this.arrivals.clear()
    this.arrivals.stir()
  }
}
