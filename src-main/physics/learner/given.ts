import { PhysicsError } from '../error'
import type { Network } from '../network'
import { levelRange, type RuleSpec } from '../rules'

/** @throws PhysicsError when a conductance that the network brings lies outside the rule's range. */
export function checkGiven({ conductance, names, a, b }: Network, rule: RuleSpec): void {
  if (conductance === undefined) return
  const { low, high } =
    rule.kind === 'ideal'
      ? { low: rule.minConductance, high: rule.maxConductance }
      : levelRange(rule)
  // A rounding of 1e-9 takes nothing out of a range that a file states with a few digits.
  const out = conductance.findIndex((k) => !(k >= low * (1 - 1e-9) && k <= high * (1 + 1e-9)))
  if (out < 0) return
  throw new PhysicsError(
    'conductance-outside-rule',
    `Edge ${names[a[out]]}-${names[b[out]]} starts at the conductance ${conductance[out]}, and the rule goes from ${low} to ${high}.`,
    'Widen the range of the rule, or scale the conductances of the network.',
    `network.conductances.${out}`,
  )
}
