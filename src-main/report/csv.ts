import type { History, MachineDescription, SeriesName } from '@contract'
import type { ReportInput } from './input'

/** Rows per series: the most that the history hands out at once. */
const MOST_ROWS = 20_000

/** A file of lines: UTF-8 with a byte order mark, CRLF, for spreadsheets. */
export const csvFile = (lines: readonly string[]): string => `\ufeff${lines.join('\r\n')}\r\n`

/** In the order of the files. */
export const seriesNames: readonly SeriesName[] = [
  'batch',
  'train',
  'test',
  'trainAccuracy',
  'testAccuracy',
  'twin',
]

export type Of = Pick<MachineDescription, 'model'>

/** As files write it: errors of spins are costs, pure numbers. */
export const errorUnit = ({ model }: Of): '1' | 'V^2' => (model === 'xy' ? '1' : 'V^2')

export const seriesUnit = (name: SeriesName, of: Of): string =>
  name.endsWith('Accuracy') ? '1' : errorUnit(of)

const header = [
  'series',
  'unit',
  'first step (1)',
  'last step (1)',
  'expected updates (1/edge)',
  'min (unit)',
  'max (unit)',
  'mean (unit)',
]

/**
 * A text cell: quoted where needed, and with an apostrophe before what a spreadsheet would take
 * for a formula. Numbers must not pass through here: -1 is no formula.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function rows(name: SeriesName, history: History, of: Of): string[] {
  const unit = seriesUnit(name, of)
  const { firstStep, lastStep, expectedUpdates, min, max, mean } = history
  return Array.from(firstStep, (_, i) =>
    [
      textCell(name),
      textCell(unit),
      firstStep[i],
      lastStep[i],
      expectedUpdates[i],
      min[i],
      max[i],
      mean[i],
    ].join(','),
  )
}

/**
 * Every series of the run in long form: one row per bucket of steps, with a unit in each row.
 * UTF-8 with a byte order mark, CRLF, a point as decimal sign.
 */
export function seriesCsv(input: Pick<ReportInput, 'history'> & { description: Of }): string {
  const { description } = input
  const body = seriesNames.flatMap((name) =>
    rows(name, input.history(name, MOST_ROWS), description),
  )
  return csvFile([header.map(textCell).join(','), ...body])
}
