import { extname } from 'node:path'
import { ProblemError } from '@contract'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { csvFile, textCell } from '../csv'
import type { Column } from './columns'

const parquetType = { text: 'STRING', whole: 'INT64', number: 'DOUBLE' } as const

const titleOf = ({ name, unit }: Column): string => (unit === '' ? name : `${name} (${unit})`)

/** A header with units, then a row per row. UTF-8 with a byte order mark, CRLF, a decimal point. */
export function columnsCsv(columns: readonly Column[]): string {
  const cell = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'string' ? textCell(value) : String(value)
  const rows = (columns[0]?.values ?? []).map((_, i) =>
    columns.map(({ values }) => cell(values[i])).join(','),
  )
  const header = columns.map((column) => textCell(titleOf(column))).join(',')
  return csvFile([header, ...rows])
}

/** The same with types; units are in the key-value metadata `desynclab.units`. */
export function columnsParquet(columns: readonly Column[]): Uint8Array<ArrayBuffer> {
  const units = Object.fromEntries(columns.map(({ name, unit }) => [name, unit]))
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, values }) => ({
        name,
        type: parquetType[type],
        nullable: true,
        data:
          type === 'whole'
            ? values.map((value) => (value === null ? null : BigInt(value)))
            : [...values],
      })),
      kvMetadata: [{ key: 'desynclab.units', value: JSON.stringify(units) }],
    }),
  )
}

/** One object per row, by the names of the columns. */
export function columnsJson(columns: readonly Column[]): string {
  const rows = (columns[0]?.values ?? []).map((_, i) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[i]])),
  )
  return `${JSON.stringify(rows, null, 1)}\n`
}

/** The table in the form that the file's name asks for. @throws ProblemError for any other */
export function tableFor(
  path: string,
  columns: readonly Column[],
): string | Uint8Array<ArrayBuffer> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return columnsCsv(columns)
    case '.parquet':
      return columnsParquet(columns)
    case '.json':
      return columnsJson(columns)
    default:
      throw new ProblemError({
        id: 'bad-table-name',
        severity: 'error',
        message: 'The name of the file does not say what table to write.',
        where: path.slice(-500),
        kept: 'Nothing was written.',
        tip: 'End it in .csv, .parquet or .json.',
      })
  }
}
