import { sweepPlanSchema, type SweepPlan, type SweepPlanInput } from '@contract'

/** Runs of a few milliseconds on the laboratory network. */
export const basePlan = {
  base: {
    network: { kind: 'penn16', roles: { kind: 'random' } },
    task: { kind: 'regression' },
    rule: { kind: 'ideal' },
    schedule: { kind: 'bernoulli' },
  },
  stop: { kind: 'steps', steps: 300 },
} satisfies SweepPlanInput

/** Two probabilities and three seeds. */
export const smallPlan = (changes: Partial<SweepPlanInput> = {}): SweepPlan =>
  sweepPlanSchema.parse({
    ...basePlan,
    axes: [{ kind: 'list', path: 'schedule.probability', values: [0.25, 1] }],
    seeds: { count: 3 },
    ...changes,
  })
