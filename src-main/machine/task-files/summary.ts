import { MOST_CLASSES, type TableColumn, type TableSummary } from '@contract'
import { numberIn, type CellTable } from './cells'

const SHOWN_ROWS = 6
/** A cell that is shown is cut here: the window has no room for more. */
const SHOWN_CHARACTERS = 60

const shown = (cell: string): string => cell.slice(0, SHOWN_CHARACTERS)

function columnOf({ columns, rows, lines }: CellTable, c: number): TableColumn {
  const values = new Set<string>()
  const range = { low: Infinity, high: -Infinity, lowLine: 0, highLine: 0 }
  let stray: TableColumn['stray'] = null
  rows.forEach((row, r) => {
    const cell = row[c]
    if (values.size <= MOST_CLASSES) values.add(cell)
    const value = numberIn(cell)
    if (Number.isNaN(value)) stray ??= { line: lines[r], text: shown(cell) }
    if (value < range.low) [range.low, range.lowLine] = [value, lines[r]]
    if (value > range.high) [range.high, range.highLine] = [value, lines[r]]
  })
  return {
    name: columns[c],
    range: stray === null ? range : null,
    stray,
    values: [...values].map(shown),
  }
}

/** What is in each column of a data set, for the choice of what it is for. O(cells). */
export function tableSummary(table: CellTable): TableSummary {
  return {
    columns: table.columns.map((_, c) => columnOf(table, c)),
    rows: table.rows.length,
    first: table.rows.slice(0, SHOWN_ROWS).map((row) => row.map(shown)),
  }
}
