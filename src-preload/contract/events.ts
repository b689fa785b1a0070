import { z } from 'zod'
import { actionIds } from './actions'
import { adjustmentSchema } from './adjustment'
import { boardStateSchema, gapSchema } from './board'
import { problemSchema } from './problem'
import { studyStatusSchema } from './studyCommands'
import { sweepStatusSchema } from './sweepCommands'

/** empty: no machine; ready: step 0; finished: the stop rule was met. */
export const runStateSchema = z.enum(['empty', 'ready', 'running', 'paused', 'finished', 'failed'])

/** What the engine says unasked. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), run: z.string(), state: runStateSchema }),
  z.strictObject({ kind: z.literal('adjusted'), run: z.string(), adjustment: adjustmentSchema }),
  z.strictObject({ kind: z.literal('problem'), problem: problemSchema }),
  z.strictObject({ kind: z.literal('solved'), id: z.string() }),
  /** The engine process ended unexpectedly and is started again; resumed: the run goes on from a checkpoint. */
  z.strictObject({ kind: z.literal('engine'), state: z.enum(['started', 'lost', 'resumed']) }),
  /** The board's presence or device changed; counters come with the next change, or on asking. */
  z.strictObject({ kind: z.literal('board'), board: boardStateSchema }),
  /** A board run has steps that nobody saw. */
  z.strictObject({ kind: z.literal('gap'), run: z.string(), gap: gapSchema }),
  /** A sweep's state changed, or it is further on: at most four times a second. */
  z.strictObject({ kind: z.literal('sweep'), sweep: sweepStatusSchema }),
  /** The same of a study. */
  z.strictObject({ kind: z.literal('study'), study: studyStatusSchema }),
  /** A file from outside waits: `takeFile`. */
  z.strictObject({ kind: z.literal('file') }),
  /** From the application's menu. */
  z.strictObject({
    kind: z.literal('menu'),
    action: z.enum(actionIds),
  }),
])

export type RunState = z.infer<typeof runStateSchema>
export type LabEvent = z.infer<typeof eventSchema>
