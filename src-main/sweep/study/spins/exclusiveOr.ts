import type { SweepPlanInput } from '@contract'

type Base = SweepPlanInput['base']

/**
 * A run has learned the exclusive or at the first evaluation whose mean error over the four patterns
 * and their fresh random starts is below this: no pattern's mean is then above 0.04, and of 80 starts
 * none ended at a wrong answer, which alone would add 1/80.
 */
export const LEARNED_BELOW = 0.01
const STARTS = 20
/** Steps of the synchronous schedule between two evaluations; what is told of steps is as coarse. */
export const LOOK_EVERY = 25

/** Exclusive or with the recipe of docs/xy.md: the defaults of the rule, all four patterns on a step. */
export const exclusiveOr = (name: string, network: Base['network']): Base => ({
  name,
  network,
  task: { kind: 'xor' },
  rule: { kind: 'xy', evaluateStarts: STARTS },
  schedule: { kind: 'synchronous' },
  batch: { size: 4 },
  evaluate: { every: LOOK_EVERY },
})

/** What every study of the exclusive or says of how it was measured. */
export const howLearned = [
  `A run has learned at its first evaluation with a mean error below ${LEARNED_BELOW}, over the four patterns with ${STARTS} fresh random starts each (the error is the distance cost, from 0 to 1): no pattern is then above 0.04, and no start ends at a wrong answer. It ends there.`,
  'A run that has not learned when it is given up counts with all of its steps, which makes differences smaller than they are.',
]

/** What is whose in all studies of spins. */
export const afterWhom =
  'After Wang, Wanjura and Marquardt: the energy, the log cost and equilibrium propagation (arXiv:2402.08579), and the question what the architecture does to training (arXiv:2601.21945, of which only the abstract was at hand). Ours: every network, size, placement and number here, the relaxation, the nudge, the vector biases, the optimiser and what counts as learned.'
