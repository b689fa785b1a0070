import { axisName, axisValues, modelsOf, type SweepPlan, type SweepRow } from '@contract'
import { errorUnit } from '../csv'

/** One column of a table of results; null: there is nothing. */
export interface Column {
  name: string
  unit: string
  type: 'text' | 'whole' | 'number'
  values: (string | number | null)[]
}

/** Stands for the unit that errors have in the runs of a plan. */
const ERROR = 'error'

/** '' where runs of resistors and of spins stand in one column. */
function errorUnitIn(plan: SweepPlan): string {
  const [model, ...others] = modelsOf(plan)
  return others.length === 0 ? errorUnit({ model }) : ''
}

type Finished = Extract<SweepRow, { state: 'finished' }>['result']

const perRun: readonly {
  name: string
  unit: string
  type: Column['type']
  of(result: Finished): string | number | null
}[] = [
  { name: 'steps', unit: '1', type: 'whole', of: ({ steps }) => steps },
  { name: 'expected_updates', unit: '1/edge', type: 'number', of: ({ updates }) => updates },
  { name: 'ended_by', unit: '', type: 'text', of: ({ endedBy }) => endedBy },
  { name: 'train_error', unit: ERROR, type: 'number', of: ({ trainError }) => trainError },
  { name: 'test_error', unit: ERROR, type: 'number', of: ({ testError }) => testError },
  { name: 'train_accuracy', unit: '1', type: 'number', of: ({ trainAccuracy }) => trainAccuracy },
  { name: 'test_accuracy', unit: '1', type: 'number', of: ({ testAccuracy }) => testAccuracy },
  { name: 'best_train_error', unit: ERROR, type: 'number', of: (one) => one.bestTrainError },
  { name: 'best_step', unit: '1', type: 'whole', of: ({ bestStep }) => bestStep },
  { name: 'best_test_error', unit: ERROR, type: 'number', of: (one) => one.bestTestError },
  { name: 'late_train_error', unit: ERROR, type: 'number', of: (one) => one.lateTrainError },
  { name: 'late_test_error', unit: ERROR, type: 'number', of: (one) => one.lateTestError },
  {
    name: 'cycle_period',
    unit: '1',
    type: 'whole',
    of: ({ cycle }) => cycle?.found?.period ?? null,
  },
  { name: 'cycle_from', unit: '1', type: 'whole', of: ({ cycle }) => cycle?.found?.from ?? null },
  { name: 'hash', unit: '', type: 'text', of: ({ hash }) => hash },
  { name: 'seconds', unit: 's', type: 'number', of: ({ seconds }) => seconds },
]

/** What every table of a sweep begins with: which run it is, and its place on each axis. */
function headColumns(plan: SweepPlan, rows: readonly SweepRow[]): Column[] {
  const axes = plan.axes.map((axis, i): Column => {
    const values = axisValues(axis)
    const numeric = values.every(({ number }) => number !== null)
    return {
      name: axisName(axis),
      unit: '',
      type: numeric ? 'number' : 'text',
      values: rows.map(({ cell }) => {
        const { number, label } = values[cell[i]]
        return numeric ? number : label
      }),
    }
  })
  return [
    { name: 'index', unit: '', type: 'whole', values: rows.map(({ index }) => index) },
    ...axes,
    { name: 'seed', unit: '', type: 'whole', values: rows.map(({ seed }) => seed) },
  ]
}

/** One row per run. */
export function runColumns(plan: SweepPlan, rows: readonly SweepRow[]): Column[] {
  const errors = errorUnitIn(plan)
  return [
    ...headColumns(plan, rows),
    { name: 'run', unit: '', type: 'text', values: rows.map(({ run }) => run) },
    { name: 'state', unit: '', type: 'text', values: rows.map(({ state }) => state) },
    ...perRun.map(({ name, unit, type, of }): Column => {
      const values = rows.map((row) => (row.state === 'finished' ? of(row.result) : null))
      return { name, unit: unit === ERROR ? errors : unit, type, values }
    }),
    {
      name: 'problem',
      unit: '',
      type: 'text',
      values: rows.map((row) => (row.state === 'failed' ? row.problem.message : null)),
    },
  ]
}

/** One row per point of a learning curve. */
export function curveColumns(plan: SweepPlan, rows: readonly SweepRow[]): Column[] {
  const points = rows.flatMap((row) =>
    row.state === 'finished'
      ? row.result.curve.step.map((_, i) => ({ row, i, curve: row.result.curve }))
      : [],
  )
  type Point = (typeof points)[number]
  const errors = errorUnitIn(plan)
  const column = (name: string, unit: string, of: (point: Point) => number | null): Column => ({
    name,
    unit,
    type: name === 'step' ? 'whole' : 'number',
    values: points.map(of),
  })
  return [
    ...headColumns(
      plan,
      points.map(({ row }) => row),
    ),
    column('step', '1', ({ curve, i }) => curve.step[i]),
    column('expected_updates', '1/edge', ({ curve, i }) => curve.updates[i]),
    column('train_error', errors, ({ curve, i }) => curve.trainError[i]),
    column('test_error', errors, ({ curve, i }) => curve.testError?.[i] ?? null),
    column('best_train_error', errors, ({ curve, i }) => curve.bestTrainError[i]),
    column('best_test_error', errors, ({ curve, i }) => curve.bestTestError?.[i] ?? null),
  ]
}
