import { ProblemError, type RuleConfig, type RunConfig } from '@contract'

/** A configuration of a network of resistors. */
export type ResistorConfig = Omit<RunConfig, 'rule'> & {
  rule: Exclude<RuleConfig, { kind: 'xy' }>
}

const isOfResistors = (config: RunConfig): config is RunConfig & ResistorConfig =>
  config.rule.kind !== 'xy'

/** @throws ProblemError where the nodes are spins */
export function ofResistors(config: RunConfig): ResistorConfig {
  if (isOfResistors(config)) return config
  throw new ProblemError({
    id: 'spins-are-no-resistors',
    severity: 'error',
    message: 'The rule xy is of spins, and this needs a network of resistors.',
    where: 'rule.kind',
    tip: 'Set rule.kind to ideal or discrete, or let the simulation learn.',
  })
}
