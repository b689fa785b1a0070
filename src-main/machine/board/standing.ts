import type { ScpiClient } from '../../board'
import type { Sink } from '../machine'
import { askEvaluation } from './evaluation'
import { replay } from './making'
import { askFrame } from './prepare'
import { reconcile } from './reconcile'
import { boardRestarted } from './problems'
import { askStanding } from './sameRun'
import type { HeldRun } from './heldRun'
import type { Session } from './session'

/** Asks where the board stands, after the line failed or frames did not come. */
export async function findOut(session: Session, run: HeldRun, sink: Sink): Promise<void> {
  const { reach, line } = session
  const { follower } = run
  const wasUnsure = reach.unsure
  const found = await reach.ask((client) => askStanding(client, run.program))
  if (found === null) return
  session.heard()
  if (found.other !== null || found.step < follower.step) {
    session.handOver(run, Infinity, sink)
    session.lose(boardRestarted(follower.step, found.other ?? `it is at step ${found.step}.`))
    line.learning(false)
    return
  }
  reach.unsure = false
  if (wasUnsure && !(await reconcile(session, run, sink))) return
  const was = run.learning
  run.learning = found.learning
  line.learning(found.learning)
  if (!found.learning && (was || found.step > follower.step)) await land(session, run, sink)
}

/** The board ended by itself or was stopped: reads exactly where it stands. */
export async function land(session: Session, run: HeldRun, sink: Sink): Promise<void> {
  const { follower, model } = run
  const { reach, line } = session
  await session.evaluations.asking
  const stands = await reach.ask(async (client) => {
    const { frame, freeV, clampedV } = await askFrame(client)
    return { frame, freeV, clampedV, evaluation: await askEvaluation(client, model.parts.task) }
  })
  if (stands === null) return
  run.learning = false
  line.learning(false)
  session.handOver(run, Infinity, sink)
  follower.stand(stands.frame, reach.awayFor ?? 'line', sink)
  if (stands.frame.step > 0)
    Object.assign(run.measured, { freeV: stands.freeV, clampedV: stands.clampedV })
  reach.awayFor = null
  if (follower.step % run.config.evaluate.every === 0) session.record(run, stands.evaluation, sink)
  else run.evaluation = stands.evaluation
  await replay(session, run, sink)
}

/** Lets the board stand still; one that is out of reach is stopped when it is back. */
export async function rest(session: Session, run: HeldRun, sink: Sink): Promise<void> {
  const { reach } = session
  if (reach.unsure) await findOut(session, run, sink)
  // One that is away and was learning is stopped when it is back.
  session.stopOwed = reach.unsure && run.learning
  if (session.stopOwed || !run.learning || session.gone !== null) return
  const stopped = await reach.ask(async (client) => {
    await client.command('ABOR')
    return true
  })
  if (stopped === null) session.stopOwed = true
  else if (run.learning) await land(session, run, sink)
}

/** The same device is back; what it does now may be somebody else's. */
export async function stopIfOwed(session: Session, client: ScpiClient): Promise<void> {
  if (!session.stopOwed || session.run === null || session.gone !== null) return
  const { other, learning } = await askStanding(client, session.run.program)
  if (other === null && learning) await client.command('ABOR')
  session.stopOwed = false
}
