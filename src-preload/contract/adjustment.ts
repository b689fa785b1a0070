import { z } from 'zod'

/** A change made while a run goes on; recorded with the step after which it holds. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    path: z.enum([
      'schedule.probability',
      'batch.size',
      'rule.eta',
      'rule.alpha',
      'rule.levelStep',
      'rule.rate',
      'rule.beta',
    ]),
    value: z.number(),
  }),
  z.strictObject({
    kind: z.literal('edge'),
    /** Index of the edge. */
    edge: z.int().min(0),
    /**
     * cut: no current; freeze: conducts, no longer learns; stick: jams at a conductance;
     * restore: as before the damage.
     */
    action: z.enum(['cut', 'freeze', 'restore', 'stick']),
    /** Where a stuck edge jams; left out: where it is. */
    conductance: z.number().min(1e-12).max(1e12).optional(),
  }),
  z.strictObject({
    kind: z.literal('source'),
    /** Number of the source, in the order of the inputs. */
    source: z.int().min(0),
    /** fail: the node is driven no more and floats; restore: driven again. */
    action: z.enum(['fail', 'restore']),
  }),
])

export const adjustmentSchema = z.strictObject({
  /** The change holds for every step after this one. */
  step: z.int().min(0),
  change: changeSchema,
})

export type Change = z.infer<typeof changeSchema>
export type Adjustment = z.infer<typeof adjustmentSchema>
