import { resolve } from 'node:path'
import type { Command } from 'commander'
import { bundleInput } from '../engine/bundleInput'
import { createMachine } from '../engine/machines'
import { ensureFree, writeReport } from '../report'
import { findRun, RunStore, storedView } from '../run/store'
import { realTime } from '../run/time'
import type { Output } from './output'
import { printReport } from './print'
import { storeFolder } from './recorded'

interface ReportOptions {
  out?: string
  store?: string
}

const about = `
RUN is the beginning of a run's identity as \`desynclab runs\` prints it, or \`last\`. The bundle has
the report (HTML, and PDF where it can be printed), the record, series, network and examples.

Examples:
  $ desynclab report last
  $ desynclab report 1f0c --out results.zip`

/** `desynclab report RUN`: the bundle of a stored run. */
export function registerReport(program: Command, output: Output): void {
  program
    .command('report <run>')
    .description('write the bundle of a stored run')
    .option('--out <out>', 'a new .zip, or a new or empty folder; left out: desynclab-RUN')
    .option('--store <dir>', 'another folder of stored runs')
    .addHelpText('after', about)
    .action(async (wanted: string, options: ReportOptions) => {
      const store = RunStore.read(storeFolder(options.store))
      try {
        const id = findRun(store.database, wanted)
        const out = resolve(options.out ?? `desynclab-${id.slice(0, 8)}`)
        await ensureFree(out)
        const view = await storedView(store.database, id, createMachine, realTime)
        const pdf = await printReport(view)
        const { files } = await writeReport(bundleInput(view, new Date().toISOString(), pdf), out)
        output.out(`Wrote ${files.length} files to ${out}`)
      } finally {
        store.close()
      }
    })
}
