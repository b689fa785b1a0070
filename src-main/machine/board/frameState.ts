import type { Frame, RunConfig } from '@contract'
import type { BoardFrame } from '../../board'
import { makeLearner, type Data } from '../../physics'
import { inOrder } from '../adjustments'
import { makeChange } from '../adjust'
import { shippedData } from '../data'
import { ofResistors } from '../resistors'
import { Measured } from './measured'
import { programOf, voltageRange } from './program'

/** Full scale of a voltage in a frame, counts. */
const FULL_SCALE = 32_767

/**
 * What a frame of a run said, in the terms of every machine; nothing is computed in its place.
 * @param config with all adjustments that were made
 */
export function stateOfFrame(
  config: RunConfig,
  frame: BoardFrame,
  data: Data = shippedData,
): Frame['state'] {
  const model = makeLearner(ofResistors(config), data)
  const measured = new Measured(model, voltageRange(programOf(config, model)) / FULL_SCALE)
  measured.take(frame)
  // One that was made after a step holds from the next step on.
  for (const { step, change } of inOrder(config)) if (step < frame.step) makeChange(model, change)
  return measured.state()
}
