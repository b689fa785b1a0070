import { formatCount } from '@figures'
import type { Observables } from '../machine/machine'
import { table } from './output'

/** For a script: plain lists, and of the covariance the means, the variances and their sum. */
export function observablesJson(observables: Observables) {
  const { displacement, covariance, ...rest } = observables
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
      trace: variance.reduce((sum, value) => sum + value, 0),
    },
  }
}

function variances({ mean, covariance, full }: NonNullable<Observables['covariance']>): number[] {
  const edges = mean.length
  return Array.from(mean, (_, e) => covariance[full ? e * (edges + 1) : e])
}

const digits = (value: number): string => value.toPrecision(4)

/** For a person. */
export function observablesText(observables: Observables): string {
  const { freePower, clampedPower, condition, displacement, plateau, cycle } = observables
  const rows: [string, string][] = [
    ['power', `free ${digits(freePower)}, clamped ${digits(clampedPower)}`],
    ['condition number', condition === null ? 'not computed: too large' : digits(condition)],
  ]
  if (displacement !== null && displacement.lag.length > 0) {
    const last = displacement.lag.length - 1
    const at = (j: number) => `${digits(displacement.meanSquare[j])} at lag ${displacement.lag[j]}`
    rows.push(['mean squared displacement', last > 0 ? `${at(0)}, ${at(last)}` : at(0)])
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
