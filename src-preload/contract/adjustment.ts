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
    ]),
    value: z.number(),
  }),
  z.strictObject({
    kind: z.literal('edge'),
    /** Index of the edge. */
    edge: z.int().min(0),
    /** cut: no current; freeze: conducts, no longer learns; restore: as before the damage. */
    action: z.enum(['cut', 'freeze', 'restore']),
  }),
])

export const adjustmentSchema = z.strictObject({
  /** The change holds for every step after this one. */
  step: z.int().min(0),
  change: changeSchema,
})

export type Change = z.infer<typeof changeSchema>
export type Adjustment = z.infer<typeof adjustmentSchema>
