import { z } from 'zod'
import { imagesTaskSchema } from './pictures'

const volt = z.number().min(-1000).max(1000)

const column = z.string().min(1).max(80)
/** A column of a table and the range of its values that voltages are scaled from. */
const scaledColumn = z.strictObject({ column, low: z.number(), high: z.number() })

/** One example: fixed source voltages, desired voltages on the targets. */
const allostery = z.strictObject({
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
})
/** V_D = A V_in with inputs drawn uniformly from [lowV, highV]. */
const regression = z.strictObject({
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
  /** Draws A of this size from the seed instead; null: the matrix as given. */
  drawMatrix: z
    .strictObject({ outputs: z.int().min(1).max(64), inputs: z.int().min(1).max(64) })
    .nullable()
    .default(null),
  trainExamples: z.int().min(1).max(10_000).default(20),
  testExamples: z.int().min(0).max(10_000).default(100),
  lowV: volt.default(0),
  highV: volt.default(5),
  /** Standard deviation of Gaussian noise on the desired outputs. */
  noiseV: z.number().min(0).max(100).default(0),
})
/** Rows of numbers: some columns drive sources, others are desired on targets. */
const table = z.strictObject({
  kind: z.literal('table'),
  columns: z.array(column).min(2).max(256),
  /** Rows of one number per column. */
  rows: z.array(z.array(z.number()).min(2).max(256)).min(1).max(20_000),
  /** Columns of the inputs, scaled from [low, high] to [lowV, highV]. */
  inputs: z.array(scaledColumn).min(1).max(64),
  /** Columns of the desired outputs, scaled from [low, high] to [targetLowV, targetHighV]. */
  targets: z.array(scaledColumn).min(1).max(64),
  lowV: volt.default(0),
  highV: volt.default(5),
  targetLowV: volt.default(1),
  targetHighV: volt.default(4),
  /** Rows to train on, drawn from the seed; the others test. null: all train. */
  trainExamples: z.int().min(1).max(20_000).nullable().default(null),
})

/** Exclusive or of two inputs. */
const xor = z.strictObject({
  kind: z.literal('xor'),
  lowV: volt.default(0),
  highV: volt.default(5),
  targetLowV: volt.default(1),
  targetHighV: volt.default(4),
})
/** Synthetic digits of side x side pixels, drawn from the seed; one target per digit. */
const digits = z.strictObject({
  kind: z.literal('digits'),
  side: z.int().min(4).max(28).default(8),
  trainExamples: z.int().min(10).max(10_000).default(500),
  testExamples: z.int().min(0).max(10_000).default(200),
  /** Largest shift in each direction, pixels. */
  shift: z.number().min(0).max(8).default(0.5),
  /** Mean width of a stroke, pixels. */
  thickness: z.number().min(0.5).max(8).default(1.3),
  /** Part of the width by which strokes differ either way. */
  thicknessVariation: z.number().min(0).max(0.9).default(0.3),
  /** Standard deviation of the noise on a pixel from 0 to 1. */
  noise: z.number().min(0).max(1).default(0.05),
  lowV: volt.default(0),
  highV: volt.default(5),
})

/** What the network is to learn: pairs of input voltages and desired output voltages. */
export const taskSchema = z.discriminatedUnion('kind', [
  allostery,
  regression,
  table,
  /** Tasks of one shape that take turns, each for so many steps. */
  z.strictObject({
    kind: z.literal('switching'),
    every: z.int().min(1).default(1000),
    tasks: z
      .array(z.discriminatedUnion('kind', [allostery, regression, table]))
      .min(2)
      .max(64),
  }),
  xor,
  digits,
  imagesTaskSchema,
  /** Fisher's Iris data: 4 features in, one target per class; the class is the nearest target. */
  z.strictObject({
    kind: z.literal('iris'),
    /** Training flowers, one third of each class; the others of the 150 are the test set. */
    trainFlowers: z.int().min(3).max(147).multipleOf(3).default(30),
    /** Which part of the flowers tests, for cross-validation: 0..4 where 120 train. */
    fold: z.int().min(0).max(146).optional(),
    /** Each feature is scaled from its range over the training flowers to [lowV, highV]. */
    lowV: volt.default(0),
    highV: volt.default(5),
  }),
])

export type TaskConfig = z.infer<typeof taskSchema>
