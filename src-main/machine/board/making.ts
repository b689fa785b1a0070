import type { Change } from '@contract'
import { numberAnswer, uploadArray } from '../../board'
import { makeChange } from '../adjust'
import type { Sink } from '../machine'
import { tellOf } from './changes'
import type { HeldRun } from './heldRun'
import { boardAway } from './problems'
import type { Session } from './session'

/** Tells the board of a change; one that needs more than one message only while it stands still. */
export async function make(
  session: Session,
  run: HeldRun,
  change: Change,
  sink: Sink,
): Promise<void> {
  const { config, model, follower } = run
  const { capability, line } = session
  model.step = follower.step
  const told = tellOf(config, model, capability, change)
  let { step } = follower
  run.asking = change
  if (told.kind === 'command') {
    const asked = `${told.text};:RUN:STEP?`
    step = numberAnswer(asked, await line.client().query(asked)) ?? step
    session.handOver(run, step, sink)
  } else {
    if (run.learning) throw boardAway()
    await uploadArray(line.client(), told.header, 'L', told.limits, capability.blockBytes)
    step = follower.step
  }
  run.asking = null
  model.step = step
  makeChange(model, change)
  run.changes.push({ step, change })
  sink.adjusted({ step, change })
}

/** Makes the adjustments of the configuration that are due. @returns whether all were made. */
export async function replay(session: Session, run: HeldRun, sink: Sink): Promise<boolean> {
  const { adjustments, follower } = run
  replayMade(run, sink)
  while (run.made < adjustments.length && adjustments[run.made].step <= follower.step) {
    const { change } = adjustments[run.made]
    const done = await session.reach.ask(() => make(session, run, change, sink).then(() => true))
    if (done === null) return false
    run.made++
  }
  return true
}

/** Those that the board was told before this program took the run up. */
export function replayMade(run: HeldRun, sink: Sink): void {
  const { adjustments, model } = run
  for (; (adjustments[run.made]?.step ?? Infinity) < run.madeUntil; run.made++) {
    const adjustment = adjustments[run.made]
    model.step = adjustment.step
    makeChange(model, adjustment.change)
    run.changes.push(adjustment)
    sink.adjusted(adjustment)
  }
}
