import { taskSchema, type TaskConfig } from '@contract'
import { numberIn, readCells, refuse } from './cells'

/** Numbers of a CSV file, all of its columns. */
export interface NumberTable {
  columns: string[]
  rows: number[][]
}

/** A column as a user names it: with the range that voltages are scaled from, or without. */
export interface WantedColumn {
  column: string
  range: { low: number; high: number } | null
}

/** @throws ProblemError with the line and what is allowed */
export function readTable(text: string, file: string): NumberTable {
  const { columns, rows, lines } = readCells(text, file)
  return {
    columns,
    rows: rows.map((row, r) =>
      row.map((cell, c) => {
        const value = numberIn(cell)
        if (!Number.isNaN(value)) return value
        throw refuse(file, lines[r], `'${cell}' in the column ${columns[c]} is no number.`)
      }),
    ),
  }
}

/**
 * A task of the columns that are wanted, with the numbers in it: the file is needed no more. A
 * column without a range is scaled from its least and largest value, which the task then states.
 * @throws ProblemError for a column that is not there or does not change
 */
export function tableTask(
  table: NumberTable,
  inputs: readonly WantedColumn[],
  targets: readonly WantedColumn[],
  file: string,
): TaskConfig {
  const scaled = ({ column, range }: WantedColumn) => {
    const at = table.columns.indexOf(column)
    if (at < 0)
      throw refuse(
        file,
        1,
        `The table has no column ${column}.`,
        `Columns: ${table.columns.join(', ')}.`,
      )
    let [low, high] = [Infinity, -Infinity]
    for (const row of table.rows) {
      low = Math.min(low, row[at])
      high = Math.max(high, row[at])
    }
    if (range === null && low === high)
      throw refuse(
        file,
        0,
        `The column ${column} is ${low} on every line.`,
        'State a range for it.',
      )
    return { column, ...(range ?? { low, high }) }
  }
  const used = [...inputs, ...targets].map(({ column }) => column)
  const keep = [...table.columns.keys()].filter((c) => used.includes(table.columns[c]))
  const parsed = taskSchema.safeParse({
    kind: 'table',
    columns: keep.map((c) => table.columns[c]),
    rows: table.rows.map((row) => keep.map((c) => row[c])),
    inputs: inputs.map(scaled),
    targets: targets.map(scaled),
  })
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]
  throw refuse(file, 0, `${path.join('.')}: ${message}`)
}
