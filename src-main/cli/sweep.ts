import { resolve } from 'node:path'
import type { SweepProgress, SweepRow } from '@contract'
import { formatCount, formatDuration } from '@figures'
import type { Command } from 'commander'
import {
  coreCount,
  estimate,
  parseShard,
  shardText,
  Sweep,
  SweepRunner,
  threadPool,
  wholePlan,
} from '../sweep'
import worker from '../sweep/worker?modulePath'
import { problemLine, usageError } from './fail'
import { table, type Output } from './output'
import { findPlan } from './sweep-plan'
import { estimateText } from './sweep-estimate'
import { SweepLine } from './sweep-line'

interface SweepOptions {
  out?: string
  shard?: string
  workers?: string
  estimate?: true
  retryFailed?: true
  json?: true
  progress?: true
  quiet?: true
}

const about = `
Examples:
  $ desynclab plan --preset iris-penn16 --axis schedule.probability=0.1,0.25,1 --seeds 30 > p.json
  $ desynclab sweep p.json --estimate        how many runs, and how long
  $ desynclab sweep p.json                   into the folder p; the same again goes on
  $ desynclab sweep p.json --shard 2/8       the second of eight parts, on this computer
  $ desynclab merge p --export runs.csv      one table of all results
  $ desynclab slurm p.json -- --partition=long     as a job array on a cluster

PLAN is the file of a plan or the folder of a sweep that was begun. Every result is on the disk when
it is counted: after Ctrl-C, a crash or a reboot the same command does what is missing.

Exit codes:
  0    every run is done
  1    some runs cannot be done; each says why
  2    an option or the plan is wrong; nothing was run
  130  Ctrl-C; results so far are kept

With --json the last line of standard output is one object: plan, engine, folder, shard, workers,
total, finished, failed, done (in this call), runsPerSecond, stepsPerSecond, seconds, busy (of the
workers' time, 0..1, spent on runs), cpuSeconds (of the whole program), interrupted.`

/** `desynclab sweep`: the runs of a plan, on all cores. */
export function registerSweep(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('sweep')
    .description('do the runs of a plan, on all cores')
    .argument('<plan>', 'a plan (see: desynclab plan), or the folder of a sweep that was begun')
    .option('--out <dir>', 'where results go; left out: beside the plan')
    .option('--shard <i/n>', 'only the i-th of n parts, for n computers')
    .option('--workers <n>', 'runs at a time (default: one per core)')
    .option('--estimate', 'say how many runs there are and how long they take, and run none')
    .option('--retry-failed', 'do runs again that could not be done')
    .option('--json', 'print the result as one line of JSON')
    .option('--progress', 'show progress even when standard error is no terminal')
    .option('--quiet', 'show no progress')
    .addHelpText('after', about)
    .action(async (plan: string, options: SweepOptions) => exit(await sweep(plan, options, output)))
}

/** How many runs at a time. @throws ProblemError */
function workerCount(text: string | undefined): number {
  if (text === undefined) return coreCount()
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 1024) return count
  throw usageError(
    'bad-workers',
    `'${text}' is no number of workers`,
    '--workers',
    'allowed: 1..1024',
  )
}

async function sweep(path: string, options: SweepOptions, output: Output): Promise<number> {
  const found = await findPlan(path)
  const lanes = workerCount(options.workers)
  const shard = options.shard === undefined ? wholePlan : parseShard(options.shard)
  const whole = new Sweep(found.plan)
  whole.check()
  if (options.estimate) {
    const pool = threadPool(worker, whole, lanes)
    const guess = await estimate(whole, pool).finally(() => pool.close())
    output.out(options.json ? JSON.stringify(guess) : estimateText(whole, guess))
    return guess.seconds === null ? 1 : 0
  }
  const folder = resolve(options.out ?? found.folder)
  const line = options.quiet ? null : new SweepLine(output, options.progress === true)
  let done = 0
  let learned = 0
  const runner: SweepRunner = new SweepRunner({
    folder,
    sweep: whole,
    shard,
    makePool: () => threadPool(worker, whole, lanes),
    nowMs: () => performance.now(),
    retryFailed: options.retryFailed === true,
    done(row) {
      done++
      if (row.state === 'finished') learned += row.result.seconds
      else output.err(`${line?.clear() ?? ''}${failure(row)}\n`)
      line?.show(runner.progress())
    },
  })
  for (const problem of runner.problems) output.err(`${problemLine(problem)}\n`)
  const watch = setInterval(() => {
    if (output.interrupted()) runner.stop()
    line?.show(runner.progress())
  }, 100)
  const end = await runner.run().finally(() => clearInterval(watch))
  line?.end()
  const progress = runner.progress()
  const interrupted = end === 'stopped'
  const busy = progress.workedSeconds > 0 ? learned / (lanes * progress.workedSeconds) : 0
  const { user, system } = process.cpuUsage()
  const result = {
    plan: whole.id,
    engine: whole.engine,
    folder,
    shard: shardText(shard),
    workers: lanes,
    total: progress.total,
    finished: progress.finished,
    failed: progress.failed,
    done,
    runsPerSecond: progress.runsPerSecond,
    stepsPerSecond: progress.stepsPerSecond,
    seconds: progress.workedSeconds,
    busy,
    cpuSeconds: (user + system) / 1e6,
    interrupted,
  }
  const name = found.plan.name || 'Sweep'
  output.out(options.json ? JSON.stringify(result) : sweepText(name, folder, done, progress))
  return interrupted ? 130 : progress.failed > 0 ? 1 : 0
}

const failure = (row: Extract<SweepRow, { state: 'failed' }>): string =>
  `run ${row.index}, seed ${row.seed}: ${problemLine(row.problem)}`

function sweepText(name: string, folder: string, done: number, progress: SweepProgress): string {
  const { total, finished, failed, stepsPerSecond, workedSeconds } = progress
  const cannot = failed > 0 ? `; ${formatCount(failed)} cannot be done` : ''
  const rows: [string, string][] = [
    ['runs', `${formatCount(finished)} of ${formatCount(total)}${cannot}`],
    ['now', `${formatCount(done)} in ${formatDuration(1000 * workedSeconds)}`],
    ['speed', `${formatCount(stepsPerSecond)} steps/s`],
    ['results', folder],
  ]
  return `${name}\n${table(rows)}`
}
