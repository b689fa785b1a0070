import type { SweepFigure } from '@contract'
import { formatScientific } from '../format'
import type { FigureTable } from '../table'
import { english, type FigureWords } from '../words'
import { rowsOf } from './csv'

/** Rows of a table that is read: every single run of a sweep of a thousand. */
const MOST_ROWS = 2000

/** Every number of a figure as text; where rows are single runs, which ones. */
export function sweepFigureTable(figure: SweepFigure, words: FigureWords = english): FigureTable {
  const { header, run, rows } = rowsOf(figure, words.sweeps)
  const shown = rows.slice(0, MOST_ROWS)
  const left = rows.length - shown.length
  const kept = <T>(row: readonly T[]): T[] => row.filter((_, n) => n !== run)
  return {
    columns: kept(header.map(String)),
    rows: shown.map((row) =>
      kept(row).map((cell) => (typeof cell === 'number' ? formatScientific(cell) : cell)),
    ),
    note: left > 0 ? words.moreRows(left) : '',
    ...(run < 0 ? {} : { runs: shown.map((row) => String(row[run])) }),
  }
}
