import type { SweepFigure } from '@contract'
import { sweepWords, type SweepWords } from './words'

export type CsvRow = readonly (string | number)[]

/** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows of single runs, or of points of curves; `run` says which column is the run, -1: none. */
export function rowsOf(
  figure: SweepFigure,
  { columns }: SweepWords = sweepWords,
): { header: CsvRow; run: number; rows: CsvRow[] } {
  switch (figure.kind) {
    case 'spread':
      return {
        header: [columns.series, figure.xLabel, figure.yLabel, columns.run],
        run: 3,
        rows: figure.series.flatMap(({ name, groups }) =>
          groups.flatMap(({ label, values }) => values.map((v) => [name, label, v.value, v.run])),
        ),
      }
    case 'pairs':
      return {
        header: [
          figure.xLabel,
          figure.yLabel,
          columns.run,
          columns.median,
          columns.low,
          columns.high,
          columns.signTest,
        ],
        run: 2,
        rows: figure.groups.flatMap(({ label, values, median, low, high, p }) =>
          values.map((v) => [label, v.value, v.run, median, low, high, p]),
        ),
      }
    case 'heat':
      return {
        header: [figure.xLabel, figure.yLabel, figure.valueLabel, columns.run],
        run: 3,
        rows: figure.cells.flatMap(({ x, y, values }) =>
          values.map((v) => [figure.x[x], figure.y[y], v.value, v.run]),
        ),
      }
    case 'bands':
      return {
        header: [
          columns.series,
          figure.xLabel,
          `${figure.yLabel}, ${columns.median}`,
          columns.lower,
          columns.upper,
        ],
        run: -1,
        rows: figure.series.flatMap(({ name, x, median, lower, upper }) =>
          x.map((at, i) => [name, at, median[i], lower[i], upper[i]]),
        ),
      }
    case 'plain':
      return {
        header: [columns.series, figure.xLabel, figure.yLabel, columns.run],
        run: 3,
        rows: figure.series.flatMap(({ name, points }) =>
          points.map((p) => [name, p.x, p.y, p.run]),
        ),
      }
  }
}

/** Rows as a file: UTF-8 with a byte order mark, CRLF, a point as decimal sign. */
export const csvText = (rows: readonly CsvRow[]): string =>
  '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'

/** Every number of a figure. */
export function sweepFigureCsv(figure: SweepFigure): string {
  const { header, rows } = rowsOf(figure)
  return csvText([header, ...rows])
}
