import type { MachineDescription, RunConfig } from '@contract'
import type { BoardCapability } from '../../board'
import type { Learner } from '../../physics'
import { describe } from '../describe'
import { liveOf } from './changes'
import { kindsOf } from './fit'

/** What the window needs to know about a run on a board. @param initialConductance as read back. */
export function describeBoard(
  run: string,
  config: RunConfig,
  model: Learner,
  board: BoardCapability,
  initialConductance: Float64Array<ArrayBuffer>,
): MachineDescription {
  return {
    ...describe(run, model),
    initialConductance: initialConductance.slice(),
    capabilities: {
      ...kindsOf(board),
      ...liveOf(config, model, board),
      maxStepsPerSecond: null,
      ownPace: true,
    },
  }
}
