import type { LibraryEntry } from '@contract'
import { errorUnitOf, formatCount, formatDuration, formatError, formatPercent } from '@figures'
import type { Command } from 'commander'
import { RunStore } from '../run/store'
import type { Output } from './output'
import { storeFolder } from './recorded'

interface RunsOptions {
  store?: string
  json?: true
  find?: string
  tag?: string
  deleted?: true
}

const about = `
Reads the runs that the window and \`desynclab run --record\` have kept, also while one is recorded.
They lie in the window's data folder; --store DIR or the variable DESYNCLAB_STORE name another.`

/** `desynclab runs`: what is in the run store. */
export function registerRuns(program: Command, output: Output): void {
  program
    .command('runs')
    .description('list the stored runs, newest first')
    .option('--find <text>', 'those with this in name, note, tags, task or identity')
    .option('--tag <tag>', 'those with this tag')
    .option('--deleted', 'those in the trash instead')
    .option('--store <dir>', 'another folder of stored runs')
    .option('--json', 'print them as one line of JSON')
    .addHelpText('after', about)
    .action((options: RunsOptions) => {
      const store = RunStore.read(storeFolder(options.store))
      const entries = store.list({
        trashed: options.deleted === true,
        ...(options.find === undefined ? {} : { text: options.find }),
        ...(options.tag === undefined ? {} : { tag: options.tag }),
      })
      store.close()
      if (options.json)
        return output.out(
          JSON.stringify(entries.map((entry) => ({ ...entry, curve: [...entry.curve] }))),
        )
      output.out(entries.length === 0 ? 'No stored runs.' : listText(entries))
    })
}

function listText(entries: readonly LibraryEntry[]): string {
  const head = ['run', 'begun', 'name', 'steps', 'error', 'accuracy', 'time', 'state']
  const rows = entries.map((entry) => [
    entry.id.slice(0, 8),
    entry.createdAt.slice(0, 16).replace('T', ' '),
    entry.name || '–',
    formatCount(entry.steps),
    formatError(entry.testError ?? entry.trainError, errorUnitOf(entry.model)),
    entry.accuracy === null ? '–' : formatPercent(entry.accuracy),
    formatDuration(entry.runTimeMs),
    entry.interrupted ? 'interrupted' : entry.state,
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at].length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
