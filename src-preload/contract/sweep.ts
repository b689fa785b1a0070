import { z } from 'zod'
import { runConfigSchema } from './config'

/** Runs of a plan at most: a list of them is held in memory. */
export const MOST_SWEEP_RUNS = 1_000_000
/** Values of one axis at most. */
export const MOST_AXIS_VALUES = 10_000

/** A field of the run configuration, as in `schedule.probability`. */
const path = z.string().min(1).max(200)
const label = z.string().max(200)

/** What is varied: every combination of the axes' values is a cell of the plan. */
export const sweepAxisSchema = z.discriminatedUnion('kind', [
  /** One field and its values. */
  z.strictObject({
    kind: z.literal('list'),
    path,
    values: z.array(z.json()).min(1).max(MOST_AXIS_VALUES),
  }),
  /** One field; both ends are values. Rounded to 6 digits, and whole where the field is. */
  z.strictObject({
    kind: z.literal('range'),
    path,
    from: z.number(),
    to: z.number(),
    count: z.int().min(2).max(MOST_AXIS_VALUES),
    spacing: z.enum(['linear', 'logarithmic']).default('linear'),
  }),
  /** Several fields that change together: each case sets its own. */
  z.strictObject({
    kind: z.literal('cases'),
    name: z.string().min(1).max(120),
    cases: z
      .array(z.strictObject({ label: label.min(1), set: z.record(path, z.json()) }))
      .min(1)
      .max(MOST_AXIS_VALUES),
  }),
])

const steps = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

/** When a run of a sweep ends. */
export const sweepStopSchema = z.discriminatedUnion('kind', [
  /** After so many steps; null: after `stop.steps` of its configuration, which may be an axis. */
  z.strictObject({ kind: z.literal('steps'), steps: steps.nullable().default(null) }),
  /** At the first step at which the mean expected updates per edge are that many, or at mostSteps. */
  z.strictObject({
    kind: z.literal('updates'),
    perEdge: z.number().gt(0).max(1e12),
    mostSteps: steps.default(1_000_000_000),
  }),
  /**
   * Where the mean error of a window of steps is not below that of the window before by more than
   * the tolerance (relative), or at mostSteps.
   */
  z.strictObject({
    kind: z.literal('plateau'),
    window: z.int().min(1).max(1e9).default(1000),
    tolerance: z.number().min(0).max(1).default(0.01),
    mostSteps: steps.default(1_000_000),
  }),
  /**
   * At the first evaluation (every `evaluate.every` steps of the configuration) whose training error
   * is below this, or at mostSteps; null: at `stop.steps` of its configuration, which may be an axis.
   */
  z.strictObject({
    kind: z.literal('error'),
    below: z.number().gt(0).max(1e12),
    mostSteps: steps.nullable().default(1_000_000),
  }),
])

/** A sweep: one JSON file that says every run of it. */
export const sweepPlanSchema = z.strictObject({
  format: z.literal('desynclab-sweep-1').default('desynclab-sweep-1'),
  name: z.string().max(120).default(''),
  note: z.string().max(4000).default(''),
  /** What every run has that no axis changes. Its seed is not used. */
  base: runConfigSchema,
  /** The first is the slowest. None: the same configuration with many seeds. */
  axes: z.array(sweepAxisSchema).max(12).default([]),
  /**
   * Every cell has the seeds first, first + 1, ...: the same seed draws the same task, initial state
   * and network in every cell where these are of the same size, so that cells compare in pairs.
   */
  seeds: z
    .strictObject({
      first: z.int().min(0).max(0xffff_ffff).default(1),
      count: z.int().min(1).max(100_000).default(1),
    })
    .default({ first: 1, count: 1 }),
  stop: sweepStopSchema.default({ kind: 'steps', steps: null }),
  /** Errors are evaluated exactly at so many steps at equal ratios, the last one included. */
  curvePoints: z.int().min(2).max(1000).default(32),
  /** Steps, and expected updates per edge, at which the curve has a point too. */
  marks: z
    .strictObject({
      steps: z.array(steps).max(100).default([]),
      updates: z.array(z.number().gt(0)).max(100).default([]),
    })
    .default({ steps: [], updates: [] }),
  /** Exact detection of cycles; a run takes several times as long until it is caught. */
  watchCycle: z.boolean().default(false),
  /**
   * After its end a run goes on for so many steps, on each of which the conductances are looked at;
   * null: it does not. The errors and the hash are those of the end.
   */
  follow: z
    .strictObject({ steps: z.int().min(2).max(100_000_000) })
    .nullable()
    .default(null),
})

export type SweepAxis = z.infer<typeof sweepAxisSchema>
export type SweepStop = z.infer<typeof sweepStopSchema>
export type SweepPlan = z.infer<typeof sweepPlanSchema>
export type SweepPlanInput = z.input<typeof sweepPlanSchema>
