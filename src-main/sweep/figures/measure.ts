import { modelsOf, type SweepMeasure, type SweepPlan, type SweepResult } from '@contract'

interface Measured {
  /** As an axis says it, without a unit. */
  label: string
  /** It is an error, which has the unit of its machines. */
  error: boolean
  scale: 'log' | 'linear'
  /** null: this run has none. */
  of(result: SweepResult): number | null
}

/** What a sweep's figures can show of a run. Errors are mean squares per output, of spins mean costs. */
export const measures: Readonly<Record<SweepMeasure, Measured>> = {
  train: { label: 'training error', error: true, scale: 'log', of: (one) => one.trainError },
  bestTrain: {
    label: 'best training error',
    error: true,
    scale: 'log',
    of: (one) => one.bestTrainError,
  },
  lateTrain: {
    label: 'training error, mean of the last tenth',
    error: true,
    scale: 'log',
    of: (one) => one.lateTrainError,
  },
  test: { label: 'test error', error: true, scale: 'log', of: (one) => one.testError },
  bestTest: { label: 'best test error', error: true, scale: 'log', of: (one) => one.bestTestError },
  testAccuracy: {
    label: 'test accuracy',
    error: false,
    scale: 'linear',
    of: (one) => one.testAccuracy,
  },
}

/**
 * A measure with the unit that the runs of a plan have in common: errors of spins are costs, pure
 * numbers.
 */
export function labelOf(
  { label, error }: Pick<Measured, 'label' | 'error'>,
  plan: SweepPlan,
): string {
  return error && !modelsOf(plan).has('xy') ? `${label} (V²)` : label
}
