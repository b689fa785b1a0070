import type { SweepResult } from '@contract'
import type { Budget, Machine, Sink } from '../../machine/machine'

/** Lets a run that has ended go on, and looks at its conductances on every step. */
export async function follow(
  machine: Machine,
  steps: number,
  budget: Pick<Budget, 'expired'>,
  sink: Sink,
): Promise<SweepResult['followed']> {
  if (machine.watch === undefined || machine.observables === undefined) return null
  machine.watch({ displacement: true, covariance: true, cycle: false, plateau: null })
  await machine.advance({ steps, expired: budget.expired }, sink)
  const { displacement, covariance } = machine.observables(false)
  if (displacement === null || covariance === null) return null
  const { mean, covariance: values, full } = covariance
  const stride = full ? mean.length + 1 : 1
  let trace = 0
  let drift = 0
  for (let e = 0; e < mean.length; e++) {
    trace += values[e * stride]
    drift += mean[e] * mean[e]
  }
  return {
    steps: covariance.steps,
    lag: [...displacement.lag],
    meanSquare: [...displacement.meanSquare],
    trace,
    drift,
  }
}
