import { z } from 'zod'

/** Scale alpha by 1 over the mean update probability. Ideal rule only. */
const compensate = z.boolean().default(false)
const probability = z.number().gt(0).max(1)
/** Of each edge, on p or on the rate; left out: drawn with the variation. */
const factors = z.array(z.number().gt(0).max(1e9)).min(1).max(65_536).optional()

/** Which edges update on a step. The forms are ours; see the physics page of the docs. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  /** Every edge on every step. */
  z.strictObject({ kind: z.literal('synchronous') }),
  /** Each edge with probability p on each step, independently. */
  z.strictObject({
    kind: z.literal('bernoulli'),
    probability: probability.default(0.5),
    /** Scale alpha by 1/p, so that runs compare at equal expected change. Ideal rule only. */
    compensate: z.boolean().default(false),
  }),
  /** Each edge with its own p_e: given by factors, or drawn once with this coefficient of variation. */
  z.strictObject({
    kind: z.literal('rates'),
    probability: probability.default(0.5),
    variation: z.number().min(0).max(1).default(0.3),
    factors,
    compensate,
  }),
  /** A clock per edge that rings at random: one ring is one event and one step; exact. */
  z.strictObject({
    kind: z.literal('poisson'),
    /** Mean rings of an edge per second of simulated time. */
    rate: z.number().gt(0).max(1e9).default(1),
    /** Coefficient of variation of the rates between edges. */
    variation: z.number().min(0).max(1).default(0),
    factors,
    compensate,
  }),
  /** One edge per step, in a random order that is drawn anew for each pass. */
  z.strictObject({ kind: z.literal('sweep'), compensate }),
  /** The edges cut into blocks that update in turn, one block per step. */
  z.strictObject({
    kind: z.literal('block'),
    blocks: z.int().min(1).max(10_000).default(2),
    /**
     * consecutive: neighbours by number; fixed: a random division, drawn once; anew: for each step a
     * random group, whose mean size is that of a block.
     */
    members: z.enum(['consecutive', 'fixed', 'anew']).default('consecutive'),
    compensate,
  }),
])

export type ScheduleConfig = z.infer<typeof scheduleSchema>
