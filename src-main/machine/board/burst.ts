import { frameLineBytes } from '../../board'
import { isLearningAlready } from './problems'
import type { HeldRun } from './heldRun'
import type { Session } from './session'

/** Largest number that TRIGger:COUNt takes. */
const MOST_COUNT = 4_294_967_294

/** Where a board stops by itself. */
export interface Stop {
  step: number
  /** It only has to catch its breath there: its transmit buffer holds no more frames. */
  brief: boolean
}

/** The next step at which the board must stand still. @param exact not beyond the goal */
export function stopOf(session: Session, run: HeldRun, goal: number, exact: boolean): Stop {
  const { limit, adjustments, made, config, follower } = run
  const { every } = config.evaluate
  const nextEvaluation = follower.step + every - (follower.step % every)
  const planned = adjustments[made]?.step ?? Infinity
  if (!exact) return { step: Math.min(limit, planned), brief: false }
  const step = Math.min(goal, nextEvaluation, planned)
  const full = follower.step + roomOf(session, run)
  return full < step ? { step: full, brief: true } : { step, brief: false }
}

/** Steps of which no frame can be lost on the board, where every one is asked for. */
function roomOf({ capability }: Session, { config, program }: HeldRun): number {
  const { machine, rule } = config
  if (machine.kind !== 'board' || machine.frameEvery !== 1) return Infinity
  const bytes = frameLineBytes(program.nodes, program.edges.length, rule.kind === 'ideal')
  return Math.max(1, Math.floor(capability.transmitBytes / bytes))
}

/** Lets the board learn up to a step. */
export async function launch(session: Session, run: HeldRun, stop: Stop): Promise<void> {
  const { line, reach } = session
  const count = stop.step - run.follower.step
  run.brief = stop.brief
  const wanted = count <= MOST_COUNT ? String(count) : 'INF'
  run.learning = true
  run.follower.nextSequence = 0
  session.heard()
  line.underWay(true)
  line.learning(true)
  const told = await reach.ask(async (client) => {
    try {
      await client.command(`TRIG:COUN ${wanted};:INIT`)
    } catch (thrown) {
      if (!isLearningAlready(thrown)) throw thrown
      // Somebody else started it, on the console: where it stands is asked next.
      run.learning = false
      reach.unsure = true
    }
    return true
  })
  // Whether it began is asked when the line is back.
  if (told === null) run.follower.nextSequence = null
}
