import { ProblemError, taskSchema, type TaskConfig } from '@contract'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'

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

const rowsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)
const options = {
  bom: true,
  comment: '#',
  trim: true,
  delimiter: [',', ';', '\t'],
  skip_empty_lines: true,
  relax_column_count: true,
  info: true,
  max_record_size: 100_000,
}
const allowed = 'A header with the names of the columns, then one number per column on every line.'
const MOST_CHARACTERS = 20_000_000

function refuse(file: string, line: number, message: string, tip = allowed): ProblemError {
  const where = line > 0 ? `${file}, line ${line}` : file
  return new ProblemError({ id: 'table-file', severity: 'error', message, where, tip })
}

/** @throws ProblemError with the line and what is allowed */
export function readTable(text: string, file: string): NumberTable {
  if (text.length > MOST_CHARACTERS)
    throw refuse(file, 0, `The file has ${text.length} characters.`, `At most ${MOST_CHARACTERS}.`)
  let records: z.infer<typeof rowsSchema>
  try {
    records = rowsSchema.parse(parse(text, options))
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const lines: unknown = Reflect.get(thrown, 'lines')
    throw refuse(file, typeof lines === 'number' ? lines : 0, thrown.message)
  }
  const [head, ...body] = records
  if (head === undefined || body.length === 0) throw refuse(file, 0, 'The file has no rows.')
  const columns = head.record
  const rows = body.map(({ record, info }) => {
    if (record.length !== columns.length)
      throw refuse(
        file,
        info.lines,
        `This line has ${record.length} cells, and there are ${columns.length} columns.`,
      )
    return record.map((cell, c) => {
      const value = cell === '' ? NaN : Number(cell)
      if (Number.isFinite(value)) return value
      throw refuse(file, info.lines, `'${cell}' in the column ${columns[c]} is no number.`)
    })
  })
  return { columns, rows }
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
