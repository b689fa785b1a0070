import { ProblemError, type ObservablesReply } from '@contract'
import type { Machine, Observables } from '../machine/machine'
import type { Run } from './run'

/** What the read-outs show, of whatever run. */
export type Physics = Omit<ObservablesReply, 'run'>

/** Physics of the present moment. @throws ProblemError where the machine cannot be looked into */
export function observe({ id, machine }: Run): ObservablesReply {
  if (machine.observables === undefined) throw new ProblemError(unseen)
  return { run: id, ...read(machine.observables(false)) }
}

/** The same for a report; null of a board, which cannot be looked into. */
export function physicsOf(machine: Pick<Machine, 'observables'>): Physics | null {
  return machine.observables === undefined ? null : read(machine.observables(false))
}

function read(observables: Observables): Physics {
  const { step, freePower, clampedPower, condition, displacement, covariance, spins } = observables
  const noise = covariance === null ? null : noiseOf(covariance)
  const told = { step, freePower, clampedPower, condition, noise, displacement }
  return spins === undefined ? told : { ...told, spins }
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
