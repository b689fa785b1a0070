import { ProblemError, type EdgeChanges } from '@contract'
import type { Run } from './run'

/** What brings an edge back, by its number in a frame's `edgeState`. */
const back = ['restore', 'cut', 'freeze', 'stick'] as const

/**
 * Many edges damaged or restored after one step, in their order, each recorded.
 * @param most only the first so many that the network can bear; left out: all
 * @returns the edges that were changed
 * @throws ProblemError if one of all cannot be: those before it are then as they were.
 */
export async function changeTogether(
  run: Run,
  changes: EdgeChanges,
  most?: number,
): Promise<number[]> {
  const { conductance, edgeState } = run.machine.observe()
  const done: number[] = []
  for (const { edge, action } of changes) {
    if (done.length === most) break
    try {
      await run.adjust({ kind: 'edge', edge, action })
      done.push(edge)
    } catch (thrown) {
      // A network that is nearly cut in two bears few more cuts.
      if (most !== undefined && thrown instanceof ProblemError) continue
      for (const changed of done.reverse()) {
        const undo = back[edgeState[changed]] ?? 'restore'
        const at = undo === 'stick' ? { conductance: conductance[changed] } : {}
        await run.adjust({ kind: 'edge', edge: changed, action: undo, ...at })
      }
      throw thrown
    }
  }
  return done
}
