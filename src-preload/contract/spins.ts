import { z } from 'zod'

const f64 = z.instanceof(Float64Array)

/** What spins tell of themselves beside the frame: of one example, and of all couplings. */
export const spinReadingsSchema = z.strictObject({
  /** The example of the energies, the cost, the torque and the sweeps. */
  example: z.number(),
  /** Of the free and the nudged state, without the nudge's own part; in units of a coupling. */
  freeEnergy: z.number(),
  nudgedEnergy: z.number(),
  /** Sum over outputs of (1 - cos(phi - tau)) / 2 in the free state. */
  cost: z.number(),
  /** Largest torque left in the free state. */
  torque: z.number(),
  /** Sweeps until the free state rested, and until both nudged states did. */
  freeSweeps: z.number(),
  nudgedSweeps: z.number(),
  /** Root mean square over couplings, and over the lengths of the biases of free spins. */
  couplingNorm: z.number(),
  biasNorm: z.number(),
})

/** How spins answer to small pushes, means over examples, random starts, outputs and inputs. N spins. */
export const responsesSchema = z.strictObject({
  /** |ds / db| for a field b on an output, across its phase. */
  nudge: f64,
  /** |ds / da| for an input turned by a, 1/rad. */
  input: f64,
  /** Root of their product; 0 where an input holds the spin. */
  both: f64,
  /** How many of each the means are over. */
  examples: z.number(),
  starts: z.number(),
})

/** A moment of the training of spins. N spins, E bonds. */
export const spinsSchema = z.strictObject({
  run: z.string(),
  /** Of the moment; not always the one that was asked for: moments are kept every so many steps. */
  step: z.number(),
  readings: spinReadingsSchema,
  responses: responsesSchema,
  /** Phases of the example at rest, rad. */
  freePhase: f64,
  nudgedPhase: f64,
  biasStrength: f64,
  biasPhase: f64,
  /** E values. */
  coupling: f64,
})

/** The moments that are kept of a training, thinned evenly as it grows. R rows. */
export const spinHistorySchema = z.strictObject({
  run: z.string(),
  step: f64,
  /** R values: mean answer of the outputs to a turned input, 1/rad; NaN: not computed yet. */
  answer: f64,
  /** R values: affected spins as a part of those that are free; NaN: not computed yet. */
  affected: f64,
})

/** The default of both: ours, as the measure itself. */
const part = z.number().gt(0).lt(1).default(0.1)
const example = z.int().min(0).nullable().default(null)

export const spinCommands = {
  spins: {
    request: z.strictObject({
      /** The moment nearest to it that is kept; null: now. */
      step: z.number().min(0).nullable(),
      /** Of the training examples; null: the newest. */
      example,
    }),
    reply: spinsSchema,
  },
  spinHistory: {
    request: z.strictObject({
      /** A spin is affected where the root of both responses is above this part of the largest. */
      part,
    }),
    reply: spinHistorySchema,
  },
} as const

export type SpinReadings = z.infer<typeof spinReadingsSchema>
export type SpinResponses = z.infer<typeof responsesSchema>
export type SpinsReply = z.infer<typeof spinsSchema>
export type SpinHistoryReply = z.infer<typeof spinHistorySchema>
