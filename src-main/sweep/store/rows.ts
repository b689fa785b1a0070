import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { sweepRowSchema, type Problem, type SweepRow } from '@contract'
import { readLine } from './line'
import { RESULTS, resultsHeaderSchema, type ResultsHeader } from './header'

const CHUNK_BYTES = 1 << 20

/** What a file of results is found to hold. */
export type Found =
  | { kind: 'header'; header: ResultsHeader }
  | { kind: 'row'; row: SweepRow }
  /** A line that is not as it was written: its run has to be done again. */
  | { kind: 'damaged'; problem: Problem }

/** Where a reader stands in a file, so that it can go on when there is more. */
export interface Place {
  bytes: number
  lines: number
}

/** Files of results in a sweep's folder, in the order of their names. */
export function resultFiles(folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(join(folder, RESULTS))
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    throw thrown
  }
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, RESULTS, name))
}

/** Whole lines from a place on; a torn last line is left for later. The place is moved along. */
function* linesOf(path: string, place: Place): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    let rest = Buffer.alloc(0)
    for (;;) {
      const count = readSync(file, chunk, 0, CHUNK_BYTES, place.bytes + rest.length)
      if (count === 0) return
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)])
      let from = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        const line = bytes.toString('utf8', from, end)
        place.bytes += end - from + 1
        place.lines++
        from = end + 1
        yield line
      }
      rest = bytes.subarray(from)
    }
  } finally {
    closeSync(file)
  }
}

/** Everything in a file of results from a place on. O(bytes), and a line at a time in memory. */
export function* readResults(
  path: string,
  place: Place = { bytes: 0, lines: 0 },
): Generator<Found> {
  for (const line of linesOf(path, place)) {
    const value = readLine(line)
    const header = place.lines === 1 ? resultsHeaderSchema.safeParse(value) : null
    if (header?.success) {
      yield { kind: 'header', header: header.data }
      continue
    }
    const row = sweepRowSchema.safeParse(value)
    if (row.success) yield { kind: 'row', row: row.data }
    else yield { kind: 'damaged', problem: damaged(path, place.lines) }
  }
}

const damaged = (path: string, line: number): Problem => ({
  id: 'sweep-line-damaged',
  severity: 'warning',
  message: 'A result is not as it was written and is left out.',
  where: `${path.slice(-450)}:${line}`,
  kept: 'Every other result.',
  tip: 'Give the same command again: its run is done again.',
})
