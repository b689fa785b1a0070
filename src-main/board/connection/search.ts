import { toProblem, type BoardDevice, type Problem } from '@contract'
import type { Attempt } from './attempt'
import type { ConnectionParts } from './parts'
import { notFoundAgain } from './problems'
import type { Place } from './whereabouts'

/** How often a board that went away is looked for, and when that slows down. */
const EVERY_MS = 300
const SOON_MS = 60_000
const LATER_EVERY_MS = 3000
/** Another device at the path is left alone for so long: opening a port resets many boards. */
const LEFT_ALONE_MS = 10_000

export interface SearchSteps {
  /** null: it is not there. */
  place(): Promise<Place | null>
  /** Ends when the board can be used. @throws ProblemError */
  reach(place: Place): Promise<void>
  tell(presence: 'reconnecting' | 'lost', problem: Problem): void
}

/** Looks for a board that went away, until it is back or the attempt is over. */
export async function search(
  attempt: Attempt,
  device: BoardDevice,
  { timers, fileIdentity }: ConnectionParts,
  { place, reach, tell }: SearchSteps,
): Promise<void> {
  const begin = timers.now()
  let other: { file: string; untilMs: number } | null = null
  let told: string | null = null
  while (!attempt.over) {
    const passed = timers.now() - begin
    const presence = passed < SOON_MS ? 'reconnecting' : 'lost'
    let problem: Problem | null = null
    try {
      await attempt.closeLine()
      const found = await place()
      const file = found === null ? null : await fileOf(found, fileIdentity)
      const isOther = other !== null && other.file === file && timers.now() < other.untilMs
      if (found !== null && !isOther) {
        other = null
        await reach(found)
        return
      }
    } catch (thrown) {
      problem = toProblem(thrown, 'reconnect-failed')
    }
    await attempt.closeLine()
    if (attempt.over) return
    if (problem?.id === 'other-board') {
      const there = await place()
      const file = there === null ? null : await fileOf(there, fileIdentity)
      if (file !== null) other = { file, untilMs: timers.now() + LEFT_ALONE_MS }
    }
    const news = newsOf(problem, other !== null, presence, device)
    if (news !== null && `${presence} ${news.id}` !== told) {
      told = `${presence} ${news.id}`
      tell(presence, news)
    }
    await attempt.wait(presence === 'lost' ? LATER_EVERY_MS : EVERY_MS)
  }
}

/** What is worth telling: that it is not there yet has been said. */
function newsOf(
  problem: Problem | null,
  isOther: boolean,
  presence: 'reconnecting' | 'lost',
  device: BoardDevice,
): Problem | null {
  const isThere =
    problem !== null && !['serial-port-missing', 'board-line-closed'].includes(problem.id)
  if (isThere) return problem
  return presence === 'lost' && !isOther ? notFoundAgain(device, SOON_MS / 1000) : null
}

const fileOf = async (
  { target }: Place,
  fileIdentity: ConnectionParts['fileIdentity'],
): Promise<string | null> => (target.kind === 'serial' ? fileIdentity(target.path) : null)
