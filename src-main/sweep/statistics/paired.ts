import { signTest, type SignTest } from './binomial'
import { bootstrapMedian, type BootstrapOptions, type Interval } from './bootstrap'

/** Paired values of two treatments, as ratios to the reference: one per task. */
export interface PairedRatio extends Interval {
  pairs: number
  sign: SignTest
  /** The interval has 1 in it. */
  holdsOne: boolean
}

/** x / y where both are 0: neither is the larger. */
export const ratio = (x: number, y: number): number => (x === y ? 1 : x / y)

/** Median of the paired ratios value / reference with its bootstrap interval and sign test. */
export function pairedRatio(
  values: readonly number[],
  references: readonly number[],
  options?: BootstrapOptions,
): PairedRatio {
  const ratios = values.map((value, i) => ratio(value, references[i]))
  const interval = bootstrapMedian(ratios, options)
  return {
    ...interval,
    pairs: ratios.length,
    sign: signTest(values.map((value, i) => value - references[i])),
    holdsOne: interval.low <= 1 && interval.high >= 1,
  }
}
