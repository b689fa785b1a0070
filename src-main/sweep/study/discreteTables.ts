import type { StudyTable } from '@contract'
import { median, pairedRatio, spreadOf } from '../statistics'
import type { Measured } from './discreteRuns'
import { UPDATES } from './discreteArms'

/** Errors of all treatments of one number of levels. */
export function errorTable({
  levels,
  arms,
  late,
  bestSteps,
  bestUpdates,
  runs,
}: Measured): StudyTable {
  return {
    title: `${levels} levels: errors, V², medians over ${runs.arms[0].length} tasks`,
    columns: [
      'treatment',
      'mean at the end',
      'quartiles',
      '',
      'ratio to p = 1',
      'interval',
      '',
      'sign test p',
      `best in ${UPDATES} steps`,
      'best in equal updates',
    ],
    rows: arms.map(({ label }, arm) => {
      const { median: middle, lowerQuartile, upperQuartile } = spreadOf(late[arm])
      const pair = pairedRatio(late[arm], late[0])
      const ratios = arm === 0 ? ['', '', '', ''] : [pair.median, pair.low, pair.high, pair.sign.p]
      return [
        label,
        middle,
        lowerQuartile,
        upperQuartile,
        ...ratios,
        median(bestSteps[arm]),
        median(bestUpdates[arm]),
      ]
    }),
    note: 'Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

/** How often treatments that draw nothing at random are caught in a cycle. */
export function cycleTable(measured: readonly Measured[]): StudyTable {
  const rows = measured.flatMap(({ levels, arms, runs }) =>
    arms.flatMap(({ label, part }, arm) => {
      if (part === 'anew' || (part === 'mask' && arm > 0)) return []
      const results = runs.arms[arm].map(({ result }) => result)
      const found = results.flatMap(({ cycle }) => cycle?.found ?? [])
      const watched = results.filter(({ cycle }) => cycle !== null).length
      if (watched === 0) return [[String(levels), label, 'not watched', '', '', '']]
      return [
        [
          String(levels),
          label,
          `${found.length} of ${watched}`,
          found.length === 0 ? '' : median(found.map(({ period }) => period)),
          found.length === 0 ? '' : Math.max(...found.map(({ period }) => period)),
          found.length === 0 ? '' : median(found.map(({ from }) => from)),
        ],
      ]
    }),
  )
  return {
    title: 'Caught in a cycle',
    columns: [
      'levels',
      'treatment',
      'runs caught',
      'median length',
      'longest',
      'median step of it',
    ],
    rows,
    note: 'Lengths in steps, exact. Random schedules are in no cycle: their state may come back and go on differently.',
  }
}
