import type { SweepFigure } from '@contract'
import { saidInFigure as say } from './said'

/** A figure of the engine with its words in the window's language; files keep the English ones. */
export function figureSaid(figure: SweepFigure): SweepFigure {
  const head = {
    title: say(figure.title),
    caption: say(figure.caption),
    xLabel: say(figure.xLabel),
    yLabel: say(figure.yLabel),
  }
  const named = <T extends { name: string }>(series: readonly T[]): T[] =>
    series.map((one) => ({ ...one, name: say(one.name) }))
  switch (figure.kind) {
    case 'pairs':
      return { ...figure, ...head }
    case 'heat':
      return { ...figure, ...head, valueLabel: say(figure.valueLabel) }
    case 'spread':
      return { ...figure, ...head, series: named(figure.series) }
    case 'bands':
      return { ...figure, ...head, series: named(figure.series) }
    case 'plain':
      return { ...figure, ...head, series: named(figure.series) }
  }
}
