import type { SweepMeasure, SweepResult } from '@contract'

interface Measured {
  /** With its unit, as an axis says it. */
  label: string
  scale: 'log' | 'linear'
  /** null: this run has none. */
  of(result: SweepResult): number | null
}

/** What a sweep's figures can show of a run. Errors are mean squares per output. */
export const measures: Readonly<Record<SweepMeasure, Measured>> = {
  train: { label: 'training error (V²)', scale: 'log', of: (one) => one.trainError },
  bestTrain: { label: 'best training error (V²)', scale: 'log', of: (one) => one.bestTrainError },
  lateTrain: {
    label: 'training error, mean of the last tenth (V²)',
    scale: 'log',
    of: (one) => one.lateTrainError,
  },
  test: { label: 'test error (V²)', scale: 'log', of: (one) => one.testError },
  bestTest: { label: 'best test error (V²)', scale: 'log', of: (one) => one.bestTestError },
  testAccuracy: { label: 'test accuracy', scale: 'linear', of: (one) => one.testAccuracy },
}
