import { ProblemError, type Problem, type SweepResult } from '@contract'
import type { Machine, Sink } from '../../machine/machine'
import type { SweepRun } from '../plan/sweep'
import { GivenUp, unattended, type Control } from './control'
import { Course } from './course'
import { ErrorTrail } from './errors'
import { follow } from './follow'

/**
 * One run of a sweep from its first step to its end, as fast as it goes and without a record: the
 * hash is that of the same run anywhere else.
 * @throws ProblemError if the configuration cannot work; GivenUp when told so on the way
 */
export async function learn(
  machine: Machine,
  { run, config, measure }: Pick<SweepRun, 'run' | 'config' | 'measure'>,
  control: Control = unattended,
): Promise<SweepResult> {
  const startMs = performance.now()
  const trail = new ErrorTrail()
  const problems: Problem[] = []
  try {
    await machine.configure(run, config)
    const course = new Course(machine, { config, measure })
    const sink: Sink = {
      steps: (chunk) => course.seen(chunk),
      evaluated(evaluation) {
        trail.see(evaluation)
        course.evaluated(evaluation)
      },
      adjusted: () => undefined,
      problem: (problem) => problems.push(problem),
    }
    let givenUp = false
    const budget = { expired: () => (givenUp ||= control.givenUp()) }
    const cycle = watchCycle(machine, measure.watchCycle)
    let step = 0
    trail.point(machine.evaluate(), 0)
    let endedBy = course.ended(0)
    while (endedBy === null) {
      const next = course.next(step)
      const done = await machine.advance({ steps: next.step - step, ...budget }, sink)
      if (givenUp) throw new GivenUp()
      if (done.halted) throw new ProblemError(problems.at(-1) ?? halted)
      step = done.step
      endedBy = course.ended(step)
      if ((!next.point || step < next.step) && endedBy === null) continue
      trail.point(machine.evaluate(), machine.expectedUpdates())
      cycle.look()
    }
    const { trainError, testError, trainAccuracy, testAccuracy } = machine.evaluate()
    const result = {
      steps: step,
      updates: machine.expectedUpdates(),
      endedBy,
      trainError,
      testError,
      trainAccuracy,
      testAccuracy,
      ...trail.summary(),
      cycle: cycle.end(),
      hash: machine.hash(),
    }
    const silent: Sink = { ...sink, steps: () => undefined, evaluated: () => undefined }
    const followed =
      measure.follow === null ? null : await follow(machine, measure.follow.steps, budget, silent)
    if (givenUp) throw new GivenUp()
    const seconds = (performance.now() - startMs - control.suspendedMs) / 1000
    return { ...result, followed, seconds, problems }
  } finally {
    await machine.close()
  }
}

const halted: Problem = {
  id: 'machine-halted',
  severity: 'error',
  message: 'The machine did not go on.',
}

/** Looks for a cycle until it is found: from then on steps cost again what they cost before. */
function watchCycle(machine: Machine, wanted: boolean) {
  let cycle: SweepResult['cycle'] = null
  let watching = wanted && machine.observables !== undefined
  if (watching)
    machine.watch?.({ displacement: false, covariance: false, cycle: true, plateau: null })
  const look = (): void => {
    if (!watching) return
    cycle = machine.observables?.(false).cycle ?? null
    if (cycle !== null && cycle.found === null) return
    machine.watch?.(null)
    watching = false
  }
  return { look, end: () => cycle }
}
