const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A number in a sentence: three digits, powers of ten written out. */
export function say(value: number): string {
  if (!Number.isFinite(value)) return 'no number'
  const magnitude = Math.abs(value)
  if (value === 0 || (magnitude >= 0.001 && magnitude < 9999.5))
    return String(Number(value.toPrecision(magnitude < 0.01 ? 2 : 3))).replace('-', '−')
  const [mantissa, exponent] = value.toExponential(1).split('e')
  const power = [...String(Math.abs(Number(exponent)))].map((d) => superscripts[Number(d)]).join('')
  return `${mantissa.replace('-', '−')}×10${Number(exponent) < 0 ? '⁻' : ''}${power}`
}

/** `0.62 (0.54 to 0.76)`: a median and its interval. */
export const sayInterval = ({ median, low, high }: { median: number; low: number; high: number }) =>
  `${say(median)} (${say(low)} to ${say(high)})`

/** `a, b and c`; with semicolons where an item has a comma itself. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  const comma = items.some((item) => item.includes(', ')) ? '; ' : ', '
  return `${items.slice(0, -1).join(comma)} and ${items[items.length - 1]}`
}

/** For a record, which holds finite numbers only. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
