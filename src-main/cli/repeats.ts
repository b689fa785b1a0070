import { modelOf, sweepPlanSchema, type RunConfig, type SweepRow } from '@contract'
import { errorUnitOf, formatDuration, formatError, formatPercent } from '@figures'
import { runAll, threadPool, Sweep } from '../sweep'
import worker from '../sweep/worker?modulePath'
import { problemLine, usageError } from './fail'
import { table, type Output } from './output'
import type { Repeats } from '../report'
import { bootstrapMedian, quantile } from '../sweep/statistics'

const MOST_REPEATS = 100_000

/** Median and quartiles over the repeats; errors in V² (of spins pure numbers), accuracy 0..1. */
interface Spread {
  median: number
  lowerQuartile: number
  upperQuartile: number
}

const spread = (values: number[]): Spread | null =>
  values.length === 0
    ? null
    : {
        median: quantile(values, 0.5),
        lowerQuartile: quantile(values, 0.25),
        upperQuartile: quantile(values, 0.75),
      }

const known = (values: (number | null)[]): number[] => values.filter((value) => value !== null)

/** How many repeats an option asks for. @throws ProblemError */
export function parseRepeats(text: string): number {
  const repeats = Number(text)
  if (Number.isInteger(repeats) && repeats >= 1 && repeats <= MOST_REPEATS) return repeats
  const allowed = `allowed: a whole number from 1 to ${MOST_REPEATS}`
  throw usageError('bad-repeats', `'${text}' is no number of repeats`, '--repeats', allowed)
}

/**
 * The same configuration with the seeds s, s + 1, ..., on all cores.
 * @returns the exit code: 0, 1 if a run failed, 130 after Ctrl-C; and what a report says of them
 */
export async function repeat(
  config: RunConfig,
  repeats: number,
  json: boolean,
  output: Output,
): Promise<{ code: number; repeats: Repeats }> {
  const startMs = performance.now()
  const seeds = { first: config.seed, count: repeats }
  const sweep = new Sweep(sweepPlanSchema.parse({ base: config, seeds }))
  let ended = 0
  const rows = await runAll(sweep, threadPool(worker, sweep), {
    interrupted: output.interrupted,
    done(row) {
      ended += 1
      if (row.state === 'failed') output.err(`seed ${row.seed}: ${problemLine(row.problem)}\n`)
      if (output.columns !== null) output.err(`\r${ended} of ${repeats} runs`)
    },
  })
  if (output.columns !== null) output.err('\n')
  const { runs, failed, result } = outcomeOf(config, rows, performance.now() - startMs)
  output.out(json ? JSON.stringify({ ...result, runs }) : outcomeText(config, result))
  const code = failed > 0 ? 1 : output.interrupted() ? 130 : 0
  return { code, repeats: { failed, runs: runs.map(reported), spreads: spreadsOf(runs) } }
}

/** What the repeats of a configuration came to. @param wallTimeMs of all of them together */
export function outcomeOf(config: RunConfig, rows: readonly SweepRow[], wallTimeMs: number) {
  const runs = rows.flatMap((row) => (row.state === 'finished' ? [learned(row)] : []))
  const failed = rows.length - runs.length
  return { runs, failed, result: summary(config, runs, failed, wallTimeMs) }
}

/** What a run came to, for a script. */
function learned({ seed, result }: Extract<SweepRow, { state: 'finished' }>) {
  const { steps, trainError, testError, trainAccuracy, testAccuracy, hash, problems } = result
  const errors = { trainError, testError, trainAccuracy, testAccuracy }
  const { updates: expectedUpdates, seconds } = result
  return { seed, steps, expectedUpdates, runTimeMs: 1000 * seconds, ...errors, hash, problems }
}

type Learned = ReturnType<typeof learned>

const accuracyOf = (run: Learned): number | null => run.testAccuracy ?? run.trainAccuracy

const reported = (run: Learned): Repeats['runs'][number] => ({
  ...{ seed: run.seed, steps: run.steps, trainError: run.trainError, testError: run.testError },
  ...{ accuracy: accuracyOf(run), hash: run.hash },
})

/** Medians with their uncertainty; what no run has is left out. */
function spreadsOf(runs: Learned[]): Repeats['spreads'] {
  const columns = [
    { name: 'train error', kind: 'error', values: runs.map((run) => run.trainError) },
    { name: 'test error', kind: 'error', values: known(runs.map((run) => run.testError)) },
    { name: 'accuracy', kind: 'accuracy', values: known(runs.map(accuracyOf)) },
  ] as const
  return columns.flatMap(({ name, kind, values }) => {
    const of = spread(values)
    if (of === null) return []
    const { low, high } = bootstrapMedian(values)
    return [{ name, kind, ...of, low, high }]
  })
}

function summary(config: RunConfig, runs: Learned[], failed: number, wallTimeMs: number) {
  return {
    name: config.name,
    repeats: runs.length,
    failed,
    firstSeed: config.seed,
    wallTimeMs,
    trainError: spread(runs.map((run) => run.trainError)),
    testError: spread(known(runs.map((run) => run.testError))),
    accuracy: spread(known(runs.map(accuracyOf))),
  }
}

/** The same for people. */
export function outcomeText(config: RunConfig, result: ReturnType<typeof summary>): string {
  const unit = errorUnitOf(modelOf(config))
  const { repeats, failed, firstSeed, wallTimeMs } = result
  const show = (name: string, values: Spread | null, format: (value: number) => string) =>
    values === null
      ? []
      : [
          [
            name,
            `${format(values.median)} (${format(values.lowerQuartile)} to ${format(values.upperQuartile)})`,
          ] as const,
        ]
  const error = (value: number) => formatError(value, unit)
  const rows = [
    [
      'runs',
      `${repeats}, seeds from ${firstSeed}${failed > 0 ? `; ${failed} failed` : ''}`,
    ] as const,
    ...show('train error', result.trainError, error),
    ...show('test error', result.testError, error),
    ...show('accuracy', result.accuracy, formatPercent),
    ['time', formatDuration(wallTimeMs)] as const,
  ]
  return `${result.name || 'Run'}: median (quartiles) over repeats\n${table(rows)}`
}
