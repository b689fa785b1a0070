import { z } from 'zod'

/** The number of a run that a sweep's figures show. */
export const sweepMeasureSchema = z.enum([
  'train',
  'bestTrain',
  'lateTrain',
  'test',
  'bestTest',
  'testAccuracy',
])

export type SweepMeasure = z.infer<typeof sweepMeasureSchema>
