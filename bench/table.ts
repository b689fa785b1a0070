import type { Comparison } from './compare'
import type { Row } from './rows'

/** Losses may differ by rounding; more would mean that two programs do not do the same. */
const AGREES = 1e-8

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const rateOf = (perSecond: number): string =>
  perSecond >= 1e6
    ? `${short(perSecond / 1e6)} M/s`
    : perSecond >= 1e3
      ? `${short(perSecond / 1e3)} k/s`
      : `${short(perSecond)} /s`

const widths = [26, 14, 22, 11, 11, 24, 9, 7] as const
const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' ')

const against = ({ against }: Row): string =>
  'job' in against
    ? `${against.job}, b = ${against.batch ?? 1}`
    : [against.reference, against.mode].filter(Boolean).join(' ')

/** Whether the value keeps a promise: a rate from below, a cost from above. */
export const keeps = (quantity: Row['quantity'], value: number, bound: number): boolean =>
  quantity === 'cost' ? value <= bound : value >= bound

export function verdict(quantity: Row['quantity'], value: number, atLeast: number, aim: number) {
  if (keeps(quantity, value, aim)) return 'aim met'
  return keeps(quantity, value, atLeast) ? 'met' : 'NOT MET'
}

export const header = (): string =>
  line(['job', 'network', 'reference', 'ours', 'reference', 'ratio [min-max]', 'at least', 'aim'])

export function missingLine(row: Row): string {
  return line([row.job, row.network, against(row), '-', 'missing'])
}

export function comparisonLine(comparison: Comparison): string {
  const { row, ratios, disagreement, notes } = comparison
  const middle = ratios[ratios.length >> 1]
  const agreement =
    disagreement === null || disagreement < AGREES
      ? ''
      : `  DISAGREES: losses differ by ${disagreement.toExponential(1)}`
  const extra = Object.entries(notes).map(([key, value]) => `  ${key} ${short(value)}`)
  return (
    line([
      row.job,
      row.network,
      against(row),
      rateOf(comparison.ours),
      rateOf(comparison.theirs),
      `${short(middle)} [${short(ratios[0])}-${short(ratios[ratios.length - 1])}]`,
      String(row.atLeast),
      String(row.aim),
    ]) +
    ` ${verdict(row.quantity, middle, row.atLeast, row.aim)}` +
    (row.job.startsWith('full') ? extra.join('') : '') +
    agreement
  )
}
