import { z } from 'zod'

const volt = z.number().min(-1000).max(1000)

/** What the network is to learn: pairs of input voltages and desired output voltages. */
export const taskSchema = z.discriminatedUnion('kind', [
  /** One example: fixed source voltages, desired voltages on the targets. */
  z.strictObject({
    kind: z.literal('allostery'),
    sourceVoltagesV: z.array(volt).min(1).max(64).default([5]),
    targets: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('given'), voltagesV: z.array(volt).min(1).max(64) }),
      /** Drawn uniformly from the seed. */
      z.strictObject({
        kind: z.literal('random'),
        count: z.int().min(1).max(64).default(2),
        lowV: volt.default(1),
        highV: volt.default(4),
      }),
    ]),
  }),
  /** V_D = A V_in with inputs drawn uniformly from [lowV, highV]. */
  z.strictObject({
    kind: z.literal('regression'),
    /** Rows: outputs; columns: inputs; dimensionless, non-negative, row sums below 1. */
    matrix: z
      .array(z.array(z.number().min(0).max(1)).min(1).max(64))
      .min(1)
      .max(64)
      .default([
        [0.2, 0.3],
        [0.1, 0.5],
      ]),
    trainExamples: z.int().min(1).max(10_000).default(20),
    testExamples: z.int().min(0).max(10_000).default(100),
    lowV: volt.default(0),
    highV: volt.default(5),
    /** Standard deviation of Gaussian noise on the desired outputs. */
    noiseV: z.number().min(0).max(100).default(0),
  }),
  /** Fisher's Iris data: 4 features in, one target per class; the class is the nearest target. */
  z.strictObject({
    kind: z.literal('iris'),
    /** Training flowers, one third of each class; the others of the 150 are the test set. */
    trainFlowers: z.int().min(3).max(147).multipleOf(3).default(30),
    /** Each feature is scaled from its range over the training flowers to [lowV, highV]. */
    lowV: volt.default(0),
    highV: volt.default(5),
  }),
])

export type TaskConfig = z.infer<typeof taskSchema>
