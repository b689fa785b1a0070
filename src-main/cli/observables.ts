import { formatCount } from '@figures'
import type { Observables } from '../machine/machine'
import { table } from './output'

/** For a script: plain lists, and of the covariance the means, the variances and their sum. */
export function observablesJson(observables: Observables) {
  const { displacement, covariance, moments, ...rest } = observables
  const variance = covariance === null ? [] : variances(covariance)
  return {
    ...rest,
    displacement: displacement && {
      lag: [...displacement.lag],
      meanSquare: [...displacement.meanSquare],
      origins: [...displacement.origins],
    },
    covariance: covariance && {
      steps: covariance.steps,
      mean: [...covariance.mean],
      variance,
      trace: traceOf(variance),
    },
    nextStep: moments && {
      mean: [...moments.mean],
      variance: diagonal(moments),
      trace: traceOf(diagonal(moments)),
      batches: moments.batches,
    },
  }
}

function diagonal({ mean, covariance }: { mean: Float64Array; covariance: Float64Array }) {
  return Array.from(mean, (_, e) => covariance[e * (mean.length + 1)])
}

const variances = (seen: NonNullable<Observables['covariance']>): number[] =>
  seen.full ? diagonal(seen) : [...seen.covariance]

const traceOf = (variance: readonly number[]): number => variance.reduce((sum, v) => sum + v, 0)

const counted = (batches: number): string =>
  batches === 1 ? 'one batch' : `${formatCount(batches)} batches`

const digits = (value: number): string => value.toPrecision(4)

function spinRows(spins: NonNullable<Observables['spins']>): [string, string][] {
  const { freeEnergy, nudgedEnergy, cost, torque, freeSweeps, nudgedSweeps } = spins
  return [
    ['energy', `free ${digits(freeEnergy)}, nudged ${digits(nudgedEnergy)} (units of a coupling)`],
    ['cost of the example', `${digits(cost)}, sum over outputs of (1 - cos) / 2`],
    ['largest torque at rest', digits(torque)],
    ['sweeps', `free ${freeSweeps}, both nudged ${nudgedSweeps}`],
    ['couplings, root mean square', digits(spins.couplingNorm)],
    ['biases, root mean square', digits(spins.biasNorm)],
  ]
}

/** For a person. */
export function observablesText(observables: Observables): string {
  const { spins, freePower, clampedPower, condition, displacement, moments, plateau, cycle } =
    observables
  if (spins !== undefined) return table(spinRows(spins))
  const rows: [string, string][] = [
    ['condition number', condition === null ? 'not known' : digits(condition)],
  ]
  if (freePower !== null && clampedPower !== null)
    rows.unshift(['power', `free ${digits(freePower)}, clamped ${digits(clampedPower)}`])
  if (displacement !== null && displacement.lag.length > 0) {
    const last = displacement.lag.length - 1
    const at = (j: number) => `${digits(displacement.meanSquare[j])} at lag ${displacement.lag[j]}`
    rows.push(['mean squared displacement', last > 0 ? `${at(0)}, ${at(last)}` : at(0)])
  }
  if (moments !== null) {
    const how = moments.batches === null ? 'by formula' : `over ${counted(moments.batches)}`
    const variance = traceOf(diagonal(moments))
    rows.push(['variance of the next step', `${digits(variance)}, summed over edges, exact ${how}`])
  }
  if (plateau !== null)
    rows.push([
      'plateau',
      plateau.since === null ? 'none' : `since step ${formatCount(plateau.since)}`,
    ])
  const found = cycle?.found ?? null
  rows.push([
    'cycle',
    cycle === null
      ? 'cannot be: steps draw at random'
      : found === null
        ? 'none yet'
        : `of ${formatCount(found.period)} steps, from step ${formatCount(found.from)} at the latest`,
  ])
  return table(rows)
}
