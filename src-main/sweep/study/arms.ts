import type { SweepAxis } from '@contract'

/** One treatment of a study: fields that it sets, and what figures call it. */
export interface Arm {
  label: string
  set: Extract<SweepAxis, { kind: 'cases' }>['cases'][number]['set']
}

/** All treatments as one axis of a plan. */
export const armsAxis = (arms: readonly Arm[]): SweepAxis => ({
  kind: 'cases',
  name: 'treatment',
  cases: [...arms],
})

/** Each edge with probability p; p = 1 is the synchronous schedule, whose cycles can be found. */
export const bernoulli = (p: number): Arm => ({
  label: `p = ${p}`,
  set:
    p === 1
      ? { 'schedule.kind': 'synchronous' }
      : { 'schedule.kind': 'bernoulli', 'schedule.probability': p },
})

/** So many groups of random edges: see `schedule.members`. */
export const groups = (p: number, members: 'fixed' | 'anew'): Arm => ({
  label: members === 'anew' ? `group anew, p = ${p}` : `groups in turn, p = ${p}`,
  set: {
    'schedule.kind': 'block',
    'schedule.blocks': Math.round(1 / p),
    'schedule.members': members,
  },
})

/** The same for a number of steps of its own. */
export const forSteps = ({ label, set }: Arm, steps: number): Arm => ({
  label,
  set: { ...set, 'stop.steps': Math.round(steps) },
})
