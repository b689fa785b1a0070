import { z } from 'zod'

const conductance = z.number().min(1e-12).max(1e12)

/**
 * How an edge changes. `eta` is the nudge: V_C = (1 - eta) V_F + eta V_D on the targets.
 */
export const ruleSchema = z.discriminatedUnion('kind', [
  /** dk = (alpha/eta) [(dV_F)^2 - (dV_C)^2], clipped; conductances in arbitrary units. */
  z.strictObject({
    kind: z.literal('ideal'),
    eta: z.number().min(1e-6).max(1).default(0.5),
    /** Learning rate, conductance units per V^2. */
    alpha: z.number().min(1e-9).max(100).default(0.003),
    minConductance: conductance.default(1e-6),
    maxConductance: conductance.default(1e6),
    /** Initial conductances are drawn uniformly from this range. */
    initial: z
      .strictObject({ low: conductance.default(0.5), high: conductance.default(1.5) })
      .default({ low: 0.5, high: 1.5 }),
  }),
  /** R moves by one step on a bounded grid of levels: up if |dV_C| > |dV_F|, else down. */
  z.strictObject({
    kind: z.literal('discrete'),
    eta: z.number().min(1e-6).max(1).default(0.5),
    /** Number of levels of the grid R_n = n R_max / levels, n = 1..levels. */
    levels: z.int().min(2).max(65_536).default(128),
    /** Levels moved per update. */
    levelStep: z.int().min(1).max(256).default(1),
    maxResistanceOhm: z.number().min(1).max(1e9).default(100_000),
    /** Every edge starts at this level; null stands for the middle of the grid. */
    startLevel: z.int().min(1).max(65_536).nullable().default(null),
  }),
])

export type RuleConfig = z.infer<typeof ruleSchema>
