import type { EChartsOption } from 'echarts'
import { countAxis } from './extent'
import { formatCount, formatPower, formatSi } from './format'
import type { FigureTheme } from './theme'

export type { EChartsOption }

/** Room around the plot, px; fixed, so that the plot does not move when digits change. */
export interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

export const margins: Margins = { left: 56, right: 16, top: 30, bottom: 42 }

/** What every figure shares: no animation, fixed margins, its fonts, a plain-text tooltip. */
export function frameOf(theme: FigureTheme, room: Margins = margins) {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.text },
    grid: { ...room, outerBoundsMode: 'none' as const },
    tooltip: {
      // HTML tooltips carry inline styles, which the window's content security policy forbids.
      renderMode: 'richText' as const,
      confine: true,
      transitionDuration: 0,
      backgroundColor: theme.background,
      borderColor: theme.axis,
      borderWidth: 1,
      padding: 8,
      textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
    },
  }
}

/** Lines, ticks and labels that every axis shares. */
export function axisStyle(theme: FigureTheme, grid: boolean) {
  return {
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.axis } },
    axisTick: { show: true, length: 4, lineStyle: { color: theme.axis } },
    minorTick: { show: false },
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      hideOverlap: true,
    },
    splitLine: { show: grid, lineStyle: { color: theme.grid } },
  }
}

function nameStyle(theme: FigureTheme) {
  return { color: theme.muted, fontFamily: theme.fontFamily, fontSize: theme.fontSize }
}

/** Name centred below a horizontal axis. */
export function nameBelow(name: string, theme: FigureTheme) {
  return {
    name,
    nameLocation: 'middle' as const,
    nameGap: 26,
    nameMoveOverlap: false,
    nameTextStyle: nameStyle(theme),
  }
}

/** Name above a vertical axis, starting at the figure's left edge: read without turning the head. */
export function nameAbove(name: string, theme: FigureTheme, room: Margins = margins) {
  return {
    name,
    nameLocation: 'end' as const,
    nameGap: 10,
    nameMoveOverlap: false,
    nameTextStyle: {
      ...nameStyle(theme),
      align: 'left' as const,
      padding: [0, 0, 0, 4 - room.left],
    },
  }
}

/** Legend at the top right, beside the name of the vertical axis. */
export function legendOf(
  theme: FigureTheme,
  names: (string | { name: string; itemStyle: object })[],
) {
  return {
    show: names.length > 1,
    data: names,
    top: 2,
    right: 12,
    itemWidth: 14,
    itemHeight: 8,
    itemGap: 12,
    textStyle: nameStyle(theme),
    inactiveColor: theme.axis,
  }
}

/** The key of an outline in a legend. */
export function dashedKey(theme: FigureTheme) {
  return { color: 'transparent', borderColor: theme.ghost, borderWidth: 1.25, borderType: [3, 2] }
}

/** Steps and counts on an axis: `0`, `500`, `12 k`, `1.5 M`; no more digits than it takes. */
export function countLabel(value: number): string {
  if (Math.abs(value) < 1000) return Number.isInteger(value) ? String(value) : value.toPrecision(2)
  const text = Math.abs(value) < 10_000 ? formatCount(value) : formatSi(value)
  return text.replace(/(\.\d*?)0+(?=\D|$)/, '$1').replace(/\.(?=\D|$)/, '')
}

/** Whole decades of a logarithmic axis; empty between them. */
export function powerLabel(value: number): string {
  const exponent = Math.log10(value)
  const whole = Math.round(exponent)
  return Math.abs(exponent - whole) < 1e-6 ? formatPower(whole) : ''
}

/** A fraction on an axis: `80 %`. */
export function percentLabel(value: number): string {
  return `${Math.round(100 * value)}\u202f%`
}

/** A number on an axis without trailing zeros. */
export function plainLabel(value: number): string {
  const magnitude = Math.abs(value)
  if (value !== 0 && (magnitude < 1e-3 || magnitude >= 1e5)) {
    const [mantissa, exponent] = value.toExponential(1).split('e')
    const power = formatPower(Number(exponent))
    return mantissa === '1.0' ? power : `${mantissa.replace('.0', '').replace('-', '−')}×${power}`
  }
  return String(Number(value.toPrecision(6))).replace('-', '−')
}

/** The upward axis of a histogram: counts from 0, on round ticks. @param top the highest of them */
export function countsUp(name: string, top: number, theme: FigureTheme) {
  return {
    type: 'value' as const,
    min: 0,
    ...countAxis(top),
    ...axisStyle(theme, true),
    ...nameAbove(name, theme, margins),
    axisLabel: { ...axisStyle(theme, true).axisLabel, formatter: countLabel },
  }
}
