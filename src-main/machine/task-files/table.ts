import type { TaskConfig } from '@contract'
import { refuse, type CellTable } from './cells'
import { chosenTask } from './choice'
import { tableSummary } from './summary'

/** A column as a user names it: with the range that voltages are scaled from, or without. */
export interface WantedColumn {
  column: string
  range: { low: number; high: number } | null
}

/**
 * A task of the columns that are wanted, with their numbers in it: the file is needed no more, and
 * what stands in its other columns does not matter. A column without a range is scaled from its
 * least and largest value, which the task then states.
 * @throws ProblemError for a column that is not there, has a cell without a number or does not change
 */
export function tableTask(
  table: CellTable,
  inputs: readonly WantedColumn[],
  targets: readonly WantedColumn[],
  file: string,
): TaskConfig {
  const found = tableSummary(table).columns
  const scaled = ({ column, range }: WantedColumn) => {
    const one = found.find(({ name }) => name === column)
    if (one === undefined)
      throw refuse(
        file,
        1,
        `The table has no column ${column}.`,
        `Columns: ${table.columns.join(', ')}.`,
      )
    if (one.stray !== null)
      throw refuse(
        file,
        one.stray.line,
        `'${one.stray.text}' in the column ${column} is no number.`,
        'Columns that are used have a number on every line.',
      )
    const own = range ?? one.range
    if (own === null || (range === null && own.low === own.high))
      throw refuse(
        file,
        0,
        `The column ${column} is ${own?.low} on every line.`,
        'State a range for it.',
      )
    return { column, low: own.low, high: own.high }
  }
  const choice = { inputs: inputs.map(scaled), targets: targets.map(scaled), classes: null }
  return chosenTask(table, choice, file)
}
