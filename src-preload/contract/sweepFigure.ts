import { z } from 'zod'

/** A number of one run: `run` says which, so that a click on the point opens it; '' is none. */
const point = z.strictObject({ value: z.number(), run: z.string().max(200) })
const text = z.string().max(200)
const named = { title: text, caption: z.string().max(2000) }
const scale = z.enum(['linear', 'log'])
const y = { yLabel: text, yScale: scale }
const numbers = z.array(z.number())

/** One place on the horizontal axis, with all runs there. */
const group = z.strictObject({ label: text, values: z.array(point) })

/** Values of single runs over their median and quartiles, by places that stand side by side. */
const spread = z.strictObject({
  kind: z.literal('spread'),
  ...named,
  xLabel: text,
  ...y,
  /** Every series has the same places. */
  series: z.array(z.strictObject({ name: text, groups: z.array(group) })).min(1),
})

/** Ratios of pairs to a reference, with the bootstrap interval of their median. */
const pairs = z.strictObject({
  kind: z.literal('pairs'),
  ...named,
  xLabel: text,
  yLabel: text,
  groups: z.array(
    z.strictObject({
      label: text,
      values: z.array(point),
      median: z.number(),
      low: z.number(),
      high: z.number(),
      /** Of the sign test, two-sided. */
      p: z.number(),
    }),
  ),
  /** Lines to hold the ratios against, besides 1. */
  bounds: z.array(z.strictObject({ at: z.number(), label: text })),
})

/** Medians over two axes. */
const heat = z.strictObject({
  kind: z.literal('heat'),
  ...named,
  xLabel: text,
  yLabel: text,
  valueLabel: text,
  valueScale: scale,
  x: z.array(text).min(1),
  y: z.array(text).min(1),
  /** Row by row from the first y; an empty cell has no values. */
  cells: z.array(z.strictObject({ x: z.int(), y: z.int(), values: z.array(point) })),
})

/** Medians over runs with the band between their quartiles; columns of equal length. */
const bands = z.strictObject({
  kind: z.literal('bands'),
  ...named,
  xLabel: text,
  xScale: scale,
  ...y,
  series: z
    .array(
      z.strictObject({ name: text, x: numbers, median: numbers, lower: numbers, upper: numbers }),
    )
    .min(1),
})

/** Numbers against numbers: as points, as a line, or as a line through its points. */
const plain = z.strictObject({
  kind: z.literal('plain'),
  ...named,
  xLabel: text,
  xScale: scale,
  ...y,
  series: z
    .array(
      z.strictObject({
        name: text,
        drawn: z.enum(['points', 'line', 'both']),
        points: z.array(z.strictObject({ x: z.number(), y: z.number(), run: z.string().max(200) })),
      }),
    )
    .min(1),
})

/** What a sweep or a study shows, as data: the window and the report draw the same from it. */
export const sweepFigureSchema = z.discriminatedUnion('kind', [spread, pairs, heat, bands, plain])

export type SweepFigure = z.infer<typeof sweepFigureSchema>
export type SpreadFigure = z.infer<typeof spread>
export type PairsFigure = z.infer<typeof pairs>
export type HeatFigure = z.infer<typeof heat>
export type BandsFigure = z.infer<typeof bands>
export type PlainFigure = z.infer<typeof plain>
