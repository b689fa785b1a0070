import { sweepPlanSchema, type SweepPlan } from '@contract'
import preset from '../../../resources/presets/regression-penn16.json'
import { median } from '../statistics'
import { armsAxis, bernoulli, type Arm } from './arms'
import type { Noise } from './matching'
import { Runs } from './rows'
import type { Lab } from './study'

const FIRST_SEED = 400_001
export const EXAMPLES = 20
export const STEPS = 4000
/** Of penn16. */
const EDGES = 16
export const FOLLOWED = 4096
const PROBABILITIES = [1, 0.5, 0.25, 0.1]
export const BATCHES = [19, 15, 10, 5, 2, 1]
/** Lags that displacements are compared at, steps: the doublings that the engine counts. */
export const LAGS = [16, 64]

/** A noisy regression, which no network can do exactly: single examples never agree at the end. */
const task = { kind: 'regression', trainExamples: EXAMPLES, noiseV: 0.1 }
const rules = {
  ideal: { kind: 'ideal', eta: 0.5, alpha: 0.01 },
  // Fine enough that p = 0.1, which moves ten levels at once, still sees a grid of 102.
  discrete: { kind: 'discrete', eta: 0.5, levels: 1024 },
} as const
type RuleName = keyof typeof rules

/** The same mean drift at every p: alpha, or the level step, over p. */
function mask(rule: RuleName, p: number): Arm {
  const { label, set } = bernoulli(p)
  if (p === 1) return { label, set }
  const drift =
    rule === 'ideal' ? { 'schedule.compensate': true } : { 'rule.levelStep': Math.round(1 / p) }
  return { label, set: { ...set, ...drift } }
}

const batch = (b: number): Arm => ({
  label: `b = ${b}`,
  set: { 'schedule.kind': 'synchronous', 'batch.size': b },
})

/** Masks first, the reference before all: synchronous with all examples. */
const armsOf = (rule: RuleName): Arm[] => [
  ...PROBABILITIES.map((p) => mask(rule, p)),
  ...BATCHES.map(batch),
]

function planOf(rule: RuleName, count: number): SweepPlan {
  return sweepPlanSchema.parse({
    name: `mini-batch: ${rule} rule`,
    base: {
      ...preset.config,
      name: `Noisy regression, ${rule} rule`,
      task,
      rule: rules[rule],
      batch: { size: EXAMPLES, draw: 'random' },
      stop: { steps: STEPS },
      evaluate: { every: 10 },
    },
    axes: [armsAxis(armsOf(rule))],
    seeds: { first: FIRST_SEED, count },
    curvePoints: 24,
    follow: { steps: FOLLOWED },
  })
}

export async function measureNoise(rule: RuleName, seeds: number, lab: Lab) {
  const arms = armsOf(rule)
  const plan = planOf(rule, seeds)
  const runs = new Runs(plan, await lab.runs(plan), arms.length)
  const noises = arms.map(({ label }, arm): Noise => {
    const beyond = (of: (followed: NonNullable<Followed>) => number): number[] => {
      const at = (n: number) =>
        runs.values(n, ({ followed }) => (followed === null ? NaN : of(followed)))
      const reference = at(0)
      return at(arm).map((value, i) => value - reference[i])
    }
    const displacements = LAGS.map((lag) => beyond((f) => wander(f, lag)))
    const errors = runs.values(arm, ({ lateTrainError }) => lateTrainError)
    return {
      label,
      kind: arm === 0 ? 'none' : arm < PROBABILITIES.length ? 'mask' : 'batch',
      value: arm < PROBABILITIES.length ? PROBABILITIES[arm] : BATCHES[arm - PROBABILITIES.length],
      error: median(errors),
      errors,
      runs: runs.names(arm),
      trace: median(beyond((f) => f.trace)),
      displacement: displacements.map(median),
      displacements,
    }
  })
  return { rule, runs, arms, noises }
}
/** Displacement beyond the run's own steady drift, whose square is lag^2 |mean change|^2 / E. */
const wander = ({ lag, meanSquare, drift }: NonNullable<Followed>, steps: number): number =>
  meanSquare[lag.indexOf(steps)] - (steps * steps * drift) / EDGES

type Followed = Finished['result']['followed']
type Finished = Runs['arms'][number][number]
export type MiniBatch = Awaited<ReturnType<typeof measureNoise>>
