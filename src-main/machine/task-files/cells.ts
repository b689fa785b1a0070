import { ProblemError } from '@contract'
import { refuseForeign } from '../foreignText'
import { CsvFault, csvRows, type CsvRow } from '../csvRows'

/** A CSV file with a header, as text. */
export interface CellTable {
  columns: string[]
  rows: string[][]
  /** Line of the file of each row, from 1. */
  lines: number[]
}

const allowed = 'A header with the names of the columns, then one cell per column on every line.'
const MOST_CHARACTERS = 20_000_000
/** As many as a task may have. */
const MOST_ROWS = 20_000

/** @param line from 1; 0 when it is about the whole file */
export function refuse(file: string, line: number, message: string, tip = allowed): ProblemError {
  const where = line > 0 ? `${file}, line ${line}` : file
  return new ProblemError({ id: 'table-file', severity: 'error', message, where, tip })
}

/** The number in a cell; NaN for none. */
export const numberIn = (cell: string): number => {
  const value = cell === '' ? NaN : Number(cell)
  return Number.isFinite(value) ? value : NaN
}

function read(text: string, file: string): CsvRow[] {
  try {
    // The header, and one row more than can be taken, so that it is told.
    return csvRows(text, MOST_ROWS + 2)
  } catch (thrown) {
    if (!(thrown instanceof CsvFault)) throw thrown
    throw refuse(file, thrown.line, thrown.message)
  }
}

/** @throws ProblemError with the line and what is allowed */
export function readCells(text: string, file: string): CellTable {
  if (text.length > MOST_CHARACTERS)
    throw refuse(file, 0, `The file has ${text.length} characters.`, `At most ${MOST_CHARACTERS}.`)
  refuseForeign(text, (line, message, tip) => refuse(file, line, message, tip))
  const [head, ...body] = read(text, file)
  if (head === undefined || body.length === 0) throw refuse(file, 0, 'The file has no rows.')
  if (body.length > MOST_ROWS)
    throw refuse(file, 0, `The file has more than ${MOST_ROWS} rows.`, 'Take a part of it.')
  const columns = head.record
  if (columns.every((name) => !Number.isNaN(numberIn(name))))
    throw refuse(file, head.info.lines, 'The first line has numbers where names are expected.')
  const nameless = columns.indexOf('')
  if (nameless >= 0) throw refuse(file, head.info.lines, `Column ${nameless + 1} has no name.`)
  const seen = new Set<string>()
  const twice = columns.find((name) => seen.size === seen.add(name).size)
  if (twice !== undefined)
    throw refuse(file, head.info.lines, `Two columns are named ${twice}.`, 'Rename one of them.')
  for (const { record, info } of body)
    if (record.length !== columns.length)
      throw refuse(
        file,
        info.lines,
        `This line has ${record.length} cells, and there are ${columns.length} columns.`,
      )
  return {
    columns,
    rows: body.map(({ record }) => record),
    lines: body.map(({ info }) => info.lines),
  }
}
