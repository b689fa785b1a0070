import type { Frame, History, MachineDescription, Problem, RunConfig, RunFile } from '@contract'
import { toProblem, type SeriesName } from '@contract'
import type { Machine, Observables } from '../machine/machine'
import { SimulatedMachine } from '../machine/simulated'
import { recover, type RunCheckpoint } from '../run/checkpoint'
import { physicsOf, type Physics } from '../run/observables'
import { Run } from '../run/run'
import type { RunKeeper } from '../run/store'
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
  /** Records the run. */
  keeper?: RunKeeper
  /** Goes on from there; to a step that may lie beyond the stop rule, null: to the stop rule. */
  from?: { checkpoint: RunCheckpoint; goal: number | null }
  /** Left out: a simulated one. */
  machine?: Machine
}

/** Recorded at most so far apart. */
const CHECKPOINT_MS = 1000

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
  /** The read-outs at the end. */
  physics: Physics | null
  history(series: SeriesName, buckets: number): History
}

/**
 * Runs a configuration to its stop rule, or until the user stops it. The pace has no part in it.
 * @throws ProblemError if the configuration cannot work
 */
export async function perform(config: RunConfig, parts: PerformParts): Promise<Performed> {
  const { time } = parts
  const run = await prepare(config, parts)
  const { machine, description } = run
  if (parts.observe)
    machine.watch?.({ displacement: true, covariance: true, cycle: true, plateau: PLATEAU })
  const steps = parts.from?.goal ?? run.config.stop.steps ?? Infinity
  let keptMs = time.nowMs()
  let [finished, failed] = [false, false]
  while (!finished && run.step < steps && !failed && !parts.interrupted()) {
    const startMs = time.nowMs()
    // A board that learns by itself is not told of steps: it has its stop rule.
    const left = machine.reception === undefined ? steps - run.step : Infinity
    const budget = { steps: left, expired: () => time.nowMs() - startMs >= SLICE_MS }
    try {
      const progress = await run.advance(budget)
      finished = progress.finished
      failed = progress.halted === true
    } catch (thrown) {
      failed = true
      run.telemetry.problem(toProblem(thrown, 'machine-failed'))
      parts.keeper?.hear({ kind: 'state', run: run.id, state: 'failed' })
    }
    run.course.runTimeMs += time.nowMs() - startMs
    const error = run.telemetry.evaluation?.trainError ?? null
    const { step } = run
    const elapsedMs = run.course.runTimeMs
    parts.progress({ step, steps, elapsedMs, error, model: description.model })
    const due = run.recordFull || time.nowMs() - keptMs >= CHECKPOINT_MS
    if (!finished && !failed && due) {
      parts.keeper?.keep(await run.checkpoint('running', { merged: 0 }))
      keptMs = time.nowMs()
    }
    await time.breathe()
  }
  // Ctrl-C stops a board as well: what is printed is of the step at which it stands.
  if (!failed) await run.rest()
  if (!failed)
    parts.keeper?.keep(await run.checkpoint(finished ? 'finished' : 'paused', { merged: 0 }))
  const frame = run.still({ merged: 0 })
  const record = run.record(parts.versions)
  const observables = (parts.observe ? machine.observables?.() : null) ?? null
  const physics = physicsOf(machine)
  await machine.close()
  return {
    run: record,
    physics,
    description,
    frame,
    interrupted: !finished && run.step < steps && !failed,
    failed,
    observables,
    history: (series, buckets) => run.history(series, 0, null, buckets),
  }
}

/** A run that stands where it begins, or where it was. */
async function prepare(config: RunConfig, parts: PerformParts): Promise<Run> {
  const { id, keeper, time } = parts
  const checkpoint = parts.from?.checkpoint ?? null
  const whole = checkpoint === null ? config : recover(checkpoint, []).config
  const initialConfig = checkpoint?.initialConfig ?? config
  const machine = parts.machine ?? new SimulatedMachine()
  const description = await machine.configure(id, whole)
  const recorded = { id, initialConfig, config: whole, description, from: checkpoint }
  const recording = keeper?.begin(recorded) ?? null
  const listener = {
    adjusted: () => undefined,
    problem(problem: Problem) {
      keeper?.hear({ kind: 'problem', problem })
      parts.problem(problem)
    },
  }
  const run = new Run(id, initialConfig, whole, machine, description, time, listener, recording)
  if (checkpoint !== null) await run.restore(checkpoint)
  moveStop(run, parts.from?.goal ?? null)
  return run
}

/** A run that shall go on beyond its stop rule gets another one. */
function moveStop(run: Run, goal: number | null): void {
  const { steps } = run.config.stop
  if (goal === null || steps === null || goal <= steps) return
  run.machine.extend(goal - steps)
  run.config = { ...run.config, stop: { steps: goal } }
}
