import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { toProblem, type RunConfig } from '@contract'
import { bundleInput } from '../engine/bundleInput'
import { ensureFree, writeReport } from '../report'
import { realTime } from '../run/time'
import { configHelp } from './config-help'
import type { OpenedBoard } from './board'
import { problemLine, usageError } from './fail'
import { observablesJson, observablesText } from './observables'
import type { Output } from './output'
import { perform } from './perform'
import { Progress } from './progress'
import { openRecorded } from './recorded'
import { parseRepeats, repeat } from './repeats'
import { boardResult, resultText, runResult } from './result'
import { printReport } from './print'
import { chooseConfig, type ConfigOptions } from './run-config'
import { thisVersion } from './versions'

interface RunOptions extends ConfigOptions {
  report?: string
  record?: true
  store?: string
  json?: true
  observe?: true
  repeats?: string
  board?: string
  baud?: string
  progress?: true
  quiet?: true
  helpConfig?: true
}

const examples = `
Examples:
  $ desynclab run                                     the Iris flowers on the 16-edge network
  $ desynclab run --preset iris-penn16 --set schedule.probability=0.25 --seed 7 --json
  $ desynclab run --preset allostery-penn16 --set schedule.kind=synchronous --report results
  $ desynclab run --set task.kind=allostery --set network.roles.kind=random --steps 5000
  $ desynclab run --preset iris-penn16 --repeats 30   thirty seeds, on all cores
  $ desynclab run --network net.csv --set network.roles.kind=spread --steps 5000
  $ desynclab run --table data.csv --inputs time,load:0..40 --targets yield --steps 5000 \\
      --set network.roles.kind=random
  $ desynclab run --pictures train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz \\
      t10k-images-idx3-ubyte.gz t10k-labels-idx1-ubyte.gz --set task.trainExamples=5000 --steps 2000
  $ desynclab run --preset iris-penn16 --record      keep it: desynclab runs, show and resume
  $ desynclab run --config results/run.json           the same run again: equal hash
  $ desynclab run --preset allostery-penn16 --board /dev/ttyACM0   on a board that learns by itself

Exit codes:
  0    the run met its stop rule
  1    the run failed, or its report or its record could not be written
  2    an option or a setting is wrong; nothing was run
  130  Ctrl-C ended the run; what there was is printed and written all the same

With --json the last line of standard output is one object: steps, trainError and testError (V²;
of spins pure numbers), accuracy (0..1 or null), stepsPerSecond, hash, seed, preset, expectedUpdates, runTimeMs,
interrupted, report, stored (its identity with --record, else null), and with --observe observables. Progress and problems go to standard error.`

/** `desynclab run`: one run without a window. */
export function registerRun(program: Command, output: Output, exit: (code: number) => void): void {
  program
    .command('run')
    .description('train a network and print what came out')
    .addOption(new Option('--preset <id>', 'start from a preset (see: desynclab presets)'))
    .option('--config <file>', 'start from a run.json or a configuration instead')
    .option('--table <file>', 'learn from a CSV of numbers; its columns are named by:')
    .option('--inputs <columns>', 'columns that drive the sources, as in time,load:0..40')
    .option('--targets <columns>', 'columns desired on the targets')
    .option(
      '--pictures <files...>',
      'learn to read the pictures of IDX files, such as MNIST: images, labels, and those to test on',
    )
    .option('--network <file>', 'take the network of a CSV, JSON, GraphML or SPICE file')
    .option(
      '--set <path=value>',
      'change a setting; may be given many times',
      (value: string, all: string[]) => [...all, value],
      [] as string[],
    )
    .option('--seed <n>', 'the same as --set seed=<n>')
    .option('--steps <n>', 'the same as --set stop.steps=<n>')
    .option('--repeats <n>', 'the same with n seeds, on all cores: medians and quartiles')
    .option('--board <port>', 'let a board learn: virtual, or the path of its serial port')
    .option('--baud <rate>', 'of that port (default 115200)')
    .option(
      '--report <out>',
      'write the bundle (report, record, series, …) to a new folder or .zip',
    )
    .option('--record', 'keep the run in the run store (see: desynclab runs); else nothing is kept')
    .option('--store <dir>', 'another folder of stored runs than that of the window')
    .option('--json', 'print the result as one line of JSON')
    .option('--observe', 'look at every step: power, condition, displacement, plateau, cycle')
    .option('--progress', 'show progress even when standard error is no terminal')
    .option('--quiet', 'show no progress')
    .option('--help-config', 'list every setting with its unit, range and default')
    .addHelpText('after', examples)
    .action(async (options: RunOptions) => {
      if (options.helpConfig) return output.out(configHelp())
      exit(await run(options, output))
    })
}

async function run(options: RunOptions, output: Output): Promise<number> {
  const config = onBoard(await chooseConfig(options), options)
  if (options.repeats !== undefined) {
    const repeats = parseRepeats(options.repeats)
    refuseWithRepeats(options)
    return repeated(config, repeats, options, output)
  }
  const report = await freeReport(options)
  const showing = options.progress || (!options.quiet && output.columns !== null)
  const progress = showing ? new Progress(output) : null
  const board = await boardOf(options)
  const recorded = options.record === true ? openRecorded(options.store, output) : null
  const performing = perform(config, {
    ...(board === null ? {} : { machine: board.machine }),
    id: randomUUID(),
    time: realTime,
    observe: options.observe === true,
    versions: thisVersion(),
    interrupted: () => output.interrupted() || recorded?.stopped() === true,
    progress: (point) => progress?.show(point),
    problem: (problem) => output.err(`${problemLine(problem)}\n`),
    ...(recorded === null ? {} : { keeper: recorded.keeper }),
  })
  const done = await performing.finally(async () => {
    await recorded?.keeper.end()
    await board?.close()
  })
  progress?.end()
  let code = done.failed || recorded?.stopped() ? 1 : done.interrupted ? 130 : 0
  let written: string | null = null
  if (report !== null) {
    try {
      await writeReport(
        bundleInput(done, new Date().toISOString(), await printReport(done)),
        report,
      )
      written = report
    } catch (thrown) {
      // The result is worth more than the report: it is printed first of all.
      output.err(`${problemLine(toProblem(thrown, 'report-failed'))}\n`)
      code = 1
    }
  }
  const given = options.config ?? options.pictures
  const preset = given === undefined ? (options.preset ?? 'iris-penn16') : null
  const stored = recorded === null ? null : done.run.run
  const from = { preset, interrupted: done.interrupted, report: written, stored }
  const result = { ...runResult(done.run, from), ...boardResult(done.run) }
  const { observables } = done
  const seen = observables === null ? {} : { observables: observablesJson(observables) }
  const text = () =>
    [
      resultText(result, done.description),
      ...(observables === null ? [] : [observablesText(observables)]),
    ].join('\n')
  output.out(options.json ? JSON.stringify({ ...result, ...seen }) : text())
  return code
}

/** The configuration for the machine that was asked for. @throws ProblemError */
function onBoard(config: RunConfig, { board }: RunOptions): RunConfig {
  if (board === undefined && config.machine.kind === 'board')
    throw usageError(
      'board-not-named',
      'this run was on a board',
      'machine.kind',
      'name one with --board PATH or --board virtual, or add --set machine.kind=simulated',
    )
  if (board === undefined || config.machine.kind === 'board') return config
  return { ...config, machine: { kind: 'board', frameEvery: null } }
}

/** Loaded here: the serial port's native module is for those who have a board. */
async function boardOf({ board, baud }: RunOptions): Promise<OpenedBoard | null> {
  if (board === undefined) return null
  const { openBoard, targetOf } = await import('./board')
  return openBoard(targetOf(board, baud))
}

/** Before the run: nobody waits an hour to learn that the folder is taken. */
async function freeReport({ report }: RunOptions): Promise<string | null> {
  if (report === undefined) return null
  const place = resolve(report)
  await ensureFree(place)
  return place
}

/** Many seeds, and with --report the first of them as a bundle that has the table of all. */
async function repeated(
  config: RunConfig,
  count: number,
  options: RunOptions,
  output: Output,
): Promise<number> {
  const place = await freeReport(options)
  const { code, repeats } = await repeat(config, count, options.json === true, output)
  if (place === null || repeats.runs.length === 0 || output.interrupted()) return code
  const done = await perform(config, {
    id: randomUUID(),
    time: realTime,
    observe: false,
    versions: thisVersion(),
    interrupted: output.interrupted,
    progress: () => undefined,
    problem: (problem) => output.err(`${problemLine(problem)}\n`),
  })
  try {
    const report = { ...done, repeats }
    const pdf = await printReport(report)
    await writeReport(bundleInput(report, new Date().toISOString(), pdf), place)
    return code
  } catch (thrown) {
    output.err(`${problemLine(toProblem(thrown, 'report-failed'))}\n`)
    return 1
  }
}

/** @throws ProblemError of an option that belongs to one run */
function refuseWithRepeats({ observe, record, board }: RunOptions): void {
  const given = { '--board': board, '--observe': observe, '--record': record }
  const other = Object.entries(given).find(([, value]) => value !== undefined)?.[0] ?? null
  if (other === null) return
  const what = `${other} belongs to one run, and --repeats makes many`
  throw usageError('one-run-only', what, other, 'leave one of them out')
}
