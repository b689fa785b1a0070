import { createHash } from 'node:crypto'
import { seriesCsv } from '../csv'
import { repeatRows } from '../repeats'
import { checksumEntry } from './checksums'
import { crateEntry } from './crate'
import { textEntry, type Entry } from './entry'
import { eventLines } from './events'
import { guide } from './guide'
import type { BundleInput } from './input'
import { seriesParquet } from './parquet'
import { edgesCsv, nodesCsv, tableCsv } from './tables'

/** SHA-256 of nodes, edges and roles: equal for runs on the same network. */
export function topologyHash({
  description: { nodes, edges },
}: Pick<BundleInput, 'description'>): string {
  const text = JSON.stringify([nodes.map(({ name, role }) => [name, role]), edges])
  return createHash('sha256').update(text).digest('hex')
}

/** Every file of a run's bundle, in the order of its table of contents. */
export async function bundleEntries(input: BundleInput): Promise<Entry[]> {
  // Loaded here: the charts cost 0.2 s, which a command without a report need not wait for.
  const { reportPage } = await import('../page')
  const run = { ...input.run, topology: topologyHash(input) }
  const csv = 'text/csv'
  const entries: Entry[] = [
    textEntry('report.html', 'text/html', 'The report, to read or to print.', reportPage(input)),
    textEntry(
      'run.json',
      'application/json',
      'Every parameter, seed, version and adjustment, and what came out: enough to run again.',
      `${JSON.stringify(run, null, 2)}\n`,
    ),
    textEntry('series.csv', csv, 'Errors and accuracies over the steps.', seriesCsv(input)),
    {
      name: 'series.parquet',
      mediaType: 'application/vnd.apache.parquet',
      about: 'The same, typed, units in its metadata.',
      content: seriesParquet(input),
    },
    textEntry(
      'edges.csv',
      csv,
      'Each edge: conductance before and after, updates.',
      edgesCsv(input),
    ),
    textEntry(
      'nodes.csv',
      csv,
      'Each node: role, place, free and clamped voltage.',
      nodesCsv(input),
    ),
    textEntry(
      'events.jsonl',
      'application/jsonl',
      'What happened: changes by hand, gaps, problems.',
      eventLines(run),
    ),
    textEntry(
      'network.json',
      'application/json',
      'The network, for desynclab run --network.',
      input.networkJson,
    ),
  ]
  if (input.examples !== null)
    entries.push(
      textEntry(
        'examples.csv',
        csv,
        'The examples that it learned from and was tested on.',
        tableCsv(input.examples),
      ),
    )
  if (input.repeats !== undefined)
    entries.push(
      textEntry(
        'repeats.csv',
        csv,
        'The same configuration with other seeds: what each run came to.',
        tableCsv(repeatRows(input.repeats, input.description)),
      ),
    )
  const missing: string[] = []
  if (run.config.task.kind === 'images')
    missing.push(
      'There is no examples.csv: the pictures are in run.json, at config.task.pictures, as bytes (rows of a picture one after the other, pictures one after the other) in raw deflate and base64.',
    )
  if (input.pdf.content === null) missing.push(`There is no report.pdf: ${input.pdf.why}`)
  else
    entries.splice(1, 0, {
      name: 'report.pdf',
      mediaType: 'application/pdf',
      about: 'The report on pages.',
      content: input.pdf.content,
    })
  const readme = textEntry('README.md', 'text/markdown', 'This page.', guide(run, entries, missing))
  const described = [readme, ...entries]
  const whole = [...described, crateEntry(run, described, input.writtenAt)]
  return [...whole, checksumEntry(whole)]
}
