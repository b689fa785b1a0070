import { toProblem, type BoardDevice, type BoardTarget, type Problem } from '@contract'
import { onlySame, sameAfterFlashing } from './accept'
import type { Attempt } from './attempt'
import type { Bond } from './bond'
import type { Hold } from './hold'
import { fellSilent, notThere, wentAway } from './problems'
import { search } from './search'
import { untilItAnswers } from './silence'
import { whereIs, type Place } from './whereabouts'

const pathOf = ({ target }: Place): string =>
  target.kind === 'serial' ? target.path : 'the virtual board'

/**
 * One try to reach the known device, wherever it is now; null: it is back.
 * @param same it, perhaps flashed meanwhile; or it and nothing else
 */
export async function reachAgain(
  bond: Bond,
  attempt: Attempt,
  target: BoardTarget,
  device: BoardDevice,
  same: typeof onlySame = sameAfterFlashing,
): Promise<Problem | null> {
  try {
    const place = await whereIs(target, device, bond.parts.discovery)
    if (place === null) return notThere(device)
    await bond.reach(attempt, place, same(device, pathOf(place)), true)
    return null
  } catch (thrown) {
    return toProblem(thrown, 'reconnect-failed')
  }
}

/** Looks for the device until it is there, or the attempt is over. */
export function lookFor(
  bond: Bond,
  attempt: Attempt,
  device: BoardDevice,
  problem: Problem,
): Promise<void> {
  const { presence, parts } = bond
  presence.set({ presence: 'reconnecting', problem })
  return search(attempt, device, parts, {
    place: async () => {
      const { target } = presence.now
      return target === null ? null : whereIs(target, device, parts.discovery)
    },
    reach: (place) => bond.reach(attempt, place, onlySame(device, pathOf(place)), true),
    tell: (told, news) => {
      if (!attempt.over) presence.set({ presence: told, problem: news })
    },
  })
}

/** The line went away by itself. */
export function lost(
  bond: Bond,
  attempt: Attempt,
  device: BoardDevice,
  problem: Problem | null,
): void {
  bond.note(problem?.message ?? 'the line is gone')
  void lookFor(bond, attempt, device, wentAway(device, problem?.message ?? null))
}

/** The line is there, the board does not answer: it is asked again on the same line. */
export async function silent(
  bond: Bond,
  attempt: Attempt,
  hold: Hold,
  device: BoardDevice,
  how: string,
): Promise<void> {
  bond.note(how)
  bond.presence.set({ presence: 'error', problem: fellSilent(device, how) })
  const isBack = await untilItAnswers(
    attempt,
    hold,
    () => bond.meet(attempt, hold, onlySame(device, hold.client.name), true),
    (thrown) => bond.note(toProblem(thrown, 'board-silent').message),
  )
  if (!isBack && !attempt.over)
    void lookFor(bond, attempt, device, wentAway(device, hold.why?.message ?? null))
}
