import { discreteArms, discretePlan, UPDATES, type DiscreteArm } from './discreteArms'
import { bestWithin, Runs } from './rows'
import type { Lab } from './study'

const FIRST_SEED = 300_001
export const PROBABILITIES: readonly number[] = [1, 0.5, 0.25, 0.1]

/** Measured at one number of levels; by treatment, then by seed. */
export interface Measured {
  levels: number
  arms: DiscreteArm[]
  runs: Runs
  /** Mean error at the end. */
  late: number[][]
  /** Best error within equal steps, and within equal expected updates per edge. */
  bestSteps: number[][]
  bestUpdates: number[][]
}

export async function measure(
  levels: number,
  arms: DiscreteArm[],
  tasks: number,
  lab: Lab,
): Promise<Measured> {
  const plan = discretePlan(levels, arms, { first: FIRST_SEED, count: tasks })
  const runs = new Runs(plan, await lab.runs(plan), arms.length)
  const each = (of: Parameters<Runs['values']>[1]) => arms.map((_, arm) => runs.values(arm, of))
  return {
    levels,
    arms,
    runs,
    late: each(({ lateTrainError }) => lateTrainError),
    bestSteps: each((result) => bestWithin(result, 'step', UPDATES)),
    bestUpdates: each(({ bestTrainError }) => bestTrainError),
  }
}

/** Number of the treatment. */
export const armOf = ({ arms }: Pick<Measured, 'arms'>, part: DiscreteArm['part'], p: number) =>
  arms.findIndex((arm) => arm.part === part && arm.p === p)

/** What the machine can do of the treatments. */
export async function possible(
  levels: number,
  probabilities: readonly number[],
  lab: Lab,
): Promise<{ arms: DiscreteArm[]; gaps: string[] }> {
  const all = discreteArms(levels, probabilities)
  const refusals = await lab.refusals(discretePlan(levels, all, { first: FIRST_SEED, count: 1 }))
  return {
    arms: all.filter((_, arm) => refusals[arm] === null),
    gaps: all.flatMap(({ label }, arm) => {
      const why = refusals[arm]
      return why === null ? [] : [`Without the treatment “${label}”: ${why}`]
    }),
  }
}
