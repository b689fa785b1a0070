/** Shortest text of a number that is set by hand: 0.25, 30, 3e-7; no thousands separators. */
export function numberText(value: number): string {
  const magnitude = Math.abs(value)
  if (value !== 0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
    return Number(value.toPrecision(4)).toExponential()
  }
  return String(Number(value.toPrecision(7)))
}

/** A number typed by a person, decimal comma and full-width digits allowed; null when it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/^\+/, '').replace(',', '.').replace('−', '-')
  return /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null
}

export interface Scale {
  min: number
  max: number
  /** log: equal distances are equal ratios. */
  log: boolean
  /** Distance of two neighbouring values of a whole-number scale. */
  whole: boolean
}

const positions = 1000

/** Places of a slider: the values themselves, or 0..1000 on a log scale. */
export function sliderOf(scale: Scale): { min: number; max: number; step: number } {
  const { min, max, log, whole } = scale
  if (log) return { min: 0, max: positions, step: 10 }
  // 50 to 500 places at round distances: 0.01 for a probability.
  const step = whole ? 1 : 10 ** Math.floor(Math.log10((max - min) / 50))
  return { min, max: Math.max(max, min + step), step }
}

/** Place of a value on its slider. */
export function toPosition(value: number, { min, max, log }: Scale): number {
  const inside = Math.min(max, Math.max(min, value))
  if (!log) return inside
  return Math.round((Math.log(inside / min) / Math.log(max / min)) * positions)
}

/** Value at a place of a slider, rounded to what a person would type: two digits, or whole. */
export function fromPosition(position: number, { min, max, log, whole }: Scale): number {
  if (!log) return Number(position.toPrecision(9))
  if (position <= 0) return min
  if (position >= positions) return max
  const value = Number((min * (max / min) ** (position / positions)).toPrecision(2))
  return whole ? Math.round(value) : value
}

/** The next value up (1) or down (-1): a tenth on a log scale, a hundredth of the range else. */
export function nudged(value: number, direction: 1 | -1, scale: Scale): number {
  const { min, max, log, whole } = scale
  const raw = log ? value * 1.1 ** direction : value + (direction * (max - min)) / 100
  if (whole) {
    const next = Math.round(raw)
    return Math.min(max, Math.max(min, next === value ? value + direction : next))
  }
  return Math.min(max, Math.max(min, Number(raw.toPrecision(3))))
}
