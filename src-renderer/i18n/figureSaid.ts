import type { SweepFigure } from '@contract'
import { said } from './said'

const named = <T extends { name: string }>(series: readonly T[]): T[] =>
  series.map((one) => ({ ...one, name: said(one.name) }))
const labelled = <T extends { label: string }>(groups: readonly T[]): T[] =>
  groups.map((one) => ({ ...one, label: said(one.label) }))

/** A figure of the engine with its words in the window's language; files keep the English ones. */
export function figureSaid(figure: SweepFigure): SweepFigure {
  const head = {
    title: said(figure.title),
    caption: said(figure.caption),
    xLabel: said(figure.xLabel),
    yLabel: said(figure.yLabel),
  }
  switch (figure.kind) {
    case 'spread':
      return {
        ...figure,
        ...head,
        series: named(figure.series).map((one) => ({ ...one, groups: labelled(one.groups) })),
      }
    case 'pairs':
      return {
        ...figure,
        ...head,
        groups: labelled(figure.groups),
        bounds: labelled(figure.bounds),
      }
    case 'heat':
      return {
        ...figure,
        ...head,
        valueLabel: said(figure.valueLabel),
        x: figure.x.map(said),
        y: figure.y.map(said),
      }
    case 'bands':
      return { ...figure, ...head, series: named(figure.series) }
    case 'plain':
      return { ...figure, ...head, series: named(figure.series) }
  }
}
