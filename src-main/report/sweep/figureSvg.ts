import type { SweepFigure } from '@contract'
import { sweepFigureOption } from '@figures'
import { chartSvg, reportTheme } from '../svg'

/** Places that side by side need the whole width; with a line of words below each. */
const WIDE_PLACES = 6
const WIDE_PAIRS = 4

/** Whether a figure takes the width of the page. */
export function isWide(figure: SweepFigure): boolean {
  switch (figure.kind) {
    case 'spread':
      return figure.series.length > 1 || figure.series[0].groups.length >= WIDE_PLACES
    case 'pairs':
      return figure.groups.length >= WIDE_PAIRS
    case 'heat':
      return figure.x.length >= WIDE_PLACES
    case 'bands':
    case 'plain':
      return figure.series.length > 3
  }
}

/** A figure as a vector, as wide as its place on the page of a report. */
export function sweepSvg(figure: SweepFigure): string {
  const [width, height] = isWide(figure) ? [892, 330] : [440, 300]
  return chartSvg(sweepFigureOption(figure, reportTheme), width, height)
}
