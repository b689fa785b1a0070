import { z } from 'zod'
import { adjustmentSchema } from './adjustment'
import { imperfectionsSchema } from './imperfections'
import { networkSchema } from './network'
import { recordingSchema } from './recording'
import { ruleSchema } from './rule'
import { scheduleSchema } from './schedule'
import { taskSchema } from './task'

/** Everything that a simulated run is a function of, plus its pace. */
export const runConfigSchema = z.strictObject({
  format: z.literal(1).default(1),
  name: z.string().max(120).default(''),
  machine: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('simulated') }),
      /** The board that is connected when the run is configured. */
      z.strictObject({
        kind: z.literal('board'),
        /** A frame every so many steps; null: as the line allows, which the board measures. */
        frameEvery: z.int().min(1).max(65_535).nullable().default(null),
      }),
    ])
    .default({ kind: 'simulated' }),
  network: networkSchema,
  task: taskSchema,
  rule: ruleSchema,
  schedule: scheduleSchema,
  batch: z
    .strictObject({
      /** Examples per step, 1..M. */
      size: z.int().min(1).max(100_000).default(1),
      /**
       * epoch: without replacement within an epoch; random: distinct examples anew for every step;
       * replacement: independent ones anew for every step, an example may come twice.
       */
      draw: z.enum(['epoch', 'random', 'replacement']).default('epoch'),
    })
    .default({ size: 1, draw: 'epoch' }),
  imperfections: imperfectionsSchema.prefault({}),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  /** The run ends after this many steps; null: when the user says so. */
  stop: z
    .strictObject({ steps: z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null) })
    .default({ steps: null }),
  /** Errors over all examples are evaluated every so many steps. */
  evaluate: z.strictObject({ every: z.int().min(1).default(100) }).default({ every: 100 }),
  /** Steps per second shown live; null: as fast as it goes. Has no part in the result. */
  pace: z
    .strictObject({ stepsPerSecond: z.number().min(0.1).max(1e9).nullable().default(null) })
    .default({ stepsPerSecond: null }),
  /** What is kept in the run store besides what every step can be computed from. No part in the result. */
  recording: recordingSchema.prefault({}),
  /** Changes made at given steps: recorded by hand, replayed on a re-run. */
  adjustments: z.array(adjustmentSchema).max(100_000).default([]),
})

export type RunConfig = z.infer<typeof runConfigSchema>
/** What a file or a preset may leave out. */
export type RunConfigInput = z.input<typeof runConfigSchema>
