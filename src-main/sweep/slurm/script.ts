import { join } from 'node:path'
import { arrayText } from './array'

export interface JobScript {
  /** Name of the job. */
  name: string
  /** Of the sweep; every node sees it under the same path. */
  folder: string
  /** What runs `desynclab` on a node, as words of a shell. */
  command: string
  /** Shards that are left, of so many. */
  left: readonly number[]
  shards: number
  /** Tasks at a time at most; null: as many as the cluster lets. */
  atOnce: number | null
  cpusPerTask: number
  /** Options of sbatch, which come after ours and so hold where both say something. */
  options: readonly string[]
}

/** Logs of the tasks lie in this folder of the sweep's. */
export const SLURM = 'slurm'

/** A word of a shell, whatever is in it. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** A value of an option in an `#SBATCH` line. */
const optionWord = (text: string): string =>
  /[\s"']/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text

/** The script of a job array, one task per shard that is left. */
export function jobScript(job: JobScript): string {
  const { name, folder, command, left, shards, atOnce, cpusPerTask, options } = job
  const limit = atOnce === null ? '' : `%${atOnce}`
  const directives = [
    `--job-name=${optionWord(name)}`,
    `--array=${arrayText(left)}${limit}`,
    '--ntasks=1',
    `--cpus-per-task=${cpusPerTask}`,
    `--output=${optionWord(join(folder, SLURM, '%A_%a.log'))}`,
    ...(options.length > 0 ? [options.map(optionWord).join(' ')] : []),
  ]
  return [
    '#!/bin/bash',
    ...directives.map((one) => `#SBATCH ${one}`),
    '# One task per shard. A task that is ended, by whatever, loses the runs that it was at; the same',
    '# command submits what is missing. Every task writes files of its own: no lock is needed.',
    'set -euo pipefail',
    `exec ${command} sweep ${shellWord(folder)} \\`,
    `  --shard "$SLURM_ARRAY_TASK_ID/${shards}" --workers "\${SLURM_CPUS_PER_TASK:-1}" --progress`,
    '',
  ].join('\n')
}
