import { ProblemError, type Change } from '@contract'
import type { Sink } from '../machine'
import { tellOf } from './changes'
import type { HeldRun } from './heldRun'
import { make } from './making'
import { boardAway } from './problems'
import type { Session } from './session'
import { findOut, rest } from './standing'

/** Makes a change that somebody asked for now. @throws ProblemError */
export async function adjust(
  session: Session,
  run: HeldRun,
  change: Change,
  sink: Sink,
): Promise<void> {
  if (session.reach.unsure) await findOut(session, run, sink)
  if (session.gone !== null) throw new ProblemError(session.gone)
  if (session.reach.unsure) throw boardAway()
  const { kind } = tellOf(run.config, run.model, session.capability, change)
  if (kind === 'rates') await rest(session, run, sink)
  await make(session, run, change, sink)
}
