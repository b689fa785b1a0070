import type { Evaluation, Gap, Problem, RunConfig, RunFile } from '@contract'
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
    ...(reception === null
      ? {}
      : {
          board: {
            ...reception,
            frameEvery: [...reception.frameEvery],
            gaps: [...input.gaps],
          },
        }),
  }
}
