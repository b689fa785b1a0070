import { toProblem, type Problem } from '@contract'
import type { Machine, Sink } from '../../machine/machine'
import type { SweepRun } from '../plan/sweep'
import { lastStep, rateOf } from './course'

const nothing: Sink = {
  steps: () => undefined,
  evaluated: () => undefined,
  adjusted: () => undefined,
  problem: () => undefined,
}

/** What a run is expected to take, or why it cannot be. */
export type Probed =
  | { ok: true; seconds: number; steps: number; stepsPerSecond: number }
  | { ok: false; problem: Problem }

/** Lets a run go for a moment, and says how long all of it would take. */
export async function probe(run: SweepRun, machine: Machine, ms: number): Promise<Probed> {
  try {
    const startMs = performance.now()
    await machine.configure(run.run, run.config)
    const { stop, watchCycle, follow } = run.measure
    const steps = lastStep(stop, rateOf(machine)) + (follow?.steps ?? 0)
    if (watchCycle)
      machine.watch?.({ displacement: false, covariance: false, cycle: true, plateau: null })
    // The first steps are slower than all others: code is compiled while it runs.
    const warm = { steps, expired: () => performance.now() - startMs > ms / 4 }
    const { step: before } = await machine.advance(warm, nothing)
    const sinceMs = performance.now()
    const budget = { steps: steps - before, expired: () => performance.now() - sinceMs > ms }
    const { step } = await machine.advance(budget, nothing)
    const endMs = performance.now()
    const done = step - before
    const stepsPerSecond = done > 0 ? (1000 * done) / (endMs - sinceMs) : Infinity
    const left = Math.max(0, steps - step) / stepsPerSecond
    return { ok: true, steps, stepsPerSecond, seconds: (endMs - startMs) / 1000 + left }
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown, 'run-failed') }
  } finally {
    await machine.close()
  }
}
