import type { Command } from 'commander'
import { createMachine } from '../engine/machines'
import { realTime } from '../run/time'
import { findRun, resumptionOf } from '../run/store'
import { problemLine, usageError } from './fail'
import type { Output } from './output'
import { parseCount } from './parse-count'
import { perform } from './perform'
import { Progress } from './progress'
import { openRecorded } from './recorded'
import { resultText, runResult } from './result'
import { thisVersion } from './versions'

interface ResumeOptions {
  steps?: string
  store?: string
  json?: true
  quiet?: true
}

const about = `
RUN is the beginning of a run's identity as \`desynclab runs\` prints it, or \`last\`. The run goes on
from its newest checkpoint, bit for bit as if it had never stopped, and is recorded further.

Exit codes and --json are those of \`desynclab run\`.`

/** `desynclab resume RUN`: a stored run goes on. */
export function registerResume(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('resume <run>')
    .description('let a stored run go on, to its stop rule or for some steps more')
    .option('--steps <n>', 'so many steps more than were done, even beyond the stop rule')
    .option('--store <dir>', 'another folder of stored runs')
    .option('--json', 'print the result as one line of JSON')
    .option('--quiet', 'show no progress')
    .addHelpText('after', about)
    .action(async (wanted: string, options: ResumeOptions) =>
      exit(await resume(wanted, options, output)),
    )
}

async function resume(wanted: string, options: ResumeOptions, output: Output): Promise<number> {
  const more = options.steps === undefined ? null : parseCount(options.steps, '--steps', 1)
  const { keeper, stopped } = openRecorded(options.store, output)
  try {
    if (keeper.open === null) throw new Error('the store is open')
    const id = findRun(keeper.open.database, wanted)
    const checkpoint = await resumptionOf(keeper.open.database, id, createMachine)
    const { steps } = checkpoint.config.stop
    if (more === null && steps !== null && checkpoint.step >= steps) throw atItsEnd(id, steps)
    const progress = options.quiet || output.columns === null ? null : new Progress(output)
    const done = await perform(checkpoint.config, {
      id,
      time: realTime,
      versions: thisVersion(),
      interrupted: () => output.interrupted() || stopped(),
      progress: (point) => progress?.show(point),
      problem: (problem) => output.err(`${problemLine(problem)}\n`),
      keeper,
      from: { checkpoint, goal: more === null ? null : checkpoint.step + more },
    })
    progress?.end()
    const from = { preset: null, interrupted: done.interrupted, report: null, stored: id }
    const result = runResult(done.run, from)
    output.out(options.json ? JSON.stringify(result) : resultText(result, done.description))
    return done.failed || stopped() ? 1 : done.interrupted ? 130 : 0
  } finally {
    keeper.end()
  }
}

function atItsEnd(id: string, steps: number) {
  const tip = 'give --steps to let it go on beyond that'
  return usageError('run-finished', `the run has done its ${steps} steps`, id, tip)
}
