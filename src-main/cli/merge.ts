import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { formatCount } from '@figures'
import type { Command } from 'commander'
import { curveColumns, runColumns, tableFor } from '../report/sweep'
import { merge, shardText, writeMerged, type Merged } from '../sweep'
import { problemLine } from './fail'
import { wantedFigures, writeFigures, type FigureOptions } from './merge-figures'
import { table, type Output } from './output'

interface MergeOptions extends FigureOptions {
  out?: string
  export: string[]
  curves: string[]
  json?: true
}

const about = `
Examples:
  $ desynclab merge node1/p node2/p --out p         two shards become one folder
  $ desynclab merge p --export runs.csv             a table with a row per run
  $ desynclab merge p --export runs.parquet --curves curves.parquet
  $ desynclab merge p --figures figures --measure test --by none     as SVG, PNG and CSV

Refuses folders of different plans or engines, and results of one run that differ. Runs without a
result are told: the exit code is then 1, and everything else is done all the same.`

const collect = (value: string, all: string[]): string[] => [...all, value]

/** `desynclab merge`: the results of shards as one, and as tables. */
export function registerMerge(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('merge')
    .description('join the folders of one sweep, and write its results as tables')
    .argument('<dir...>', 'folders that desynclab sweep made of one plan')
    .option('--out <dir>', 'put all results into this folder')
    .option('--export <file>', 'a row per run as .csv, .parquet or .json', collect, [])
    .option('--curves <file>', 'a row per point of every learning curve, likewise', collect, [])
    .option('--figures <dir>', 'what the results show, each figure as SVG, PNG and CSV')
    .option('--measure <name>', 'its number: train (default), bestTrain, lateTrain, test, …')
    .option('--along <axis>', 'its horizontal axis (default: the first)')
    .option('--by <axis>', 'what is told apart (default: the next axis), or none')
    .option('--against <value>', 'of the horizontal axis, what pairs are held against')
    .option('--json', 'print what was found as one line of JSON')
    .addHelpText('after', about)
    .action(async (folders: string[], options: MergeOptions) => {
      const merged = merge(folders.map((folder) => resolve(folder)))
      for (const problem of merged.problems) output.err(`${problemLine(problem)}\n`)
      const { plan } = merged.sweep
      const tables = [
        ...options.export.map((path) => ({ path, columns: runColumns(plan, merged.rows) })),
        ...options.curves.map((path) => ({ path, columns: curveColumns(plan, merged.rows) })),
      ].map(({ path, columns }) => ({ path, content: tableFor(path, columns) }))
      const wanted = options.figures === undefined ? null : wantedFigures(plan, options)
      if (options.out !== undefined) writeMerged(merged, resolve(options.out))
      for (const { path, content } of tables) await writeFile(path, content)
      if (wanted !== null && options.figures !== undefined)
        await writeFigures(merged, wanted, options.figures)
      output.out(options.json ? JSON.stringify(summary(merged)) : text(merged))
      exit(merged.missing > 0 ? 1 : 0)
    })
}

function summary({ sweep, rows, missing, shards }: Merged) {
  const finished = rows.filter(({ state }) => state === 'finished').length
  return {
    plan: sweep.id,
    engine: sweep.engine,
    total: sweep.count,
    finished,
    failed: rows.length - finished,
    missing,
    missingShards: shards.map(({ shard, ...rest }) => ({ shard: shardText(shard), ...rest })),
  }
}

function text(merged: Merged): string {
  const { total, finished, failed, missing, missingShards } = summary(merged)
  const rows: [string, string][] = [
    ['runs', `${formatCount(finished)} of ${formatCount(total)}`],
    ...(failed > 0 ? [['failed', formatCount(failed)] as [string, string]] : []),
    ...(missing > 0 ? [['missing', formatCount(missing)] as [string, string]] : []),
    ...missingShards.map(({ shard, missing: left, of }): [string, string] => [
      `shard ${shard}`,
      `${formatCount(left)} of ${formatCount(of)} missing`,
    ]),
  ]
  return `${merged.sweep.plan.name || 'Sweep'}\n${table(rows)}`
}
