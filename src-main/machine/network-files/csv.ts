import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Collector, conductanceOf } from './collect'
import { fileProblem, type NetworkFile, type Reader } from './networkFile'

/** Names of the two columns with the ends of an edge. */
const ends = [
  ['a', 'b'],
  ['from', 'to'],
  ['source', 'target'],
  ['node1', 'node2'],
] as const

const allowed =
  'One edge per line: two node names and, if wanted, a number; columns named a,b (or from,to or source,target) and conductance or resistance; without a header the number is a conductance.'

const rowsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)
type Row = z.infer<typeof rowsSchema>[number]

const options = {
  bom: true,
  comment: '#',
  trim: true,
  delimiter: [',', ';', '\t'],
  relax_column_count: true,
  skip_empty_lines: true,
  /** With each record the line on which it ends. */
  info: true,
  max_record_size: 10_000,
}

function rows(text: string, file: string): Row[] {
  try {
    return rowsSchema.parse(parse(text, options))
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const lines: unknown = Reflect.get(thrown, 'lines')
    throw fileProblem(file, typeof lines === 'number' ? lines : 0, thrown.message, allowed)
  }
}

interface Columns {
  a: number
  b: number
  value: number
  of: 'conductance' | 'resistance'
}

/**
 * Places of the columns that a header names; null: the first line is no header. It has no number,
 * and is written small: A and B are good names for nodes.
 */
function header(names: readonly string[]): Columns | null {
  if (names.some((name) => name !== '' && Number.isFinite(Number(name)))) return null
  const pair = ends.find(([a, b]) => names.includes(a) && names.includes(b))
  if (pair === undefined) return null
  const of = names.includes('resistance') ? 'resistance' : 'conductance'
  return { a: names.indexOf(pair[0]), b: names.indexOf(pair[1]), value: names.indexOf(of), of }
}

function read(text: string, file: string): NetworkFile {
  const all = rows(text, file)
  const collector = new Collector(file)
  const named = all.length > 0 ? header(all[0].record) : null
  const width = named === null ? 3 : all[0].record.length
  const columns = named ?? { a: 0, b: 1, value: 2, of: 'conductance' as const }
  for (const { record, info } of named === null ? all : all.slice(1)) {
    const line = info.lines
    // A comma for a decimal point makes one cell more: the number would be another.
    if (record.length < 2 || record.slice(width).some((cell) => cell !== ''))
      throw collector.problem(line, `This line has ${record.length} cells.`, allowed)
    const cell = columns.value < 0 ? undefined : record[columns.value]
    const value = cell === undefined || cell === '' ? null : Number(cell)
    if (value !== null && !Number.isFinite(value))
      throw collector.problem(line, `'${cell}' is no number.`, allowed)
    const conductance = value === null ? null : conductanceOf(value, columns.of)
    collector.edge(record[columns.a] ?? '', record[columns.b] ?? '', conductance, line)
  }
  return collector.finish('')
}

/** Edge list: one edge per line. */
export const csv: Reader = { name: 'edge-list CSV', endings: ['.csv', '.tsv', '.edges'], read }
