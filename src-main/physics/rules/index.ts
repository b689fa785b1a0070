import { DiscreteRule, type DiscreteSpec } from './discrete'
import { IdealRule, type IdealSpec } from './ideal'
import type { EdgeParts, Rule } from './rule'

export { decayAt, type DecaySpec } from './decay'
export { levelRange } from './levels'
export { DiscreteRule, IdealRule }
export type { EdgeParts, Rule }
export type RuleSpec = IdealSpec | DiscreteSpec

/** Initial conductances of `edges` edges, and how they change. */
export function makeRule(spec: RuleSpec, edges: number, seed: number, parts: EdgeParts = {}): Rule {
  switch (spec.kind) {
    case 'ideal':
      return new IdealRule(spec, edges, seed, parts)
    case 'discrete':
      return new DiscreteRule(spec, edges, parts)
  }
}
