import { z } from 'zod'
import { runConfigSchema } from './config'
import { problemSchema } from './problem'

/** `run.json`: enough to run again, and what came out. */
export const runFileSchema = z.strictObject({
  format: z.literal('desynclab-run-1'),
  run: z.string(),
  /** With every adjustment made while it ran. */
  config: runConfigSchema,
  startedAt: z.iso.datetime().nullable(),
  versions: z.strictObject({
    desynclab: z.string(),
    node: z.string(),
    electron: z.string().nullable(),
    platform: z.string(),
  }),
  result: z.strictObject({
    steps: z.number(),
    expectedUpdates: z.number(),
    runTimeMs: z.number(),
    trainError: z.number(),
    testError: z.number().nullable(),
    trainAccuracy: z.number().nullable(),
    testAccuracy: z.number().nullable(),
    /** Hash of the trajectory: equal for every run of this configuration on every machine. */
    hash: z.string(),
    dropped: z.number(),
  }),
  problems: z.array(problemSchema),
})

export type RunFile = z.infer<typeof runFileSchema>
