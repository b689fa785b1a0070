import { z } from 'zod'
import { twinSchema } from './twin'

const f64 = z.instanceof(Float64Array)
const u32 = z.instanceof(Uint32Array)
const u8 = z.instanceof(Uint8Array)

/**
 * Scalar series of a run. batch: error of the batch of each step; twin: the same in the simulation
 * beside a board; the rest: at evaluations.
 */
export const seriesNameSchema = z.enum([
  'batch',
  'train',
  'test',
  'trainAccuracy',
  'testAccuracy',
  'twin',
])

/** Error of one output over the training examples, at evaluations; outputs count from 0. */
const outputSeriesSchema = z.custom<`output:${number}`>(
  (name) => typeof name === 'string' && /^output:\d{1,4}$/.test(name),
  'a series of an output is called output: and its number',
)

/** Every series whose history can be asked for. */
export const historySeriesSchema = z.union([seriesNameSchema, outputSeriesSchema])

/** What a series did between two steps: keeps spikes, merges exactly. Errors in V^2. */
export const bucketSchema = z.strictObject({
  firstStep: z.number(),
  lastStep: z.number(),
  /** Number of values folded in. */
  count: z.number(),
  min: z.number(),
  max: z.number(),
  first: z.number(),
  last: z.number(),
  mean: z.number(),
})

/** Errors over all examples at one step. M training examples, O outputs, C classes. */
export const evaluationSchema = z.strictObject({
  step: z.number(),
  /** Mean over examples and outputs of (V_D - V_F)^2, V^2. */
  trainError: z.number(),
  /** null without test examples. */
  testError: z.number().nullable(),
  /** 0..1; null when the task is no classification. */
  trainAccuracy: z.number().nullable(),
  testAccuracy: z.number().nullable(),
  /** M x O free-state output voltages of the training examples, V. */
  outputs: f64,
  /** M x O desired voltages, V. */
  targets: f64,
  /** C x C counts over the test flowers (or the training set if there is no test set): row true class, column answer. */
  confusion: u32.nullable(),
})

export const frameSchema = z.strictObject({
  run: z.string(),
  /** Counts frames of this run from 0; the renderer acknowledges it. */
  sequence: z.number(),
  step: z.number(),
  /** Mean over edges of the expected number of updates so far. */
  expectedUpdates: z.number(),
  /** Time the machine has spent learning, ms. */
  runTimeMs: z.number(),
  /** Epoch time at which the engine finished the newest step of the frame, ms with fraction. */
  sentAtMs: z.number(),
  stepsPerSecond: z.number(),
  buckets: z.partialRecord(seriesNameSchema, bucketSchema),
  /** The newest steps, oldest first: bit e % 32 of word e >> 5 is set if edge e updated. */
  raster: z.strictObject({
    firstStep: z.number(),
    steps: z.number(),
    /** 32-bit words per step. */
    words: z.number(),
    masks: u32,
    /** The step of each row where a machine does not hand over every step; else one after another. */
    at: f64.optional(),
    /** Simulated time after the step of each row, s; for schedules in continuous time only. */
    timeS: f64.optional(),
  }),
  timing: z.strictObject({
    /** Intervals hold for the steps after this one (a change of schedule starts them anew). */
    sinceStep: z.number(),
    /**
     * Only every so many steps is seen, at least: updates are counted in those alone, and intervals
     * are not known (all counts 0). Left out: every step is seen.
     */
    seenEvery: z.number().optional(),
    /** E values: expected updates per step now; 0 for an edge that is cut, frozen or stuck. */
    updateProbability: f64,
    /** E values: updates since step 0. */
    updates: f64,
    /** E values: step of the last update, 0 for never. */
    lastUpdate: f64,
    /** counts[n] intervals of n steps between two updates of one edge, pooled; the last: that or longer. */
    intervals: u32,
    /** The same in simulated time; for schedules in continuous time only. */
    time: z
      .strictObject({
        /** Time of the newest event, s. */
        elapsedS: z.number(),
        /** counts[n] intervals between n and n + 1 times binS, pooled; the last: or longer. */
        binS: z.number(),
        intervals: u32,
      })
      .optional(),
    /** Of the one edge that is watched: its own intervals since it is. */
    edge: z
      .strictObject({
        edge: z.number(),
        sinceStep: z.number(),
        intervals: u32,
        /** In simulated time, in bins as wide as those of `time`. */
        timeIntervals: u32.optional(),
      })
      .optional(),
  }),
  state: z.strictObject({
    /** E values. */
    conductance: f64,
    /** E values: 0 learns, 1 cut, 2 frozen, 3 stuck. */
    edgeState: u8,
    /** The example whose voltages these are. */
    example: z.number(),
    /** N values, V. */
    freeV: f64,
    clampedV: f64,
    /** Where nodes are spins: freeV and clampedV are then phases, rad, the latter nudged. */
    spins: z
      .strictObject({
        /** N lengths and directions of the biases, rad; 0 where an input holds the spin. */
        biasStrength: f64,
        biasPhase: f64,
        /** Largest torque that a free state of the newest step was left with. */
        residual: z.number(),
      })
      .optional(),
  }),
  evaluation: evaluationSchema.nullable(),
  twin: twinSchema.optional(),
  counters: z.strictObject({
    /** Frames folded into a later one because the window was busy. */
    merged: z.number(),
    /** Measurements that are in no frame and no record: 0 unless something broke. */
    dropped: z.number(),
    /** Share of the last second in which the run waited for its record to be written, 0 to 1. */
    recordWait: z.number().optional(),
  }),
})

export type SeriesName = z.infer<typeof seriesNameSchema>
export type HistorySeries = z.infer<typeof historySeriesSchema>
export type Bucket = z.infer<typeof bucketSchema>
export type Evaluation = z.infer<typeof evaluationSchema>
export type Frame = z.infer<typeof frameSchema>
