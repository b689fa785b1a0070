import { PhysicsError } from '../error'
import { Draws } from '../random'
import { examples, type Examples, type Task } from './task'

export interface ScaledColumn {
  column: string
  /** Range of the column's values that voltages are scaled from. */
  low: number
  high: number
}

export interface ColumnsSpec {
  kind: 'table'
  columns: readonly string[]
  /** Rows of one number per column. */
  rows: readonly (readonly number[])[]
  inputs: readonly ScaledColumn[]
  targets: readonly ScaledColumn[]
  /** Input voltages at low and high of a column, V; the same of desired voltages. */
  lowV: number
  highV: number
  targetLowV: number
  targetHighV: number
  /** Rows to train on, drawn from the seed; null: all. */
  trainExamples: number | null
}

const refuse = (message: string, tip: string, where: string) =>
  new PhysicsError('bad-table', message, tip, `task.${where}`)

function check(spec: ColumnsSpec): void {
  const { columns, rows, inputs, targets, trainExamples } = spec
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  if (twice !== undefined)
    throw refuse(`Two columns are named ${twice}.`, 'Give each its own name.', 'columns')
  const uneven = rows.findIndex((row) => row.length !== columns.length)
  if (uneven >= 0)
    throw refuse(
      `Row ${uneven + 1} has ${rows[uneven].length} numbers, and there are ${columns.length} columns.`,
      'Every row has one number per column.',
      `rows.${uneven}`,
    )
  const used = [...inputs, ...targets]
  const again = used.find(({ column }, i) => used.findIndex((c) => c.column === column) !== i)
  if (again !== undefined)
    throw refuse(`The column ${again.column} is used twice.`, 'Use a column once.', 'inputs')
  for (const { column, low, high } of used) {
    const at = columns.indexOf(column)
    if (at < 0)
      throw refuse(
        `The table has no column ${column}.`,
        `Columns: ${columns.join(', ')}.`,
        'inputs and task.targets',
      )
    if (!(low < high))
      throw refuse(
        `The range of ${column} goes from ${low} to ${high}.`,
        'low is below high.',
        'inputs',
      )
    const out = rows.findIndex((row) => !(row[at] >= low && row[at] <= high))
    if (out >= 0)
      throw refuse(
        `Row ${out + 1} has ${rows[out][at]} in the column ${column}, whose range is ${low} to ${high}.`,
        'State a range that holds every value, or correct the row.',
        `rows.${out}`,
      )
  }
  if (trainExamples !== null && trainExamples > rows.length)
    throw refuse(
      `${trainExamples} training examples were asked for, and the table has ${rows.length} rows.`,
      `Allowed: 1 to ${rows.length}, or null for all.`,
      'trainExamples',
    )
}

/** Rows of a table: each input and target scaled linearly from its stated range (ours). */
export function columns(spec: ColumnsSpec, seed: number): Task {
  check(spec)
  const { rows, inputs, targets } = spec
  const order = Int32Array.from(rows, (_, i) => i)
  const count = spec.trainExamples ?? rows.length
  if (count < rows.length) new Draws(seed, 'split').shuffle(order)
  const place = (list: readonly ScaledColumn[], lowV: number, highV: number) =>
    list.map(({ column, low, high }) => {
      const at = spec.columns.indexOf(column)
      return (row: readonly number[]) => lowV + ((highV - lowV) * (row[at] - low)) / (high - low)
    })
  const drive = place(inputs, spec.lowV, spec.highV)
  const desire = place(targets, spec.targetLowV, spec.targetHighV)
  const take = (numbers: Int32Array): Examples => {
    const set = examples(numbers.length, inputs.length, targets.length)
    numbers.forEach((number, m) => {
      drive.forEach((volt, s) => (set.inputs[m * inputs.length + s] = volt(rows[number])))
      desire.forEach((volt, o) => (set.targets[m * targets.length + o] = volt(rows[number])))
    })
    return set
  }
  return {
    inputs: inputs.length,
    outputs: targets.length,
    train: take(order.slice(0, count)),
    test: take(order.slice(count)),
    classes: null,
  }
}
