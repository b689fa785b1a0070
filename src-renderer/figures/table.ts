import type { History } from '@contract'
import { errorFormat, formatPercent } from './format'
import type { LossInput, LossSeries } from './loss'
import { placeText } from './timeAxis'
import { english, type FigureWords } from './words'

/** A figure's numbers as text, cell by cell. */
export interface FigureTable {
  columns: string[]
  rows: string[][]
  /** What the rows leave out; empty if nothing. */
  note: string
  /** Of each row the run that it is of, where it can be opened; '' is none. */
  runs?: string[]
}

/** Rows of a table that is read, not computed with. */
const MOST_ROWS = 40

/** So many indices of 0..length - 1 in even distances, the first and the last among them. */
function some(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i)
  return Array.from({ length: most }, (_, n) => Math.round((n * (length - 1)) / (most - 1)))
}

/** The series in view as a table: up to 40 rows of each, newest last. */
export function lossTable(input: LossInput, words: FigureWords = english): FigureTable {
  const format = input.quantity === 'accuracy' ? formatPercent : errorFormat(words)
  const [from, to] = input.range ?? [-Infinity, Infinity]
  const width = Number.isFinite(to - from) ? to - from : undefined
  let left = 0
  const rows = input.series.flatMap(({ label, x, min, max, mean }) => {
    const inside = [...x.keys()].filter((i) => x[i] >= from && x[i] <= to)
    const shown = some(inside.length, MOST_ROWS).map((n) => inside[n])
    left += inside.length - shown.length
    return shown.map((i) => [
      label,
      placeText(x[i], input.xLabel, width ?? x[i], words),
      ...[mean[i], min[i], max[i]].map(format),
    ])
  })
  return {
    columns: [...words.lossColumns],
    rows,
    note: left > 0 ? words.moreRows(left) : '',
  }
}

export interface CsvSeries {
  name: LossSeries['name']
  unit: string
  rows: Pick<
    History,
    'firstStep' | 'lastStep' | 'expectedUpdates' | 'runTimeMs' | 'min' | 'max' | 'mean'
  >
}

const header = [
  'series',
  'unit',
  'first step (1)',
  'last step (1)',
  'expected updates (1/edge)',
  'run time (s)',
  'min (unit)',
  'max (unit)',
  'mean (unit)',
]

/**
 * Series in long form, one row per bucket, those that end within a stretch: UTF-8 with a byte
 * order mark, CRLF, a point as decimal sign; numbers with every digit.
 * @param inside whether the row with such an end is in view
 */
export function seriesCsv(
  series: readonly CsvSeries[],
  inside: (rows: CsvSeries['rows'], row: number) => boolean,
): string {
  const lines = series.flatMap(({ name, unit, rows }) =>
    [...rows.lastStep.keys()]
      .filter((row) => inside(rows, row))
      .map((row) =>
        [
          name,
          unit,
          rows.firstStep[row],
          rows.lastStep[row],
          rows.expectedUpdates[row],
          rows.runTimeMs[row] / 1000,
          rows.min[row],
          rows.max[row],
          rows.mean[row],
        ].join(','),
      ),
  )
  return '\ufeff' + [header.join(','), ...lines, ''].join('\r\n')
}
