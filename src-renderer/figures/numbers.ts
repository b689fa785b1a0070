import { grouped } from './format'
import type { FigureTable } from './table'
import { english, type ColumnName, type FigureWords } from './words'

export type Cell = string | number

/** The numbers behind a figure, every one that is in view: read as a table or saved as CSV. */
export interface Numbers {
  columns: readonly { name: string; unit?: string }[]
  rows: readonly (readonly Cell[])[]
}

/** Rows of a table that is read, not computed with; and columns, for a row of edges may be long. */
const [MOST_ROWS, MOST_COLUMNS] = [200, 40]

const head = (name: string, unit: string | undefined): string =>
  unit === undefined ? name : `${name} (${unit})`

const isColumn = (name: string, words: FigureWords): name is ColumnName => name in words.columns

function readable(cell: Cell): string {
  if (typeof cell === 'string') return cell
  const text = Number.isInteger(cell) ? grouped(cell) : String(Number(cell.toPrecision(4)))
  return text.replace('-', '−')
}

/** The first rows and columns, with four digits, in the reader's language. */
export function numbersTable(
  { columns, rows }: Numbers,
  words: FigureWords = english,
): FigureTable {
  const [more, wider] = [rows.length - MOST_ROWS, columns.length - MOST_COLUMNS]
  return {
    columns: columns
      .slice(0, MOST_COLUMNS)
      .map(({ name, unit }) => head(isColumn(name, words) ? words.columns[name] : name, unit)),
    rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(readable)),
    note: [
      ...(more > 0 ? [words.moreRows(more)] : []),
      ...(wider > 0 ? [words.moreColumns(wider)] : []),
    ].join(' '),
  }
}

/** A cell that a spreadsheet reads as it is: text that looks like a formula is marked as text. */
function escaped(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * UTF-8 with a byte order mark, CRLF, a point as decimal sign; numbers with every digit. In every
 * language the same, for programs read it.
 */
export function numbersCsv({ columns, rows }: Numbers): string {
  const lines = [columns.map(({ name, unit }) => head(name, unit)), ...rows].map((row) =>
    row.map(escaped).join(','),
  )
  return '\ufeff' + [...lines, ''].join('\r\n')
}
