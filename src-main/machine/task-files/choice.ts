import { MOST_CLASSES, taskSchema, type TableChoice, type TaskConfig } from '@contract'
import { numberIn, refuse, type CellTable } from './cells'

type Scaled = TableChoice['inputs'][number]
/** What is left out is as the task has it by default. */
type Choice = Pick<TableChoice, 'inputs' | 'targets' | 'classes'> & Partial<TableChoice>

/** The numbers of a column, all of them in its stated range. */
function numbersOf(table: CellTable, { column, low, high }: Scaled, file: string): number[] {
  const at = table.columns.indexOf(column)
  if (at < 0)
    throw refuse(
      file,
      1,
      `The table has no column ${column}.`,
      `Columns: ${table.columns.join(', ')}.`,
    )
  if (!(low < high))
    throw refuse(
      file,
      0,
      `The range of ${column} goes from ${low} to ${high}.`,
      'low is below high.',
    )
  return table.rows.map((row, r) => {
    const value = numberIn(row[at])
    if (Number.isNaN(value))
      throw refuse(file, table.lines[r], `'${row[at]}' in the column ${column} is no number.`)
    if (value < low || value > high)
      throw refuse(
        file,
        table.lines[r],
        `${column} is ${value} here, and its range is ${low} to ${high}.`,
        'State a range that holds every value.',
      )
    return value
  })
}

interface Column {
  name: string
  numbers: number[]
}

/** One column of 0 and 1 per class (ours): each class drives a target of its own. */
function classColumns(table: CellTable, column: string, file: string): Column[] {
  const at = table.columns.indexOf(column)
  if (at < 0) throw refuse(file, 1, `The table has no column ${column}.`)
  const classes = [...new Set(table.rows.map((row) => row[at]))]
  if (classes.length < 2 || classes.length > MOST_CLASSES)
    throw refuse(
      file,
      0,
      `The column ${column} has ${classes.length} different values.`,
      `Classes are 2 to ${MOST_CLASSES}.`,
    )
  return classes.map((name) => ({
    name: `${column} ${name}`.trim().slice(0, 80),
    numbers: table.rows.map((row) => (row[at] === name ? 1 : 0)),
  }))
}

/**
 * The task of the chosen columns, with their numbers in it: the file is needed no more.
 * @throws ProblemError with the line of a number that does not fit
 */
export function chosenTask(table: CellTable, choice: Choice, file: string): TaskConfig {
  const { classes, lowV, highV, targetLowV, targetHighV, trainExamples } = choice
  const given = (scaled: Scaled): Column => ({
    name: scaled.column,
    numbers: numbersOf(table, scaled, file),
  })
  const ofClasses = classes === null ? [] : classColumns(table, classes, file)
  const columns = [...choice.inputs.map(given), ...choice.targets.map(given), ...ofClasses]
  const parsed = taskSchema.safeParse({
    kind: 'table',
    columns: columns.map(({ name }) => name),
    rows: table.rows.map((_, r) => columns.map(({ numbers }) => numbers[r])),
    inputs: choice.inputs,
    targets: [
      ...choice.targets,
      ...ofClasses.map(({ name }) => ({ column: name, low: 0, high: 1 })),
    ],
    lowV,
    highV,
    targetLowV,
    targetHighV,
    trainExamples,
  })
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]
  throw refuse(file, 0, `${path.join('.')}: ${message}`)
}
