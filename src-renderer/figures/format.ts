import type { MachineDescription } from '@contract'

/** Narrow no-break space: sets the unit apart from the number (SI brochure, 5.4.3). */
const gap = '\u202f'
const minus = '\u2212'
const prefixes = ['p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T']
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Always `digits` significant digits, so that a changing number keeps its width. */
function fixed(value: number, digits: number): string {
  const magnitude = Math.abs(value)
  const whole = magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3
  return value.toFixed(Math.max(0, digits - whole)).replace('-', minus)
}

function exponentOf(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
}

/**
 * A number with an SI prefix and its unit: `1.25 kS`, `42.0 mV`, `0 V`. The unit must be a
 * first power (V, S, Ω): a prefix on V² would be squared, see `formatError`.
 */
export function formatSi(value: number, unit = '', digits = 3): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return unit ? `0${gap}${unit}` : '0'
  let group = Math.floor(exponentOf(value) / 3)
  // 999.6 rounds to four digits before the point: the next prefix takes it.
  if (Math.abs(Number((value / 10 ** (3 * group)).toPrecision(digits))) >= 1000) group++
  group = Math.min(4, Math.max(-4, group))
  const number = fixed(value / 10 ** (3 * group), digits)
  const suffix = prefixes[group + 4] + unit
  return suffix ? number + gap + suffix : number
}

/** Counts: exact below 10 000 (`1234`), then `12.3 k`, `4.56 M`. */
export function formatCount(value: number): string {
  return Math.abs(value) < 10_000 ? value.toFixed(0).replace('-', minus) : formatSi(value, '', 3)
}

/** All digits of a whole number in groups of three: `1 234 567`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, gap)
}

/** 10 to an integer power in superscripts: `10⁻³`. */
export function formatPower(exponent: number): string {
  return `10${toSuperscript(exponent)}`
}

function toSuperscript(exponent: number): string {
  const digits = Math.abs(exponent).toFixed(0)
  return (exponent < 0 ? '⁻' : '') + [...digits].map((d) => superscripts[Number(d)]).join('')
}

/** `4.20×10⁻⁴` below 0.01 and from 1000 on, else plain with three significant digits. */
export function formatScientific(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–'
  const magnitude = Math.abs(value)
  if (value === 0) return '0'
  if (magnitude >= 0.01 && magnitude < 999.5) {
    return value.toPrecision(digits).replace('-', minus)
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e')
  return `${mantissa.replace('-', minus)}×10${toSuperscript(Number(exponent))}`
}

/**
 * An error in V². No prefix: 1 mV² is 10⁻⁶ V², which few readers expect.
 * @param unit empty: a pure number, as the cost of spins is
 */
export function formatError(value: number | null, unit = 'V²'): string {
  if (value === null) return '–'
  return unit === '' ? formatScientific(value) : `${formatScientific(value)}${gap}${unit}`
}

/** How errors are written in the words of a figure. */
export const errorFormat =
  ({ errorUnit }: { errorUnit: string }) =>
  (value: number | null): string =>
    formatError(value, errorUnit)

/** The unit of the errors of a run. */
export const errorUnitOf = (model: MachineDescription['model']): '' | 'V²' =>
  model === 'xy' ? '' : 'V²'

/** A voltage in V with fixed decimals, so that neighbours compare at a glance: `2.40 V`. */
export function formatVoltage(value: number, decimals = 2, unit = 'V'): string {
  return Number.isFinite(value)
    ? `${value.toFixed(decimals).replace('-', minus)}${gap}${unit}`
    : '–'
}

/** A conductance in the machine's unit: `15.6 µS`, or `1.25 a.u.` without a prefix. */
export function formatConductance(value: number, unit: 'S' | 'a.u.'): string {
  return unit === 'S' ? formatSi(value, 'S') : `${formatScientific(value)}${gap}a.u.`
}

/** A fraction as a percentage with one digit: `95.8 %`. */
export function formatPercent(fraction: number | null): string {
  return fraction === null ? '–' : `${(100 * fraction).toFixed(1)}${gap}%`
}

/** A duration: `350 ms`, `12.3 s`, `4 min 05 s`, `2 h 03 min`. */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–'
  if (milliseconds < 1000) return `${milliseconds.toFixed(0)}${gap}ms`
  const seconds = milliseconds / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)}${gap}s`
  const whole = Math.round(seconds)
  if (whole < 3600) return `${Math.floor(whole / 60)}${gap}min ${pad(whole % 60)}${gap}s`
  return `${Math.floor(whole / 3600)}${gap}h ${pad(Math.floor((whole % 3600) / 60))}${gap}min`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
