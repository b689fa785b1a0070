import type { MachineDescription, RunFile } from '@contract'
import { errorUnitOf, formatCount, formatDuration, formatError, formatPercent } from '@figures'
import { table } from './output'

/** The last line of `run --json`. Errors in V²; accuracy 0..1, or null without classes. */
export interface RunResult {
  name: string
  preset: string | null
  seed: number
  steps: number
  expectedUpdates: number
  trainError: number
  testError: number | null
  /** Of the test set, or of the training set where there is no test set. */
  accuracy: number | null
  runTimeMs: number
  stepsPerSecond: number
  hash: string
  interrupted: boolean
  report: string | null
  /** Its identity in the run store; null: it was not recorded. */
  stored: string | null
  /** Of a run on a board. */
  board?: {
    device: string
    frames: number
    missed: number
    gaps: number
    frameEvery: number | null
  }
}

export function runResult(
  { config, result }: RunFile,
  from: Pick<RunResult, 'preset' | 'interrupted' | 'report' | 'stored'>,
): RunResult {
  const { steps, runTimeMs } = result
  return {
    name: config.name,
    preset: from.preset,
    seed: config.seed,
    steps,
    expectedUpdates: result.expectedUpdates,
    trainError: result.trainError,
    testError: result.testError,
    accuracy: result.testAccuracy ?? result.trainAccuracy,
    runTimeMs,
    stepsPerSecond: runTimeMs > 0 ? Math.round((1000 * steps) / runTimeMs) : 0,
    hash: result.hash,
    interrupted: from.interrupted,
    report: from.report,
    stored: from.stored,
  }
}

/** What a board adds to the result; nothing for others. */
export function boardResult({ board }: RunFile): Pick<RunResult, 'board'> {
  if (board === undefined) return {}
  const { device, framesReceived, framesMissed, gaps, frameEvery } = board
  const { model, serialNumber, firmware, port } = device
  const where = port === null ? '' : ` on ${port.path}`
  return {
    board: {
      device: `${model}, number ${serialNumber}, firmware ${firmware}${where}`,
      frames: framesReceived,
      missed: framesMissed,
      gaps: gaps.length,
      frameEvery: frameEvery[frameEvery.length - 1]?.steps ?? null,
    },
  }
}

/** The result for a person: what ran, then what came out. */
export function resultText(result: RunResult, description: MachineDescription): string {
  const examples = description.testExamples || description.trainExamples
  const set = description.testExamples > 0 ? 'test' : 'training'
  const unit = errorUnitOf(description.model)
  const rows: [string, string][] = [
    ['steps', formatCount(result.steps) + (result.interrupted ? ' (interrupted)' : '')],
    ['expected updates', `${formatCount(result.expectedUpdates)} per edge`],
    ['train error', formatError(result.trainError, unit)],
  ]
  if (result.testError !== null) rows.push(['test error', formatError(result.testError, unit)])
  if (result.accuracy !== null)
    rows.push(['accuracy', `${formatPercent(result.accuracy)} of ${examples} ${set} examples`])
  rows.push(
    ['time', formatDuration(result.runTimeMs)],
    ['speed', `${formatCount(result.stepsPerSecond)} steps/s`],
    ['seed', String(result.seed)],
    ['hash', result.hash],
  )
  if (result.board !== undefined) {
    const { device, frames, missed, gaps, frameEvery } = result.board
    const every = frameEvery === null ? '' : `, one every ${formatCount(frameEvery)} steps`
    const lost = missed === 0 ? 'none missed' : `${formatCount(missed)} missed in ${gaps} gaps`
    rows.push(['board', device], ['frames', `${formatCount(frames)}${every}; ${lost}`])
  }
  if (result.report !== null) rows.push(['report', result.report])
  if (result.stored !== null) rows.push(['stored as', result.stored])
  const { nodes, edges } = description
  return `${result.name || 'Run'}: ${nodes.length} nodes, ${edges.length} edges\n${table(rows)}`
}
