import { CsvFault, csvRows, type CsvRow } from '../csvRows'
import { Collector, conductanceOf } from './collect'
import { fileProblem, limits, type NetworkFile, type Reader } from './networkFile'

/** Names of the two columns with the ends of an edge. */
const ends = [
  ['a', 'b'],
  ['from', 'to'],
  ['source', 'target'],
  ['node1', 'node2'],
] as const

const allowed =
  'One edge per line: two node names and, if wanted, a number; columns named a,b (or from,to or source,target) and conductance (or weight) or resistance; without a header the number is a conductance.'

function rows(text: string, file: string): CsvRow[] {
  try {
    // One line more than can be taken, so that it is told.
    return csvRows(text, limits.edges + 2)
  } catch (thrown) {
    if (!(thrown instanceof CsvFault)) throw thrown
    throw fileProblem(file, thrown.line, thrown.message, allowed)
  }
}

interface Columns {
  a: number
  b: number
  value: number
  of: 'conductance' | 'resistance'
}

/** Columns with a number for each edge, the first that is there; graph programs write weights. */
const values = ['conductance', 'weight', 'resistance'] as const
/** Columns of numbers that are none of an edge's conductance. */
const numbering = ['', 'id', 'index', 'key']

/** A column's name without its unit and, unless it is a single letter, without regard to case. */
function plain(name: string): string {
  const small = name.toLowerCase().replace(/\s*\((s|a\.u\.|ω|ohm)\)$/, '')
  return small.length === 1 ? name : small
}

/**
 * Places of the columns that a header names; null: the first line is no header. It has no number,
 * and a and b are written small: A and B are good names for nodes.
 */
function header(record: readonly string[]): Columns | null {
  if (record.some(isNumber)) return null
  const names = record.map(plain)
  const pair = ends.find(([a, b]) => names.includes(a) && names.includes(b))
  if (pair === undefined) return null
  const name = values.find((value) => names.includes(value)) ?? 'conductance'
  const of = name === 'resistance' ? name : 'conductance'
  return { a: names.indexOf(pair[0]), b: names.indexOf(pair[1]), value: names.indexOf(name), of }
}

/** Numbers that nobody would read: whoever wrote them meant something. */
function refuseStray([head, first]: CsvRow[], { a, b }: Columns, collector: Collector): void {
  const stray = head.record.find(
    (name, c) =>
      c !== a && c !== b && !numbering.includes(plain(name)) && isNumber(first?.record[c] ?? ''),
  )
  if (stray === undefined) return
  throw collector.problem(
    head.info.lines,
    `The column '${stray}' has numbers, and is neither conductance nor resistance.`,
    'Name it conductance (S) or resistance (Ω), in these units, or leave it out.',
  )
}

function read(text: string, file: string): NetworkFile {
  const all = rows(text, file)
  const collector = new Collector(file)
  const named = all.length > 0 ? header(all[0].record) : null
  if (named !== null && named.value < 0) refuseStray(all, named, collector)
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

/** Lines that tell an edge list from a table of numbers. */
const TELLING = 50

/**
 * Whether a CSV file is an edge list rather than a data set: its header names the two ends of an
 * edge, or it has no header and its first line no column of numbers to name (ours).
 */
export function isEdgeList(text: string): boolean {
  const [first, ...others] = csvRows(text, TELLING)
  if (first === undefined || first.record.length < 2) return false
  if (header(first.record) !== null) return true
  if (first.record.length > 3) return false
  if (first.record.some(isNumber)) return true
  return !first.record.some(
    (_, c) => others.length > 0 && others.every(({ record }) => isNumber(record[c] ?? '')),
  )
}

const isNumber = (cell: string): boolean => cell !== '' && Number.isFinite(Number(cell))
