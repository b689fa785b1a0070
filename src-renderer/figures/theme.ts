import type { HistorySeries, SeriesName } from '@contract'
import { english, type FigureWords } from './words'

/**
 * How a figure looks. Data colours are from Okabe and Ito's palette, which stays distinct under
 * the three common colour-vision deficiencies; the accent is its blue (light) or sky blue (dark).
 */
export interface FigureTheme {
  dark: boolean
  fontFamily: string
  /** Pixels; labels and ticks. */
  fontSize: number
  background: string
  text: string
  /** Axis labels and notes; at least 4.5:1 on the background. */
  muted: string
  /** Grid lines and the outlines of empty cells. */
  grid: string
  /** Axis lines and ticks. */
  axis: string
  accent: string
  /** Outlines of what was before training. */
  ghost: string
  /** Expected laws and reference lines. */
  reference: string
  /** Cut edges and wrong answers. */
  alarm: string
  series: Record<SeriesName, string>
  /** The language of the figure. */
  words: FigureWords
  /** For outputs and classes, in order; taken again from the start after the last. */
  qualitative: readonly string[]
}

const windowFont = "'Inter Variable', 'Inter', 'Noto Sans SC Variable', system-ui, sans-serif"

/** Fonts that a reader's system has, for figures in files. */
export const fileFont =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

export const lightTheme: FigureTheme = {
  dark: false,
  words: english,
  fontFamily: windowFont,
  fontSize: 11,
  background: '#ffffff',
  text: '#1c1e21',
  muted: '#5c636d',
  grid: '#e9ebee',
  axis: '#b4bac2',
  accent: '#0072b2',
  ghost: '#6b7280',
  reference: '#c04f00',
  alarm: '#c04f00',
  series: {
    train: '#0072b2',
    test: '#d55e00',
    batch: '#8a929c',
    trainAccuracy: '#0072b2',
    testAccuracy: '#d55e00',
    twin: '#009e73',
  },
  qualitative: ['#0072b2', '#d55e00', '#009e73', '#b3589a', '#b88300', '#3d9bd1', '#5c636d'],
}

export const darkTheme: FigureTheme = {
  dark: true,
  words: english,
  fontFamily: windowFont,
  fontSize: 11,
  background: '#15171a',
  text: '#e6e8eb',
  muted: '#9aa3ae',
  grid: '#262a2f',
  axis: '#4a515a',
  accent: '#56b4e9',
  ghost: '#a3abb5',
  reference: '#f0a030',
  alarm: '#f0a030',
  series: {
    train: '#56b4e9',
    test: '#f0a030',
    batch: '#78818c',
    trainAccuracy: '#56b4e9',
    testAccuracy: '#f0a030',
    twin: '#2fc79a',
  },
  qualitative: ['#56b4e9', '#f0a030', '#2fc79a', '#dc94bd', '#f0e442', '#8fa8ff', '#9aa3ae'],
}

/** Colour of a series; outputs take the qualitative colours after train's and test's. */
export function seriesColour(name: HistorySeries, theme: FigureTheme): string {
  const number = /^output:(\d+)$/.exec(name)?.[1]
  return number === undefined
    ? theme.series[name as SeriesName]
    : theme.qualitative[(Number(number) + 2) % theme.qualitative.length]
}

/** The theme of the window (default) or, with `fileFont`, of a file; in English unless told. */
export function figureTheme(
  dark: boolean,
  fontFamily = windowFont,
  words: FigureWords = english,
): FigureTheme {
  return { ...(dark ? darkTheme : lightTheme), fontFamily, words }
}
