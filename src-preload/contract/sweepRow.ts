import { z } from 'zod'
import { problemSchema } from './problem'

const numbers = z.array(z.number())

/** Errors on the way; columns of equal length, errors V^2 per output as in a run's record. */
export const sweepCurveSchema = z.strictObject({
  step: numbers,
  /** Expected updates per edge. */
  updates: numbers,
  trainError: numbers,
  /** null without a test set. */
  testError: numbers.nullable(),
  /**
   * Least error of all evaluations up to here: those of the curve, and those every
   * `evaluate.every` steps of the configuration.
   */
  bestTrainError: numbers,
  bestTestError: numbers.nullable(),
})

/** What a run came to at its end. */
export const sweepResultSchema = z.strictObject({
  steps: z.number(),
  /** Mean over edges of the expected number of updates. */
  updates: z.number(),
  /** bound: the stop rule's `mostSteps` came first. */
  endedBy: z.enum(['steps', 'updates', 'plateau', 'error', 'bound']),
  trainError: z.number(),
  testError: z.number().nullable(),
  /** 0..1; null without classes. */
  trainAccuracy: z.number().nullable(),
  testAccuracy: z.number().nullable(),
  bestTrainError: z.number(),
  /** The step of the least training error. */
  bestStep: z.number(),
  bestTestError: z.number().nullable(),
  /** Means over the evaluations of the last tenth of the steps: a jittering run has no last word. */
  lateTrainError: z.number(),
  lateTestError: z.number().nullable(),
  /**
   * null: not watched, or it cannot be, as steps draw at random. found: null where no state came
   * back. `from`: on the cycle at this step, and maybe before.
   */
  cycle: z
    .strictObject({ found: z.strictObject({ period: z.number(), from: z.number() }).nullable() })
    .nullable(),
  /** Hash of the trajectory: that of the same configuration run anywhere for so many steps. */
  hash: z.string(),
  curve: sweepCurveSchema,
  /** Of the steps after the end; null: the plan did not ask. */
  followed: z
    .strictObject({
      steps: z.number(),
      /** Mean over edges and origins of (k(t + lag) - k(t))^2. */
      lag: numbers,
      meanSquare: numbers,
      /** Sum over edges of the variance of a step's change, squared conductance units. */
      trace: z.number(),
      /** Sum over edges of the squared mean change. */
      drift: z.number(),
    })
    .nullable(),
  /** Spent learning. */
  seconds: z.number(),
  /** What the run complained of. */
  problems: z.array(problemSchema),
})

/** One run of a sweep. */
const run = {
  /** Hash of all that decides its result, 16 hexadecimal digits: configuration, stop, engine. */
  run: z.string(),
  /** Its number in the plan. */
  index: z.number(),
  /** Number of the value on each axis. */
  cell: z.array(z.number()),
  seed: z.number(),
}

export const sweepRowSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('finished'), ...run, result: sweepResultSchema }),
  /** It could not be done, and would fail again. */
  z.strictObject({ state: z.literal('failed'), ...run, problem: problemSchema }),
])

export type SweepCurve = z.infer<typeof sweepCurveSchema>
export type SweepResult = z.infer<typeof sweepResultSchema>
export type SweepRow = z.infer<typeof sweepRowSchema>
