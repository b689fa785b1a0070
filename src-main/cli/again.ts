import type { RunConfig } from '@contract'
import { createMachine } from '../engine/machines'
import type { Again } from '../report'
import { Run } from '../run/run'
import { realTime } from '../run/time'
import type { Output } from './output'
import type { Progress } from './progress'
import { thisVersion } from './versions'

/** The machine works so long at a stretch: Ctrl-C and the progress bar wait no longer. */
const SLICE_MS = 50

/** Ctrl-C in the middle of a verification. */
export class Interrupted extends Error {}

/**
 * Runs a configuration to a step, exactly, and notes the hash at some steps on the way.
 * @throws ProblemError if the configuration cannot work; Interrupted after Ctrl-C
 */
export async function runAgain(
  config: RunConfig,
  steps: number,
  at: readonly number[],
  output: Pick<Output, 'interrupted'>,
  progress: Progress | null,
): Promise<Again> {
  const machine = createMachine(config.machine.kind)
  const whole = { ...config, stop: { steps } }
  const description = await machine.configure('again', whole)
  const quiet = { adjusted: () => undefined, problem: () => undefined }
  const run = new Run('again', whole, whole, machine, description, realTime, quiet)
  const hashes = new Map<number, string>()
  const startMs = realTime.nowMs()
  for (const stop of [...at, steps].sort((a, b) => a - b)) {
    while (run.step < stop) {
      if (output.interrupted()) throw new Interrupted()
      const sliceMs = realTime.nowMs()
      await run.advance({
        steps: stop - run.step,
        expired: () => realTime.nowMs() - sliceMs >= SLICE_MS,
      })
      const error = run.telemetry.evaluation?.trainError ?? null
      const elapsedMs = realTime.nowMs() - startMs
      progress?.show({ step: run.step, steps, elapsedMs, error, model: description.model })
      await realTime.breathe()
    }
    hashes.set(stop, machine.hash())
  }
  progress?.end()
  const again = {
    hashes,
    run: run.record(thisVersion()),
    description,
    frame: run.still({ merged: 0 }),
    history: (...[series, buckets]: Parameters<Again['history']>) =>
      run.history(series, 0, null, buckets),
  }
  await machine.close()
  return again
}
