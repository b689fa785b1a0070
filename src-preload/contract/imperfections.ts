import { z } from 'zod'

/**
 * What real parts do, each switchable and drawn from the seed (ours in form, sized after the raw
 * data of Dillavou, Guzman et al., 2025). All off: the network is perfect.
 */
export const imperfectionsSchema = z.strictObject({
  /** Standard deviation between edges of the comparator's offset, V. */
  comparatorOffsetV: z.number().min(0).max(100).default(0),
  /** Standard deviation of each reading of a voltage drop, V. */
  readNoiseV: z.number().min(0).max(100).default(0),
  /** Source voltages are rounded to 2^bits - 1 equal steps of the full scale; null: exact. */
  driveBits: z.int().min(1).max(24).nullable().default(null),
  driveFullScaleV: z.number().gt(0).max(1000).default(5),
  /** Resistances are off by a factor uniform in 1 - tolerance .. 1 + tolerance. */
  tolerance: z.number().min(0).max(0.9).default(0),
  /** Edges that conduct nothing from the start. */
  deadEdges: z.int().min(0).max(100_000).default(0),
  /** Edges that conduct and never learn. */
  stuckEdges: z.int().min(0).max(100_000).default(0),
  /** Added to the contrast of every edge and example, V^2. */
  learningBiasV2: z.number().min(-100).max(100).default(0),
})

export type Imperfections = z.infer<typeof imperfectionsSchema>
