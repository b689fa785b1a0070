import { ProblemError, type ObservablesReply } from '@contract'
import type { Observables } from '../machine/machine'
import type { Run } from './run'

/** Physics of the present moment. @throws ProblemError where the machine cannot be looked into */
export function observe({ id, machine }: Run): ObservablesReply {
  if (machine.observables === undefined) throw new ProblemError(unseen)
  const { step, freePower, clampedPower, condition, displacement, covariance } =
    machine.observables(false)
  return {
    run: id,
    step,
    freePower,
    clampedPower,
    condition,
    noise: covariance === null ? null : noiseOf(covariance),
    displacement,
  }
}

function noiseOf({ steps, mean, covariance, full }: NonNullable<Observables['covariance']>) {
  let [trace, drift] = [0, 0]
  for (let e = 0; e < mean.length; e++) {
    trace += covariance[full ? e * (mean.length + 1) : e]
    drift += mean[e] * mean[e]
  }
  return { steps, trace, drift }
}

const unseen = {
  id: 'not-observable',
  severity: 'error' as const,
  message: 'Only the conductances and voltages that a board reports are known of it.',
  kept: 'The run goes on.',
  tip: 'Run the same configuration simulated to see its noise and displacement.',
}
