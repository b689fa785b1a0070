import { z } from 'zod'

/** Folder of the results in a sweep's folder. */
export const RESULTS = 'results'
export const RESULTS_FORMAT = 'desynclab-sweep-results-1'

/** First line of a file of results. */
export const resultsHeaderSchema = z.strictObject({
  format: z.literal(RESULTS_FORMAT),
  /** Identity of the plan. */
  plan: z.string(),
  engine: z.string(),
  /** As in `2/8`. */
  shard: z.string(),
  host: z.string(),
  startedAt: z.iso.datetime(),
})

export type ResultsHeader = z.infer<typeof resultsHeaderSchema>
