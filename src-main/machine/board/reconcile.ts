import type { Change } from '@contract'
import { elementsAnswer, numberAnswer } from '../../board'
import { livePaths, makeChange } from '../adjust'
import type { Sink } from '../machine'
import { headerOf, RATES, valueOf } from './changes'
import type { HeldRun } from './heldRun'
import { replayMade } from './making'
import type { Session } from './session'

/** The board tells reals with seven digits. */
const ALIKE = 1e-6
const actions = ['restore', 'cut', 'freeze'] as const

/**
 * After the line failed: what was being changed then may hold on the board all the same, and somebody
 * may have changed more on the console. Reads back what holds, and records what this program does not
 * know, with the step at which it was found.
 * @returns false where the line failed again
 */
export async function reconcile(session: Session, run: HeldRun, sink: Sink): Promise<boolean> {
  const { config, model } = run
  replayMade(run, sink)
  const { live } = session.capability
  // The limits of the edges are no single number.
  const paths = livePaths(model).filter((path) => {
    const header = headerOf(config, path)
    return header !== RATES && live.includes(header)
  })
  const asked = ['EDGE:STAT?', ...paths.map((path) => `:${headerOf(config, path)}?`), ':RUN:STEP?']
  const text = asked.join(';')
  const parts = await session.reach.ask((client) => client.query(text))
  if (parts === null) return false
  const step = numberAnswer(text, parts, paths.length + 1) ?? run.follower.step
  const found: Change[] = []
  const states = elementsAnswer(text, parts, 'B')
  states.forEach((state, edge) => {
    if (state !== model.edges.state[edge])
      found.push({ kind: 'edge', edge, action: actions[state] })
  })
  paths.forEach((path, n) => {
    const told = numberAnswer(text, parts, n + 1)
    if (told === null || isAlike(told, valueOf(model, path))) return
    const { asking } = run
    const isAsked = asking?.kind === 'set' && asking.path === path && isAlike(told, asking.value)
    found.push({ kind: 'set', path, value: isAsked ? asking.value : told })
  })
  run.asking = null
  if (found.length > 0) session.handOver(run, step, sink)
  for (const change of found) {
    model.step = step
    makeChange(model, change)
    run.changes.push({ step, change })
    sink.adjusted({ step, change })
  }
  return true
}

const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= ALIKE * Math.abs(b)
