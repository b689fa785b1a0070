import type { RunConfig } from './config'
import type { MachineDescription } from './description'
import type { SweepPlan } from './sweep'
import { axisValues } from './sweepAxis'

export type Model = MachineDescription['model']

const ofKind = (kind: unknown): Model => (kind === 'xy' ? 'xy' : undefined)

/** What a configuration makes, as the description of its machine will say. */
export const modelOf = ({ rule }: Pick<RunConfig, 'rule'>): Model => ofKind(rule.kind)

/** What the runs of a plan are of: resistors, spins, or both where an axis chooses the rule. */
export function modelsOf({ base, axes }: Pick<SweepPlan, 'base' | 'axes'>): ReadonlySet<Model> {
  let models = new Set([modelOf(base)])
  // Axes are set one after the other: a later one has the last word.
  for (const axis of axes)
    models = new Set(
      axisValues(axis).flatMap(({ set }) =>
        'rule.kind' in set ? [ofKind(set['rule.kind'])] : [...models],
      ),
    )
  return models
}
