import { z } from 'zod'

const f64 = z.instanceof(Float64Array)

/** How far a board and the simulation of the same configuration and seed are apart. E edges, N nodes. */
export const twinSchema = z.strictObject({
  /** Step at which both were compared. */
  step: z.number(),
  /** Error of the step's batch in the twin, V^2. */
  loss: z.number(),
  /** E values: conductance of the board less that of the twin. */
  conductance: f64,
  /** E values: level of the board less that of the twin; null for a continuous rule. */
  levels: f64.nullable(),
  /** N values: free voltage of the board less that of the twin, V. */
  freeV: f64,
  /** Root mean square over edges of the differences in level (or in conductance, without levels). */
  rmsEdges: z.number(),
  /** Root mean square over nodes of the differences in free voltage, V. */
  rmsV: z.number(),
  /**
   * First step that was compared and at which a level (or a conductance, by more than 1e-6 of it)
   * differed; null: none yet.
   */
  apartSince: z.number().nullable(),
})

export type Twin = z.infer<typeof twinSchema>
