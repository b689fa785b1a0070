import { viridis } from './viridis'

/** Red, green and blue, 0..255. */
export type Rgb = readonly [number, number, number]

export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function clampUnit(t: number): number {
  return t > 0 ? Math.min(t, 1) : 0
}

/** Sequential data: t = 0..1 on the whole of viridis. NaN counts as 0. */
export function sequentialColour(t: number): string {
  return viridis[Math.round(clampUnit(t) * 255)]
}

/**
 * Sequential data drawn as thin lines on the figure's background: the end of viridis that would
 * drown in the background (yellow on white, violet on black) is left out.
 */
export function lineColour(t: number, dark: boolean): string {
  const [low, high] = dark ? [0.22, 1] : [0, 0.86]
  return sequentialColour(low + (high - low) * clampUnit(t))
}

const negative: Rgb = [33, 102, 172]
const positive: Rgb = [200, 80, 20]

/** Signed data: t = -1 blue, 0 the neutral centre, 1 vermilion. */
export function divergingColour(t: number, dark: boolean): string {
  const centre: Rgb = dark ? [40, 44, 50] : [244, 244, 242]
  const end = t < 0 ? negative : positive
  const weight = clampUnit(Math.abs(t))
  return toHex(centre.map((c, i) => c + (end[i] - c) * weight))
}

function toHex(rgb: readonly number[]): string {
  return `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance of the Web Content Accessibility Guidelines, 0..1. */
export function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map((c) => {
    const s = c / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG contrast ratio of two colours, 1..21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Black or white, whichever reads better on the colour. */
export function textOn(hex: string): string {
  return contrast(hex, '#ffffff') >= contrast(hex, '#000000') ? '#ffffff' : '#000000'
}
