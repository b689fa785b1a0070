/** Decimal numbers to and from float32, the same way as the firmware: see docs/protocol.md. */
const f = Math.fround

export interface Decimal {
  /** Up to 18 digits. */
  digits: bigint
  exponent: number
  negative: boolean
}

const NUMBER = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?/
/** 10^17: one more digit still fits. */
const MOST_DIGITS = 100_000_000_000_000_000n
const EXPONENT_LIMIT = 60

/** The number at the start of a text and how many characters it takes; null for none. */
export function readDecimal(text: string): { number: Decimal; length: number } | null {
  const found = NUMBER.exec(text)
  if (found === null) return null
  const [all, sign, whole, fraction = '', power = '0'] = found
  const number: Decimal = { digits: 0n, exponent: 0, negative: sign === '-' }
  const add = (digit: string, behindPoint: boolean): void => {
    if (number.digits < MOST_DIGITS) {
      number.digits = number.digits * 10n + BigInt(digit)
      if (behindPoint) number.exponent--
    } else if (!behindPoint) number.exponent++
  }
  for (const digit of whole) add(digit, false)
  for (const digit of fraction) add(digit, true)
  number.exponent += Math.max(-1000, Math.min(1000, Number(power)))
  return { number, length: all.length }
}

export function toFloat({ digits, exponent, negative }: Decimal): number {
  let m = digits
  let e = exponent
  while (m >= 1_000_000_000n) {
    m /= 10n
    e++
  }
  e = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, e))
  let value = f(Number(m))
  for (; e > 10; e -= 10) value = f(value * 1e10)
  for (; e < -10; e += 10) value = f(value / 1e10)
  const power = Number(`1e${Math.abs(e)}`)
  value = e < 0 ? f(value / power) : f(value * power)
  return negative ? -value : value
}

/** digits x 10^exponent as a whole number, cut off; null if it is negative. */
function whole(digits: bigint, exponent: number, exact: boolean): bigint | null {
  let value = digits
  for (let e = exponent; e < 0 && value !== 0n; e++) {
    if (exact && value % 10n !== 0n) return null
    value /= 10n
  }
  for (let e = exponent; e > 0 && value !== 0n; e--) {
    if (value > 0xffffffffn) return null
    value *= 10n
  }
  return value
}

/** null unless it is a whole number of 0..2^32-1. */
export function toU32({ digits, exponent, negative }: Decimal): number | null {
  const value = whole(digits, exponent, true)
  if (value === null || value > 0xffffffffn || (negative && value !== 0n)) return null
  return Number(value)
}

/** Billionths, cut off; null unless it lies in 0..1. */
export function toBillionths({ digits, exponent, negative }: Decimal): number | null {
  const value = whole(digits, exponent + 9, false)
  if (value === null || value > 1_000_000_000n || (negative && value !== 0n)) return null
  return Number(value)
}

/** Seven significant digits: 1.234567E-03. */
export function floatText(value: number): string {
  const sign = value < 0 ? '-' : ''
  let size = Math.abs(value)
  let exponent = 0
  let digits = 0
  if (size > 0 && size <= 3.4e38) {
    for (; size >= 1e10; exponent += 10) size = f(size / 1e10)
    for (; size < 1; exponent -= 10) size = f(size * 1e10)
    let p = 9
    while (size < Number(`1e${p}`)) p--
    exponent += p
    digits = Math.trunc(f(f(f(size / Number(`1e${p}`)) * 1e6) + 0.5))
    if (digits >= 10_000_000) {
      digits = Math.trunc(digits / 10)
      exponent++
    }
  } else if (size !== 0) {
    digits = 9_910_000
    exponent = 37
  }
  const text = String(digits).padStart(7, '0')
  const power = String(Math.abs(exponent)).padStart(2, '0')
  return `${sign}${text[0]}.${text.slice(1)}E${exponent < 0 ? '-' : '+'}${power}`
}
