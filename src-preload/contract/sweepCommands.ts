import { z } from 'zod'
import { runConfigSchema } from './config'
import { problemSchema } from './problem'
import { sweepPlanSchema } from './sweep'
import { sweepFigureSchema } from './sweepFigure'
import { sweepMeasureSchema } from './sweepMeasure'
import { sweepEstimateSchema, sweepProgressSchema } from './sweepProgress'
import { sweepRowSchema } from './sweepRow'

const nothing = z.undefined()
const id = z.string().regex(/^[0-9a-f]{16}$/)

/**
 * waiting: another one is at work, then this one is; paused: its runs stay where they are; stopped:
 * nobody works on it and something is left; failed: results could not be written.
 */
export const sweepStateSchema = z.enum([
  'waiting',
  'running',
  'paused',
  'stopped',
  'finished',
  'failed',
])

/** A sweep of the laboratory, as it is now. */
export const sweepStatusSchema = z.strictObject({
  /** Identity of its plan. */
  id: z.string(),
  state: sweepStateSchema,
  progress: sweepProgressSchema,
  /** Why it failed, or what was found in its folder. */
  problem: problemSchema.nullable(),
  /** It was at work when the program ended, or went down: nobody has stopped it. */
  interrupted: z.boolean().default(false),
})

export const sweepEntrySchema = z.strictObject({
  ...sweepStatusSchema.shape,
  name: z.string(),
  folder: z.string(),
  createdAt: z.iso.datetime(),
  /** Runs of one seed. */
  cells: z.number(),
  seeds: z.number(),
  /** Names of the axes. */
  axes: z.array(z.string()),
})

/** Rows of a table for `sweepTable`. */
const tableWhat = z.enum(['runs', 'curves'])

/** Requests and replies of sweeps: they go on without a window. */
export const sweepCommands = {
  /** What a plan comes to; nothing is kept. */
  estimate: { request: z.strictObject({ plan: sweepPlanSchema }), reply: sweepEstimateSchema },
  /** Begins a sweep, or goes on with the one of the same plan. */
  start: { request: z.strictObject({ plan: sweepPlanSchema }), reply: sweepEntrySchema },
  /** Newest first. */
  list: {
    request: nothing,
    reply: z.strictObject({ directory: z.string(), entries: z.array(sweepEntrySchema) }),
  },
  pause: { request: z.strictObject({ id }), reply: sweepStatusSchema },
  /** A paused one, or one that was stopped, by whatever. */
  goOn: {
    request: z.strictObject({
      id,
      /** Runs that could not be done are tried again. */
      retryFailed: z.boolean().default(false),
    }),
    reply: sweepStatusSchema,
  },
  /** Gives up the runs under way; results stay. */
  stop: { request: z.strictObject({ id }), reply: sweepStatusSchema },
  read: {
    request: z.strictObject({ id }),
    reply: z.strictObject({ entry: sweepEntrySchema, plan: sweepPlanSchema }),
  },
  /** Results in the order in which they came, from a place on. */
  rows: {
    request: z.strictObject({
      id,
      /** 0, or `next` of the last reply. */
      from: z.int().min(0).default(0),
      most: z.int().min(1).max(5000).default(500),
    }),
    reply: z.strictObject({
      /** Of a run that comes twice the later row counts. */
      rows: z.array(sweepRowSchema),
      next: z.number(),
      /** There is more now. */
      more: z.boolean(),
    }),
  },
  /** What the results show so far, over chosen axes; runs are named by their number in the plan. */
  figures: {
    request: z.strictObject({
      id,
      measure: sweepMeasureSchema.default('train'),
      /** Axis along the horizontal; its number in the plan. */
      along: z.int().min(0).default(0),
      /** Axis whose values are told apart; null: the rest is pooled. */
      by: z.int().min(0).nullable().default(null),
      /** Place of `along` that the others are held against; null: the last. */
      reference: z.int().min(0).nullable().default(null),
    }),
    reply: z.strictObject({ figures: z.array(sweepFigureSchema) }),
  },
  /** Runs that could not be done, at most a hundred of them, in the order of the plan. */
  failures: {
    request: z.strictObject({ id }),
    reply: z.strictObject({
      failures: z.array(
        z.strictObject({
          index: z.number(),
          /** Its place on the axes, in words. */
          cell: z.string(),
          seed: z.number(),
          problem: problemSchema,
        }),
      ),
    }),
  },
  /** The configuration of one run, with its end, to be run or opened by itself. */
  run: {
    request: z.strictObject({ id, index: z.int().min(0) }),
    reply: z.strictObject({ config: runConfigSchema }),
  },
  /** The results as a file's content. */
  table: {
    request: z.strictObject({
      id,
      what: tableWhat.default('runs'),
      form: z.enum(['csv', 'parquet', 'json']),
    }),
    reply: z.strictObject({ content: z.union([z.string(), z.instanceof(Uint8Array)]) }),
  },
  /** Takes it out of the list; its folder is moved aside, not deleted. */
  trash: { request: z.strictObject({ id }), reply: z.strictObject({ movedTo: z.string() }) },
} as const

export type SweepState = z.infer<typeof sweepStateSchema>
export type SweepStatus = z.infer<typeof sweepStatusSchema>
export type SweepEntry = z.infer<typeof sweepEntrySchema>
