import { z } from 'zod'

/** What is kept of a run besides that from which every step can be computed again. */
export const recordingSchema = z.strictObject({
  /** Minimum, maximum and mean of every series are kept for each so many steps. */
  summaryEvery: z.int().min(1).max(1e9).default(1000),
  /** All conductances are kept every so many steps. */
  conductanceEvery: z.int().min(1).max(1e12).default(100_000),
  /** Steps whose loss and conductances are kept on top. */
  detail: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('every'), steps: z.int().min(1).max(1e12).default(100) }),
      /** Each kept step lies this fraction of its number after the one before. */
      z.strictObject({
        kind: z.literal('logarithmic'),
        fraction: z.number().min(0.001).max(1).default(0.05),
      }),
    ])
    .default({ kind: 'none' }),
})

export type Recording = z.infer<typeof recordingSchema>

/** Older checkpoints of a run take at most so much, bytes: beyond it every second one goes. */
export const CHECKPOINT_BUDGET_BYTES = 64_000_000

/** Of a row of a summary: first and last step, minimum, maximum, sum, count. */
export const SUMMARY_ROW_BYTES = 48
/** SQLite's own part, measured on runs of a minute. */
const OVERHEAD = 1.1
/** An empty store: a page of 4096 bytes for each of its tables and indexes. */
const EMPTY_BYTES = 100_000

export interface RecordedSize {
  edges: number
  /** Series that are measured at evaluations: 1 to 4. */
  evaluatedSeries: number
  /** Steps between two evaluations. */
  evaluateEvery: number
  stepsPerSecond: number
  /** Of one checkpoint of the machine; left out: 1000 and 20 per edge, a guess on the high side. */
  checkpointBytes?: number
}

/** Bytes of a bucket of a whole history, and about how many of them a series has. */
const BUCKET_BYTES = 40
const MOST_BUCKETS = 4096

/**
 * What the record of a run costs, MB (10^6 bytes) in its first hour at that speed. Later hours cost
 * less, since older checkpoints have a budget.
 */
export function recordingMegabytesPerHour(recording: Recording, size: RecordedSize): number {
  return recordingMegabytes(recording, size, size.stepsPerSecond * 3600)
}

/** The same for a run of so many steps. O(1). */
export function recordingMegabytes(
  recording: Recording,
  { edges, evaluatedSeries, evaluateEvery, stepsPerSecond, checkpointBytes }: RecordedSize,
  steps: number,
): number {
  const { summaryEvery, conductanceEvery, detail } = recording
  const row = sampleBytes(edges)
  const evaluated = evaluatedSeries * Math.min(1, summaryEvery / evaluateEvery)
  const summaries = (steps / summaryEvery) * SUMMARY_ROW_BYTES * (1 + evaluated)
  const conductances = (steps / conductanceEvery) * row
  const details =
    detail.kind === 'all'
      ? steps * row
      : detail.kind === 'every'
        ? (steps / detail.steps) * row
        : detail.kind === 'logarithmic'
          ? (Math.log(Math.max(1, steps * detail.fraction)) / detail.fraction) * row
          : 0
  const checkpoint = checkpointBytes ?? 1000 + 20 * edges
  const seconds = steps / stepsPerSecond
  const checkpoints = Math.min(CHECKPOINT_BUDGET_BYTES, Math.ceil(seconds) * checkpoint)
  const buckets = (points: number): number => Math.min(MOST_BUCKETS, points)
  const histories =
    BUCKET_BYTES * (buckets(steps) + evaluatedSeries * buckets(steps / evaluateEvery))
  const all = summaries + conductances + details + checkpoints + histories
  return (EMPTY_BYTES + all * OVERHEAD) / 1e6
}

/** A step that is kept: its number, its loss, and the conductances. */
export function sampleBytes(edges: number): number {
  return 16 + 8 * edges
}
