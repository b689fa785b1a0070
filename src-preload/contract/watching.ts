import { z } from 'zod'
import { spinReadingsSchema } from './spins'

const f64 = z.custom<Float64Array>((value) => value instanceof Float64Array)
const nothing = z.undefined()

/** Most steps of the raster in a frame. */
export const MOST_RASTER_STEPS = 2000

/** A frame's raster takes 64 KB at most where more steps than usual are asked for: 4 MB/s. */
const MOST_RASTER_WORDS = 16_384
const USUAL_RASTER_STEPS = 240

/** Steps that a frame's raster can have of so many edges. */
export function mostRasterSteps(edges: number): number {
  const fit = Math.floor(MOST_RASTER_WORDS / Math.max(1, Math.ceil(edges / 32)))
  return Math.min(MOST_RASTER_STEPS, Math.max(USUAL_RASTER_STEPS, fit))
}

/** What a window looks at besides what every frame brings; it takes the place of what was before. */
export const watchingSchema = z.strictObject({
  /** Steps of the raster in a frame; fewer come where the edges are many. */
  rasterSteps: z.int().min(1).max(MOST_RASTER_STEPS).default(USUAL_RASTER_STEPS),
  /** Intervals of this edge come in each frame, counted from now on; null: of none. */
  edge: z.int().min(0).nullable().default(null),
  /** Displacement and noise of the conductances are followed on every step, from now on. */
  conductances: z.boolean().default(false),
  /** Of spins: the training example whose phases come in each frame; null: the newest. */
  example: z.int().min(0).nullable().default(null),
})

/** Physics beyond the frame. E edges, L lags. */
export const observablesSchema = z.strictObject({
  run: z.string(),
  step: z.number(),
  /** Dissipated in both states of the newest example: W where conductances are in S; null of spins. */
  freePower: z.number().nullable(),
  clampedPower: z.number().nullable(),
  /** 1-norm condition number of the reduced Laplacian, Infinity where it is singular; null: not known. */
  condition: z.number().nullable(),
  /** Of the changes of a step, over the steps since they are followed; null: not followed. */
  noise: z
    .strictObject({
      steps: z.number(),
      /** Sum over edges of the variance of a step's change, squared conductance units. */
      trace: z.number(),
      /** Sum over edges of the squared mean change, squared conductance units. */
      drift: z.number(),
    })
    .nullable(),
  /** Mean over edges and origins of (k(t + lag) - k(t))^2; null: not followed. */
  displacement: z.strictObject({ lag: f64, meanSquare: f64, origins: f64 }).nullable(),
  /** Where nodes are spins. */
  spins: spinReadingsSchema.optional(),
})

/** Conductances of the edges along the run, thinned evenly as it grows. R rows, K edges. */
export const edgeHistorySchema = z.strictObject({
  run: z.string(),
  /** R steps, ascending; the last is the newest that was kept. */
  step: f64,
  /** K numbers of edges: all, or as many at equal distances as are kept of a large network. */
  edges: z.instanceof(Uint32Array),
  /** R x K, row by row. */
  conductance: z.instanceof(Float32Array),
})

/** Edges by their numbers, and what happens to each. */
export const edgeChangesSchema = z
  .array(
    z.strictObject({ edge: z.int().min(0), action: z.enum(['cut', 'freeze', 'restore', 'stick']) }),
  )
  .min(1)
  .max(100_000)

/** Requests and replies of looking closer, and of damage to many edges as one. */
export const watchingCommands = {
  watch: { request: watchingSchema, reply: nothing },
  observables: { request: nothing, reply: observablesSchema },
  edgeHistory: {
    /** At most so many rows that touch a stretch of steps; by default of the whole run. */
    request: z.strictObject({
      rows: z.int().min(2).max(4096),
      fromStep: z.int().min(0).default(0),
      /** null: to the newest. */
      toStep: z.int().min(0).nullable().default(null),
    }),
    reply: edgeHistorySchema,
  },
  /** All after the same step, each recorded; the reply names the edges that were changed. */
  changeEdges: {
    request: z.strictObject({
      changes: edgeChangesSchema,
      /**
       * Only the first so many that the network can bear. Left out: all of them, or, where one is
       * refused, none.
       */
      most: z.int().min(1).optional(),
    }),
    reply: z.array(z.number()),
  },
} as const

export type Watching = z.infer<typeof watchingSchema>
export type EdgeChanges = z.infer<typeof edgeChangesSchema>
export type ObservablesReply = z.infer<typeof observablesSchema>
export type EdgeHistoryReply = z.infer<typeof edgeHistorySchema>
