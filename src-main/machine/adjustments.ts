import type { Adjustment, RunConfig } from '@contract'
import type { Learner } from '../physics'
import { applyChange } from './adjust'

/** The adjustments of a configuration by step; those of one step in their order there. */
export function inOrder({ adjustments }: RunConfig): Adjustment[] {
  return [...adjustments].sort((a, b) => a.step - b.step)
}

/**
 * Makes every adjustment on a learner that is then thrown away, so that a change that cannot be
 * made is refused before the first step and not in the middle of a run. Whether it can be made
 * does not depend on what was learned in between.
 * @throws PhysicsError, ProblemError
 */
export function rehearse(config: RunConfig, learner: Learner): void {
  for (const { change } of inOrder(config)) applyChange(learner, change)
}
