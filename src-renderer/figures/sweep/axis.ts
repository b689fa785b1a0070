import { axisStyle, margins, nameAbove, nameBelow, plainLabel, powerLabel } from '../axes'
import { decadesAround, niceAround, type Range } from '../extent'
import type { FigureTheme } from '../theme'

/** Room for long names of places below the axis. */
export const room = { ...margins, bottom: 46, right: 18 }

export interface ValueAxis {
  range: Range
  log: boolean
  /** A value where it can be drawn: what a logarithmic axis cannot hold lies on its lower edge. */
  place(value: number): number
  /** An option of ECharts. */
  option: object
}

/** Powers of ten between two labels: at most six fit. */
const decadesApart = ([low, high]: Range): number =>
  Math.max(1, Math.ceil(Math.log10(high / low) / 6 - 1e-9))

/** 10 ** -5 is not 1e-5 everywhere. */
const decade = (exponent: number): number => Number(`1e${exponent}`)

/**
 * Values this close to each other, as a ratio, would fill half of the decades around them, which have
 * no label between: an even axis, which hardly differs there, shows what sets them apart.
 */
const CLOSE = 4

const areClose = (values: readonly number[]): boolean =>
  values.length > 0 && Math.min(...values) > 0 && Math.max(...values) < CLOSE * Math.min(...values)

/** Between whole decades. */
function logRange(values: readonly number[]): Range {
  const positive = values.filter((value) => value > 0)
  if (positive.length === 0) return [0.1, 1]
  const [low, high] = decadesAround([Math.min(...positive), Math.max(...positive)])
  const apart = decadesApart([low, high])
  const first = Math.floor(Math.log10(low) / apart + 1e-9) * apart
  const last = Math.ceil((Math.log10(high) - first) / apart - 1e-9) * apart
  return [decade(first), decade(first + last)]
}

/** An axis around numbers, which need not be finite; even where a logarithmic one would hide them. */
export function valueAxis(
  all: readonly number[],
  scale: 'linear' | 'log',
  name: string,
  theme: FigureTheme,
  side: 'x' | 'y' = 'y',
  air?: number,
): ValueAxis {
  const values = all.filter(Number.isFinite)
  const log = scale === 'log' && !areClose(values)
  const zeros = log && values.some((value) => value <= 0)
  const around = niceAround(
    values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)],
    air,
  )
  const range = log ? logRange(values) : around.range
  const label = zeros ? name + theme.words.sweeps.zeros : name
  return {
    range,
    log,
    place: (value) => Math.min(range[1], Math.max(range[0], value)),
    option: {
      type: log ? 'log' : 'value',
      ...(log ? { interval: decadesApart(range) } : { interval: around.step }),
      min: range[0],
      max: range[1],
      ...axisStyle(theme, side === 'y'),
      ...(side === 'y' ? nameAbove(label, theme, room) : nameBelow(label, theme)),
      axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: log ? powerLabel : plainLabel },
    },
  }
}

/** Longer names than this would run into each other. */
const LONG_NAME = 14

/** A long name on two lines. */
export const folded = (label: string): string =>
  label.length > LONG_NAME ? label.replace(/(,) |(，)/, '$1$2\n') : label

/** Places that stand side by side, each with its name. */
export const placeAxis = (labels: readonly string[], name: string, theme: FigureTheme): object => ({
  type: 'category',
  data: [...labels],
  ...axisStyle(theme, false),
  axisTick: { show: false },
  axisLabel: { ...axisStyle(theme, false).axisLabel, hideOverlap: false, interval: 0 },
  ...nameBelow(name, theme),
})

/** Sideways shift of the n-th point of a place, px: a fixed pattern that fills the width evenly. */
export function shift(n: number, width: number): number {
  const golden = 0.6180339887498949
  return width * (((n + 1) * golden) % 1) - width / 2
}
