import { toProblem, type SweepCurve, type SweepResult, type SweepRow } from '@contract'
import type { Machine, Sink } from '../../machine/machine'
import type { SweepRun } from '../plan/sweep'

/** What frames said of the error of the one example, ascending steps. */
interface Seen {
  step: number[]
  error: number[]
}

/**
 * A run on a board that learns by itself: errors are those in its frames, taken before the update of
 * their step, as a halt for every evaluation would take a second. For tasks of one example, whose
 * batch error is the training error.
 */
export async function boardRow(machine: Machine, run: SweepRun): Promise<SweepRow> {
  const head = { run: run.run, index: run.index, cell: run.cell, seed: run.seed }
  try {
    return { state: 'finished', ...head, result: await learnOnBoard(machine, run) }
  } catch (thrown) {
    return { state: 'failed', ...head, problem: toProblem(thrown, 'run-failed') }
  }
}

async function learnOnBoard(machine: Machine, { config, measure }: SweepRun): Promise<SweepResult> {
  const startMs = performance.now()
  const seen: Seen = { step: [], error: [] }
  const problems: SweepResult['problems'] = []
  const sink: Sink = {
    steps(chunk) {
      for (let i = 0; i < chunk.count; i++) {
        seen.step.push(chunk.at?.[i] ?? chunk.firstStep + i)
        seen.error.push(chunk.loss[i])
      }
    },
    evaluated: () => undefined,
    adjusted: () => undefined,
    problem: (problem) => void problems.push(problem),
  }
  const steps = measure.stop.kind === 'steps' ? measure.stop.steps : null
  if (steps === null) throw new Error('a run on a board ends after a number of steps')
  await machine.configure('study', { ...config, stop: { steps } })
  let finished = false
  while (!finished) {
    const progress = await machine.advance({ steps: Infinity, expired: () => false }, sink)
    if (progress.halted) throw new Error('the board stopped on its way')
    finished = progress.finished
  }
  const probability = machine.updateProbability()
  const rate = probability.reduce((sum, p) => sum + p, 0) / probability.length
  const late = seen.error.filter((_, i) => seen.step[i] > 0.9 * steps)
  const curve = curveOf(seen, steps, rate, measure)
  const { trainError, testError, trainAccuracy, testAccuracy } = machine.evaluate()
  const bestTrainError = Math.min(...seen.error)
  return {
    steps,
    updates: steps * rate,
    endedBy: 'steps',
    trainError,
    testError,
    trainAccuracy,
    testAccuracy,
    bestTrainError,
    bestStep: seen.step[seen.error.indexOf(bestTrainError)],
    bestTestError: null,
    lateTrainError: late.reduce((sum, error) => sum + error, 0) / late.length,
    lateTestError: null,
    cycle: null,
    hash: machine.hash(),
    curve,
    followed: null,
    seconds: (performance.now() - startMs) / 1000,
    problems,
  }
}

/** The curve at the steps that the plan asks for: the error of the nearest frame at or after each. */
function curveOf(
  { step, error }: Seen,
  steps: number,
  rate: number,
  { marks, curvePoints }: SweepRun['measure'],
): SweepCurve {
  const even = Array.from({ length: curvePoints }, (_, i) =>
    Math.round(steps ** (i / (curvePoints - 1))),
  )
  const marked = [
    ...marks.steps,
    ...marks.updates.map((updates) => Math.ceil(updates / rate - 1e-9)),
  ]
  const places = [...new Set([...even, ...marked])]
    .filter((at) => at <= steps)
    .sort((a, b) => a - b)
  const curve: SweepCurve = {
    step: places,
    updates: places.map((at) => at * rate),
    trainError: [],
    testError: null,
    bestTrainError: [],
    bestTestError: null,
  }
  let [i, best] = [0, Infinity]
  for (const at of places) {
    best = Math.min(best, error[i])
    while (i + 1 < step.length && step[i] < at) best = Math.min(best, error[++i])
    curve.trainError.push(error[i])
    curve.bestTrainError.push(best)
  }
  return curve
}
