import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formatCount } from '@figures'
import type { Command } from 'commander'
import { openFolder, rowsByIndex, Scan, Sweep } from '../sweep'
import { jobScript, shardsLeft, shellWord, SLURM, submit } from '../sweep/slurm'
import { writeWhole } from '../sweep/store/atomic'
import { usageError } from './fail'
import type { Output } from './output'
import { findPlan } from './sweep-plan'

/** Tasks of an array, unless told otherwise: schedulers of labs take a thousand. */
const USUAL_TASKS = 100

interface SlurmOptions {
  out?: string
  tasks?: string
  cpus: string
  atOnce?: string
  command?: string
  submit?: true
  json?: true
}

const about = `
Examples:
  $ desynclab slurm plan.json                       writes plan/slurm/job.sh: look at it, sbatch it
  $ desynclab slurm plan.json --submit -- --partition=long --time=2:00:00
  $ desynclab slurm plan.json --submit              again: submits what is missing, and only that
  $ desynclab merge plan --export runs.csv          when squeue is empty

The folder of the sweep lies where every node sees it under the same path. Everything after -- goes
to sbatch. --command says how a node starts desynclab where that is not as here, as in
--command "apptainer exec lab.sif desynclab".`

/** `desynclab slurm`: a plan as a job array. */
export function registerSlurm(program: Command, output: Output): void {
  program
    .command('slurm')
    .description('do the runs of a plan as a Slurm job array')
    .argument('<plan>', 'a plan, or the folder of a sweep that was begun')
    .argument('[sbatch...]', 'after --: options of sbatch')
    .option('--out <dir>', 'where results go; left out: beside the plan')
    .option('--tasks <n>', `parts of the plan, each a task (default ${USUAL_TASKS})`)
    .option('--cpus <n>', 'cores of a task, each doing a run at a time', '1')
    .option('--at-once <n>', 'tasks that run at a time at most')
    .option('--command <words>', 'what runs desynclab on a node')
    .option('--submit', 'submit the job, instead of only writing its script')
    .option('--json', 'print the result as one line of JSON')
    .addHelpText('after', about)
    .action(async (path: string, sbatch: string[], options: SlurmOptions) => {
      output.out(await slurm(path, sbatch, options))
    })
}

function count(text: string, option: string): number {
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= 1 && value <= 100_000) return value
  throw usageError('bad-number', `'${text}' is no such number`, option, 'allowed: 1..100000')
}

/** What starts this program here: a node has it under the same path. */
const thisCommand = (): string =>
  [process.execPath, resolve(process.argv[1])].map(shellWord).join(' ')

async function slurm(path: string, sbatch: string[], options: SlurmOptions): Promise<string> {
  const found = await findPlan(path)
  const sweep = new Sweep(found.plan)
  sweep.check()
  const folder = resolve(options.out ?? found.folder)
  openFolder(folder, sweep)
  const done = new Set(rowsByIndex(new Scan(folder, sweep)).keys())
  const missing = sweep.count - done.size
  const wanted = options.tasks === undefined ? USUAL_TASKS : count(options.tasks, '--tasks')
  const shards = Math.min(wanted, sweep.count)
  const left = shardsLeft(done, sweep.count, shards)
  const result = { folder, total: sweep.count, missing, tasks: left.length }
  if (missing === 0)
    return options.json
      ? JSON.stringify({ ...result, script: null, job: null })
      : `All ${formatCount(sweep.count)} runs are done: ${folder}`
  const script = join(folder, SLURM, 'job.sh')
  mkdirSync(join(folder, SLURM), { recursive: true })
  const text = jobScript({
    name: found.plan.name || 'desynclab',
    folder,
    command: options.command ?? thisCommand(),
    left,
    shards,
    atOnce: options.atOnce === undefined ? null : count(options.atOnce, '--at-once'),
    cpusPerTask: count(options.cpus, '--cpus'),
    options: sbatch,
  })
  writeWhole(script, text)
  const job = options.submit ? submit(script) : null
  if (options.json) return JSON.stringify({ ...result, script, job })
  const runs = `${formatCount(missing)} of ${formatCount(sweep.count)} runs in ${left.length} tasks`
  return job === null ? `${runs}: sbatch ${shellWord(script)}` : `${runs}: job ${job}`
}
