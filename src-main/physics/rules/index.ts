import { DiscreteRule, type DiscreteSpec } from './discrete'
import { IdealRule, type IdealSpec } from './ideal'
import type { Rule } from './rule'

export { DiscreteRule, IdealRule }
export type { Rule }
export type RuleSpec = IdealSpec | DiscreteSpec

/** Initial conductances of `edges` edges, and how they change. */
export function makeRule(spec: RuleSpec, edges: number, seed: number): Rule {
  switch (spec.kind) {
    case 'ideal':
      return new IdealRule(spec, edges, seed)
    case 'discrete':
      return new DiscreteRule(spec, edges)
  }
}
