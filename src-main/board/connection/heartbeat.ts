import { toProblem, type Problem } from '@contract'
import type { Timers } from '../link/timers'
import type { Hold } from './hold'

/** A board that said nothing for so long is asked for its state. */
const EVERY_MS = 2000
/** Questions without an answer, each 3 s, after which it counts as silent. */
const MOST_SILENT = 2

export interface HeartbeatSteps {
  isOver(): boolean
  bytesIn(): number
  learning(is: boolean): void
  /** An error that the board queued on its own. */
  reported(problem: Problem): void
  silent(how: string): void
}

/** Asks now and then, so that a board that hangs, or ended its run unseen, is noticed. */
export async function keepAsking(hold: Hold, timers: Timers, steps: HeartbeatSteps): Promise<void> {
  let bytes = -1
  let silences = 0
  for (;;) {
    await new Promise<void>((done) => timers.after(EVERY_MS, done))
    if (steps.isOver()) return
    if (steps.bytesIn() !== bytes) {
      bytes = steps.bytesIn()
      continue
    }
    try {
      const learning = await hold.isLearning()
      if (steps.isOver()) return
      silences = 0
      steps.learning(learning)
    } catch (thrown) {
      if (steps.isOver() || hold.isLost) return
      const problem = toProblem(thrown, 'board-silent')
      if (problem.id === 'board-refused') steps.reported(reportOf(problem))
      else if (++silences >= MOST_SILENT) return steps.silent(problem.message)
    }
    bytes = steps.bytesIn()
  }
}

const reportOf = ({ message }: Problem): Problem => ({
  id: 'board-reported',
  severity: 'warning',
  message: `The board reported on its own: ${message.replace(/^The board refused [^:]*\?: /, '')}`,
  kept: 'The connection is as it was.',
  tip: 'The numbers are explained in the protocol page.',
})
