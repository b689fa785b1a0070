import type { History, SeriesName } from '@contract'
import type { ReportInput } from './input'

/** Rows per series: the most that the history hands out at once. */
const MOST_ROWS = 20_000
const byteOrderMark = '\ufeff'
const names: SeriesName[] = ['batch', 'train', 'test', 'trainAccuracy', 'testAccuracy']

const header = [
  'series',
  'unit',
  'first step',
  'last step',
  'expected updates per edge',
  'min',
  'max',
  'mean',
]

/**
 * A text cell: quoted where needed, and with an apostrophe before what a spreadsheet would take
 * for a formula. Numbers must not pass through here: -1 is no formula.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function rows(name: SeriesName, history: History): string[] {
  const unit = name.endsWith('Accuracy') ? '1' : 'V^2'
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
export function seriesCsv(input: Pick<ReportInput, 'history'>): string {
  const body = names.flatMap((name) => rows(name, input.history(name, MOST_ROWS)))
  return byteOrderMark + [header.map(textCell).join(','), ...body, ''].join('\r\n')
}
