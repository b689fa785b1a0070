import type { Evaluation, Problem, RunConfig, RunFile } from '@contract'

export type Versions = RunFile['versions']

export interface RecordInput {
  run: string
  config: RunConfig
  startedAt: string | null
  versions: Versions
  steps: number
  expectedUpdates: number
  runTimeMs: number
  /** At the last step. */
  evaluation: Evaluation
  hash: string
  dropped: number
  problems: readonly Problem[]
}

/** `run.json` of a run as it stands. */
export function recordRun(input: RecordInput): RunFile {
  const { evaluation } = input
  return {
    format: 'desynclab-run-1',
    run: input.run,
    config: input.config,
    startedAt: input.startedAt,
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
  }
}
