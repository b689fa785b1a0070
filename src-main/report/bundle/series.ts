import type { History, SeriesName } from '@contract'
import { seriesNames } from '../csv'
import type { Bundle } from './read'
import { damaged } from './refusal'

type Rows = Pick<History, 'firstStep' | 'lastStep' | 'expectedUpdates' | 'min' | 'max' | 'mean'>

/** As `seriesCsv` writes them, after series and unit. */
const COLUMNS = ['firstStep', 'lastStep', 'expectedUpdates', 'min', 'max', 'mean'] as const
/** 20 000 rows of each of six series have 15 MB. */
const MOST_SERIES_BYTES = 64_000_000
const MOST_ROWS = 1_000_000

/**
 * The series of a bundle, from its `series.csv`.
 * @throws ProblemError `bundle-damaged` that says in which line
 */
export function bundleSeries({ files }: Bundle): ReadonlyMap<SeriesName, Rows> {
  const content = files.get('series.csv')
  if (content === undefined) throw damaged('series.csv', 'it is missing.')
  if (content.length > MOST_SERIES_BYTES)
    throw damaged('series.csv', `it has more than ${MOST_SERIES_BYTES / 1e6} MB.`)
  const lines = new TextDecoder().decode(content).split(/\r?\n/)
  if (lines.length > MOST_ROWS) throw damaged('series.csv', `it has more than ${MOST_ROWS} rows.`)
  const found = new Map<SeriesName, number[][]>()
  lines.slice(1).forEach((line, n) => {
    if (line === '') return
    const [word, , ...cells] = line.split(',')
    const name = seriesNames.find((one) => one === word)
    const values = cells.map((cell) => (cell === '' ? NaN : Number(cell)))
    const where = `series.csv line ${n + 2}`
    if (name === undefined) throw damaged(where, 'it names no series.')
    if (values.length !== COLUMNS.length || !values.every(Number.isFinite))
      throw damaged(where, `a row has ${COLUMNS.length} numbers after its unit.`)
    const rows = found.get(name) ?? []
    const before = rows.at(-1)?.[1] ?? -1
    if (values[0] <= before || values[1] < values[0] || values[0] < 0)
      throw damaged(where, 'its steps do not follow those of the row before.')
    rows.push(values)
    found.set(name, rows)
  })
  return new Map([...found].map(([name, rows]) => [name, columnsOf(rows)]))
}

function columnsOf(rows: readonly number[][]): Rows {
  const column = (at: number): Float64Array<ArrayBuffer> =>
    Float64Array.from(rows, (row) => row[at])
  const [firstStep, lastStep, expectedUpdates, min, max, mean] = COLUMNS.map((_, at) => column(at))
  return { firstStep, lastStep, expectedUpdates, min, max, mean }
}
