import { z } from 'zod'
import { problemSchema } from './problem'

/** How far a sweep is. */
export const sweepProgressSchema = z.strictObject({
  /** Runs of the plan, or of the shard that is done here. */
  total: z.number(),
  finished: z.number(),
  /** Could not be done. */
  failed: z.number(),
  /** Done since it was started here, per second of work. */
  runsPerSecond: z.number(),
  stepsPerSecond: z.number(),
  workedSeconds: z.number(),
  /** About; null before the first run is done. */
  leftSeconds: z.number().nullable(),
})

export type SweepProgress = z.infer<typeof sweepProgressSchema>

/** How long a plan takes, from a try of some of its cells. */
export const sweepEstimateSchema = z.strictObject({
  runs: z.number(),
  cells: z.number(),
  /** Runs at a time. */
  lanes: z.number(),
  /** null: no run that was tried can be done. */
  seconds: z.number().nullable(),
  /** A plateau, or an error that is reached, may end runs earlier. */
  atMost: z.boolean(),
  fewestSteps: z.number().nullable(),
  mostSteps: z.number().nullable(),
  /** Cells, by the numbers of their values, whose runs cannot be done. */
  problems: z.array(z.strictObject({ cell: z.array(z.number()), problem: problemSchema })),
})

export type SweepEstimate = z.infer<typeof sweepEstimateSchema>
