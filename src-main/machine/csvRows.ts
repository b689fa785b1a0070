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
  delimiter: [',', ';', '\t'],
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  max_record_size: 100_000,
}

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
 * The lines of a CSV file, separated by comma, semicolon or tab; what follows # is a comment.
 * @param most stop after so many
 * @throws CsvFault
 */
export function csvRows(text: string, most?: number): CsvRow[] {
  try {
    return rowsSchema.parse(
      parse(text, { ...options, ...(most === undefined ? {} : { to: most }) }),
    )
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const lines: unknown = Reflect.get(thrown, 'lines')
    throw new CsvFault(thrown.message, typeof lines === 'number' ? lines : 0)
  }
}
