import type { Frame, History, MachineDescription, Problem, RunConfig, RunFile } from '@contract'
import { toProblem, type SeriesName } from '@contract'
import { createMachine } from '../engine/machines'
import type { Observables } from '../machine/machine'
import { Run } from '../run/run'
import type { Time } from '../run/time'
import type { ProgressPoint } from './progress'

/** The machine works so long at a stretch: Ctrl-C and the progress bar wait no longer. */
const SLICE_MS = 50

export interface PerformParts {
  id: string
  time: Time
  versions: RunFile['versions']
  interrupted(): boolean
  progress(point: ProgressPoint): void
  problem(problem: Problem): void
  /** Looks at every step for what `Performed.observables` says. */
  observe?: boolean
}

/** Steps of a window of the plateau's detection, and how far the error falls at least. */
const PLATEAU = { window: 1000, tolerance: 0.01 }

/** A run that ended, and all that a report wants to know of it. */
export interface Performed {
  run: RunFile
  description: MachineDescription
  frame: Frame
  interrupted: boolean
  /** The machine failed; the run stands where it was then. */
  failed: boolean
  /** Null unless asked for. */
  observables: Observables | null
  history(series: SeriesName, buckets: number): History
}

/**
 * Runs a configuration to its stop rule, or until the user stops it. The pace has no part in it.
 * @throws ProblemError if the configuration cannot work
 */
export async function perform(config: RunConfig, parts: PerformParts): Promise<Performed> {
  const { time, id } = parts
  const machine = createMachine(config.machine.kind)
  const description = await machine.configure(id, config)
  const run = new Run(id, config, config, machine, description, time, {
    adjusted: () => undefined,
    problem: (problem) => parts.problem(problem),
  })
  if (parts.observe)
    machine.watch?.({ displacement: true, covariance: true, cycle: true, plateau: PLATEAU })
  const steps = config.stop.steps ?? Infinity
  let [finished, failed] = [false, false]
  while (!finished && !failed && !parts.interrupted()) {
    const startMs = time.nowMs()
    const budget = { steps: Infinity, expired: () => time.nowMs() - startMs >= SLICE_MS }
    try {
      ;({ finished } = await run.advance(budget))
    } catch (thrown) {
      failed = true
      run.telemetry.problem(toProblem(thrown, 'machine-failed'))
    }
    run.runTimeMs += time.nowMs() - startMs
    const error = run.telemetry.evaluation?.trainError ?? null
    parts.progress({ step: run.step, steps, elapsedMs: run.runTimeMs, error })
    await time.breathe()
  }
  const frame = run.still({ merged: 0 })
  const record = run.record(parts.versions)
  const observables = (parts.observe ? machine.observables?.() : null) ?? null
  await machine.close()
  return {
    run: record,
    description,
    frame,
    interrupted: !finished && !failed,
    failed,
    observables,
    history: (series, buckets) => run.history(series, 0, null, buckets),
  }
}
