import { axisName, axisValues, type SweepPlan, type SweepRow } from '@contract'
import { csvText } from '@figures'

const header = [
  'run',
  'plan',
  'treatment',
  'seed',
  'state',
  'steps (1)',
  'expected updates (1/edge)',
  'train error (V^2)',
  'test error (V^2)',
  'mean train error of the last tenth (V^2)',
  'best train error (V^2)',
  'cycle length (steps)',
  'hash',
]

/** Every run of a study in one table. */
export function runsCsv(made: readonly { plan: SweepPlan; rows: readonly SweepRow[] }[]): string {
  const rows = made.flatMap(({ plan, rows: list }) => {
    const values = plan.axes.map((axis) => ({ name: axisName(axis), values: axisValues(axis) }))
    const treatment = (row: SweepRow) =>
      row.cell.map((place, axis) => values[axis].values[place].label).join('; ')
    return list.map((row) => {
      const known = [row.run, plan.name, treatment(row), row.seed, row.state]
      if (row.state === 'failed') return [...known, ...Array<string>(7).fill(''), row.problem.id]
      const { result } = row
      return [
        ...known,
        result.steps,
        result.updates,
        result.trainError,
        result.testError ?? '',
        result.lateTrainError,
        result.bestTrainError,
        result.cycle?.found?.period ?? '',
        result.hash,
      ]
    })
  })
  return csvText([header, ...rows])
}
