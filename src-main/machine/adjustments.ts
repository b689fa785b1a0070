import type { Adjustment, RunConfig } from '@contract'
import type { Model } from './model'

/** The adjustments of a configuration by step; those of one step in their order there. */
export function inOrder({ adjustments }: RunConfig): Adjustment[] {
  return [...adjustments].sort((a, b) => a.step - b.step)
}

/**
 * Makes every adjustment on a model that is then thrown away, so that a change that cannot be
 * made is refused before the first step and not in the middle of a run. Whether it can be made
 * does not depend on what was learned in between, but where rounding decides (too-uneven): then the
 * run ends at the change.
 * @throws PhysicsError, ProblemError
 */
export function rehearse(config: RunConfig, model: Model): void {
  for (const { change } of inOrder(config)) model.change(change)
}
