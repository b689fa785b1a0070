import preset from '../../../resources/presets/allostery-penn16-discrete.json'
import { sweepPlanSchema, type SweepPlan } from '@contract'
import { armsAxis, bernoulli, forSteps, groups, type Arm } from './arms'

/** Expected updates per edge of every run. */
export const UPDATES = 600
const MAX_RESISTANCE_OHM = 100_000

/** Which part of a comparison a treatment is. */
export interface DiscreteArm extends Arm {
  /** Mean share of the edges that move on a step. */
  p: number
  part: 'mask' | 'finer' | 'anew' | 'turns'
}

/** Synchronous on a grid whose step is p times as large over the same range: a level more is p. */
function finer(p: number, levels: number): Arm {
  return {
    label: `finer grid, p = ${p}`,
    set: {
      'schedule.kind': 'synchronous',
      'rule.levels': 1 + Math.round((levels - 1) / p),
      'rule.minResistanceOhm': MAX_RESISTANCE_OHM / levels,
      'rule.startLevel': 1 + Math.round((Math.floor(levels / 2) - 1) / p),
    },
  }
}

/**
 * Treatments of one number of levels: synchronous first, then the masks, then for every p the
 * controls that move as little per step without independent edges.
 */
export function discreteArms(levels: number, probabilities: readonly number[]): DiscreteArm[] {
  const arm = (part: DiscreteArm['part'], p: number, of: Arm): DiscreteArm => ({
    ...forSteps(of, UPDATES / p),
    p,
    part,
  })
  const below = probabilities.filter((p) => p < 1)
  return [
    arm('mask', 1, bernoulli(1)),
    ...below.map((p) => arm('mask', p, bernoulli(p))),
    ...below.map((p) => arm('finer', p, finer(p, levels))),
    ...below.map((p) => arm('anew', p, groups(p, 'anew'))),
    ...below.map((p) => arm('turns', p, groups(p, 'fixed'))),
  ]
}

/** Two random targets on penn16; every step is evaluated, so that the best error is exact. */
export function discretePlan(
  levels: number,
  arms: readonly Arm[],
  seeds: { first: number; count: number },
): SweepPlan {
  return sweepPlanSchema.parse({
    name: `discrete: ${levels} levels`,
    base: {
      ...preset.config,
      name: `Two random targets, ${levels} levels`,
      rule: { kind: 'discrete', eta: 0.5, levels, maxResistanceOhm: MAX_RESISTANCE_OHM },
      evaluate: { every: 1 },
    },
    axes: [armsAxis(arms.map(({ label, set }) => ({ label, set })))],
    seeds,
    curvePoints: 24,
    marks: { steps: [UPDATES], updates: [] },
    watchCycle: true,
  })
}
