import type { Attempt } from './attempt'
import type { Hold } from './hold'

/** How often a board that fell silent is asked for its identity. */
const EVERY_MS = 1000

/**
 * Asks a board that holds its line and says nothing, on the same line: opening it anew would reset many
 * boards. @returns whether it is back; false: its line is gone, or the attempt is over.
 */
export async function untilItAnswers(
  attempt: Attempt,
  hold: Hold,
  meet: () => Promise<void>,
  failed: (thrown: unknown) => void,
): Promise<boolean> {
  for (;;) {
    await attempt.wait(EVERY_MS)
    if (attempt.over || hold.isLost) return false
    try {
      await meet()
      return true
    } catch (thrown) {
      failed(thrown)
    }
  }
}
