import type { SweepFigure } from '@contract'
import type { EChartsOption } from '../axes'
import type { FigureTheme } from '../theme'
import { bandsFigure } from './bands'
import { heatFigure } from './heat'
import { pairsFigure } from './pairs'
import { plainFigure } from './plain'
import { spreadFigure } from './spread'

/** A figure of a sweep or a study as an option of ECharts; items carry the `run` that they show. */
export function sweepFigureOption(figure: SweepFigure, theme: FigureTheme): EChartsOption {
  switch (figure.kind) {
    case 'spread':
      return spreadFigure(figure, theme)
    case 'pairs':
      return pairsFigure(figure, theme)
    case 'heat':
      return heatFigure(figure, theme)
    case 'bands':
      return bandsFigure(figure, theme)
    case 'plain':
      return plainFigure(figure, theme)
  }
}

/** Which run an item of a figure shows; null: none. @param data `params.data` of a click */
export function runOfItem(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('run' in data)) return null
  return typeof data.run === 'string' && data.run !== '' ? data.run : null
}
