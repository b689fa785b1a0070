import { grouped } from './format'
import type { FigureTable } from './table'

export type Cell = string | number

/** The numbers behind a figure, every one that is in view: read as a table or saved as CSV. */
export interface Numbers {
  columns: readonly { name: string; unit?: string }[]
  rows: readonly (readonly Cell[])[]
}

/** Rows of a table that is read, not computed with; and columns, for a row of edges may be long. */
const [MOST_ROWS, MOST_COLUMNS] = [200, 40]

const head = ({ name, unit }: Numbers['columns'][number]): string =>
  unit === undefined ? name : `${name} (${unit})`

function readable(cell: Cell): string {
  if (typeof cell === 'string') return cell
  const text = Number.isInteger(cell) ? grouped(cell) : String(Number(cell.toPrecision(4)))
  return text.replace('-', '−')
}

/** The first rows and columns, with four digits. */
export function numbersTable({ columns, rows }: Numbers): FigureTable {
  const [more, wider] = [rows.length - MOST_ROWS, columns.length - MOST_COLUMNS]
  const notes = [
    ...(more > 0 ? [`${more} more rows`] : []),
    ...(wider > 0 ? [`${wider} more columns`] : []),
  ]
  return {
    columns: columns.slice(0, MOST_COLUMNS).map(head),
    rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(readable)),
    note: notes.length > 0 ? `${notes.join(' and ')} are in the CSV file.` : '',
  }
}

/** A cell that a spreadsheet reads as it is: text that looks like a formula is marked as text. */
function escaped(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with a byte order mark, CRLF, a point as decimal sign; numbers with every digit. */
export function numbersCsv({ columns, rows }: Numbers): string {
  const lines = [columns.map(head), ...rows].map((row) => row.map(escaped).join(','))
  return '\ufeff' + [...lines, ''].join('\r\n')
}
