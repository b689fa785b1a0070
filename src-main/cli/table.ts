import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkConfig, type RunConfig } from '@contract'
import { readCells, tableTask, type WantedColumn } from '../machine/task-files'
import { usageError } from './fail'
import { whyUnreadable } from './unreadable'

interface TableOptions {
  table?: string
  inputs?: string
  targets?: string
}

/** `time,load:0..40`: names, some with the range that voltages are scaled from. */
function wanted(text: string, option: string): WantedColumn[] {
  return text.split(',').map((part) => {
    const [column, range] = part.split(':').map((piece) => piece.trim())
    const ends = range === undefined ? null : range.split('..').map(Number)
    const bad = ends !== null && (ends.length !== 2 || !ends.every(Number.isFinite))
    if (column === '' || bad || part.split(':').length > 2)
      throw usageError('bad-columns', `'${part}' is no column`, option, 'as in time,load:0..40')
    return { column, range: ends === null ? null : { low: ends[0], high: ends[1] } }
  })
}

/**
 * The configuration with a table of a file as its task, whose numbers are then part of it.
 * @throws ProblemError when the file cannot be read or the columns are not there
 */
export async function withTable(base: unknown, options: TableOptions): Promise<unknown> {
  const { table: path, inputs, targets } = options
  if (path === undefined && inputs === undefined && targets === undefined) return base
  if (path === undefined || inputs === undefined || targets === undefined)
    throw usageError(
      'half-a-table',
      'a table needs its file, its inputs and its targets',
      '--table, --inputs and --targets',
      'give all three',
    )
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    throw usageError(
      'table-file',
      `cannot read it: ${whyUnreadable(thrown)}`,
      path,
      'check its name',
    )
  }
  const table = readCells(text, basename(path))
  const columns = [wanted(inputs, '--inputs'), wanted(targets, '--targets')] as const
  const task = tableTask(table, ...columns, basename(path))
  const config: RunConfig = checkConfig(base, path)
  return { ...config, task }
}
