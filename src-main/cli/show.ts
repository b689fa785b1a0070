import { modelOf, type RunConfig } from '@contract'
import { errorUnitOf, formatCount, formatError, formatPercent } from '@figures'
import type { Command } from 'commander'
import { createMachine } from '../engine/machines'
import { findRun, frameAt, readRun, RunStore, stateAt, type StateAt } from '../run/store'
import { table, type Output } from './output'
import { parseCount } from './parse-count'
import { storeFolder } from './recorded'
import { frameJson, frameText } from './show-frame'

interface ShowOptions {
  step?: string
  store?: string
  json?: true
}

const about = `
RUN is the beginning of a run's identity as \`desynclab runs\` prints it, or \`last\`. The state is
computed again from the nearest checkpoint, bit for bit as it was. A run on a board cannot be computed again:
its newest frame at or before the step is shown, and of which step it is.

Examples:
  $ desynclab show last
  $ desynclab show 1f0c --step 12345 --json

With --json one object: run, step, hash, expectedUpdates, trainError and testError (V²;
of spins pure numbers), accuracy,
conductance and edgeState per edge (0 learns, 1 cut, 2 frozen, 3 stuck), freeV and clampedV per
node (V), example.`

/** `desynclab show RUN --step N`: everything that a run was at one step. */
export function registerShow(program: Command, output: Output): void {
  program
    .command('show <run>')
    .description('print the full state of a stored run at any step')
    .option('--step <n>', 'the step; left out: the newest')
    .option('--store <dir>', 'another folder of stored runs')
    .option('--json', 'print it as one line of JSON')
    .addHelpText('after', about)
    .action(async (wanted: string, options: ShowOptions) => {
      const step = options.step === undefined ? null : parseCount(options.step, '--step', 0)
      const store = RunStore.read(storeFolder(options.store))
      try {
        const id = findRun(store.database, wanted)
        const run = readRun(store.database, id)
        const { steps, config } = run
        if (config.machine.kind === 'board') {
          const asked = step ?? steps
          const frame = frameAt(store.database, id, asked)
          output.out(
            options.json
              ? JSON.stringify(frameJson(run, asked, frame))
              : frameText(run, asked, frame),
          )
          return
        }
        const seen = await stateAt(store.database, id, step ?? steps, createMachine)
        output.out(options.json ? JSON.stringify(stateJson(seen)) : stateText(seen, config))
      } finally {
        store.close()
      }
    })
}

function stateJson({ run, step, hash, expectedUpdates, evaluation, state }: StateAt) {
  return {
    run,
    step,
    hash,
    expectedUpdates,
    trainError: evaluation.trainError,
    testError: evaluation.testError,
    accuracy: evaluation.testAccuracy ?? evaluation.trainAccuracy,
    conductance: [...state.conductance],
    edgeState: [...state.edgeState],
    freeV: [...state.freeV],
    clampedV: [...state.clampedV],
    example: state.example,
  }
}

const STATES = ['', 'cut', 'frozen', 'stuck']

function stateText({ step, hash, evaluation, expectedUpdates, state }: StateAt, config: RunConfig) {
  const unit = errorUnitOf(modelOf(config))
  const accuracy = evaluation.testAccuracy ?? evaluation.trainAccuracy
  const rows: [string, string][] = [
    ['step', formatCount(step)],
    ['expected updates', `${formatCount(expectedUpdates)} per edge`],
    ['train error', formatError(evaluation.trainError, unit)],
    ...(evaluation.testError === null
      ? []
      : [['test error', formatError(evaluation.testError, unit)] as [string, string]]),
    ...(accuracy === null ? [] : [['accuracy', formatPercent(accuracy)] as [string, string]]),
    ['hash', hash],
  ]
  const edges = Array.from(state.conductance, (value, edge): [string, string] => [
    `edge ${edge}`,
    `${value.toPrecision(6)} ${STATES[state.edgeState[edge]] ?? ''}`.trimEnd(),
  ])
  return `${config.name || 'Run'}\n${table(rows)}\n${unit === '' ? 'Couplings' : 'Conductances'}\n${table(edges)}`
}
