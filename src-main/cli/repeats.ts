import type { RunConfig } from '@contract'
import { formatDuration, formatError, formatPercent } from '@figures'
import { runPool } from '../sweep/pool'
import type { Learned } from '../sweep/learn'
import worker from '../sweep/worker?modulePath'
import { problemLine, usageError } from './fail'
import { table, type Output } from './output'
import { quantile } from '../sweep/statistics'

const MOST_REPEATS = 100_000

/** Median and quartiles over the repeats; errors in V², accuracy 0..1. */
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
 * @returns the exit code: 0, 1 if a run failed, 130 after Ctrl-C
 */
export async function repeat(
  config: RunConfig,
  repeats: number,
  json: boolean,
  output: Output,
): Promise<number> {
  const startMs = performance.now()
  const configs = Array.from({ length: repeats }, (_, i) => ({
    ...config,
    seed: (config.seed + i) % 2 ** 32,
  }))
  let ended = 0
  const answers = await runPool(configs, {
    worker,
    interrupted: output.interrupted,
    done: (answer, index) => {
      ended += 1
      if (!answer.ok) output.err(`seed ${configs[index].seed}: ${problemLine(answer.problem)}\n`)
      if (output.columns !== null) output.err(`\r${ended} of ${repeats} runs`)
    },
  })
  if (output.columns !== null) output.err('\n')
  const runs = answers.flatMap((answer) => (answer?.ok ? [answer.value] : []))
  const failed = answers.filter((answer) => answer !== null && !answer.ok).length
  const result = summary(config, runs, failed, performance.now() - startMs)
  output.out(json ? JSON.stringify({ ...result, runs }) : text(result))
  return failed > 0 ? 1 : output.interrupted() ? 130 : 0
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
    accuracy: spread(known(runs.map((run) => run.testAccuracy ?? run.trainAccuracy))),
  }
}

function text(result: ReturnType<typeof summary>): string {
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
  const rows = [
    [
      'runs',
      `${repeats}, seeds from ${firstSeed}${failed > 0 ? `; ${failed} failed` : ''}`,
    ] as const,
    ...show('train error', result.trainError, formatError),
    ...show('test error', result.testError, formatError),
    ...show('accuracy', result.accuracy, formatPercent),
    ['time', formatDuration(wallTimeMs)] as const,
  ]
  return `${result.name || 'Run'}: median (quartiles) over repeats\n${table(rows)}`
}
