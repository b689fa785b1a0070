import { z } from 'zod'
import { boardDeviceSchema, gapSchema } from './board'
import { runConfigSchema } from './config'
import { problemSchema } from './problem'
import { twinSchema } from './twin'

/** `run.json`: enough to run again, and what came out. */
export const runFileSchema = z.strictObject({
  format: z.literal('desynclab-run-1'),
  run: z.string(),
  /** With every adjustment made while it ran. */
  config: runConfigSchema,
  startedAt: z.iso.datetime().nullable(),
  /** Of the newest step. */
  endedAt: z.iso.datetime().nullable().optional(),
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
  /** The hash of the trajectory on the way, so that a re-run that diverges can say where. */
  trail: z.array(z.strictObject({ step: z.number(), hash: z.string() })).optional(),
  /** Hash of the network's nodes, edges and roles, SHA-256. */
  topology: z.string().optional(),
  /** Of a board run: who learned, what was not seen, and how far its twin was at the end. */
  board: z
    .strictObject({
      device: boardDeviceSchema,
      framesReceived: z.number(),
      framesMissed: z.number(),
      /** The intervals between frames that the board said, with the step from which each held. */
      frameEvery: z.array(z.strictObject({ sinceStep: z.number(), steps: z.number() })),
      gaps: z.array(gapSchema),
      /** The last comparison with the simulation beside it; left out: there was none. */
      twin: twinSchema
        .pick({ step: true, loss: true, rmsEdges: true, rmsV: true, apartSince: true })
        .optional(),
    })
    .optional(),
})

export type RunFile = z.infer<typeof runFileSchema>
