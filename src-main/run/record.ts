import type { Evaluation, Gap, Problem, RunConfig, RunFile, Twin } from '@contract'
import type { Reception } from '../machine/machine'

export type Versions = RunFile['versions']

export interface RecordInput {
  run: string
  config: RunConfig
  startedAt: string | null
  endedAt: string | null
  trail: NonNullable<RunFile['trail']>
  versions: Versions
  steps: number
  expectedUpdates: number
  runTimeMs: number
  /** At the last step. */
  evaluation: Evaluation
  hash: string
  dropped: number
  problems: readonly Problem[]
  /** Of a board run; null for others. */
  reception: Reception | null
  gaps: readonly Gap[]
  /** The last comparison; null without one. */
  twin: Twin | null
}

/** `run.json` of a run as it stands. */
export function recordRun(input: RecordInput): RunFile {
  const { evaluation, reception } = input
  return {
    format: 'desynclab-run-1',
    run: input.run,
    config: input.config,
    startedAt: input.startedAt,
    endedAt: input.endedAt,
    trail: input.trail,
    versions: input.versions,
    result: {
      steps: input.steps,
      expectedUpdates: input.expectedUpdates,
      runTimeMs: input.runTimeMs,
      trainError: evaluation.trainError,
      testError: evaluation.testError,
      trainAccuracy: evaluation.trainAccuracy,
      testAccuracy: evaluation.testAccuracy,
      hash: input.hash,
      dropped: input.dropped,
    },
    problems: [...input.problems],
    ...(reception === null ? {} : { board: boardOf(input, reception) }),
  }
}

function boardOf({ gaps, twin }: RecordInput, reception: Reception): NonNullable<RunFile['board']> {
  const { device, framesReceived, framesMissed, frameEvery } = reception
  const known = { device, framesReceived, framesMissed, frameEvery: [...frameEvery] }
  if (twin === null) return { ...known, gaps: [...gaps] }
  const { step, loss, rmsEdges, rmsV, apartSince } = twin
  return { ...known, gaps: [...gaps], twin: { step, loss, rmsEdges, rmsV, apartSince } }
}
