import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'

const rowsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)

/** A line of a CSV file: its cells, and the line of the file on which it ends, from 1. */
export type CsvRow = z.infer<typeof rowsSchema>[number]

const options = {
  bom: true,
  comment: '#',
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  max_record_size: 100_000,
}

/** What stands first in a file that is no comment. */
const firstLine = (text: string): string => /^(?![#\r\n])[^\r\n]+/m.exec(text)?.[0] ?? ''

/** Where a comma is the decimal point, something else separates. */
function delimiterOf(text: string): string[] {
  const line = firstLine(text)
  if (line.includes(';')) return [';', '\t']
  return line.includes('\t') ? ['\t'] : [',', ';', '\t']
}

const decimalComma = /^([+-]?\d+),(\d+(?:[eE][+-]?\d+)?)$/

/** What no CSV parser can read, and on which line; 0: not known. */
export class CsvFault extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}

/**
 * The lines of a CSV file, separated by comma, semicolon or tab; what follows # is a comment. Where
 * the first line has a semicolon or a tab, commas are decimal points, as many countries write them.
 * @param most stop after so many
 * @throws CsvFault
 */
export function csvRows(text: string, most?: number): CsvRow[] {
  try {
    const delimiter = delimiterOf(text)
    const to = most === undefined ? {} : { to: most }
    const rows = rowsSchema.parse(parse(text, { ...options, delimiter, ...to }))
    if (delimiter.includes(',')) return rows
    return rows.map(({ record, info }) => ({
      record: record.map((cell) => cell.replace(decimalComma, '$1.$2')),
      info,
    }))
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const lines: unknown = Reflect.get(thrown, 'lines')
    throw new CsvFault(thrown.message, typeof lines === 'number' ? lines : 0)
  }
}
