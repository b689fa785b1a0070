import type { StudyTable } from '@contract'
import { median, proportion, type Proportion } from '../../statistics'
import type { Finished, Runs } from '../rows'

/** How the runs of one treatment fared. */
export interface Fared {
  label: string
  runs: readonly Finished[]
  learned: number
  share: Proportion
  /** Of each run; of one that was given up the steps until then. */
  steps: number[]
  /** Expected updates of a coupling until then. */
  updates: number[]
}

export const hasLearned = ({ result }: Finished): boolean => result.endedBy === 'error'

/** @throws RangeError where no pair of runs is left */
export function fared({ arms }: Runs, labels: readonly string[]): Fared[] {
  return labels.map((label, arm) => {
    const runs = arms[arm]
    const learned = runs.filter(hasLearned).length
    return {
      label,
      runs,
      learned,
      share: proportion(learned, runs.length),
      steps: runs.map(({ result }) => result.steps),
      updates: runs.map(({ result }) => result.updates),
    }
  })
}

/** Whose numbers these are. */
export const runsOf = ({ runs }: Fared): string[] => runs.map(({ run }) => run)

/** `18 of 20`. */
export const sayLearned = ({ learned, runs }: Fared): string => `${learned} of ${runs.length}`

/** The median of what a run took; above it where more than half were given up. */
export function medianText(one: Fared, values: readonly number[]): string | number {
  const middle = median(values)
  return 2 * one.learned > one.runs.length ? middle : `over ${Math.round(middle)}`
}

/** A row of numbers for each treatment. */
export function learnedTable(
  title: string,
  rows: readonly { fared: Fared; couplings: number }[],
): StudyTable {
  return {
    title,
    columns: ['treatment', 'couplings', 'learned', 'share', 'interval', '', 'median steps'],
    rows: rows.map(({ fared: one, couplings }) => [
      one.label,
      couplings,
      sayLearned(one),
      one.share.share,
      one.share.low,
      one.share.high,
      medianText(one, one.steps),
    ]),
    note: 'Shares with their 95 % score interval (Wilson). Medians count runs that were given up with all of their steps.',
  }
}
