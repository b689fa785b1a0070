import type { SweepFigure } from '@contract'

/** The same figure whose points name their runs otherwise. */
export function withRunNames(figure: SweepFigure, names: ReadonlyMap<string, string>): SweepFigure {
  const of = <T extends { run: string }>(points: T[]): T[] =>
    points.map((point) => ({ ...point, run: names.get(point.run) ?? point.run }))
  const group = <T extends { values: { value: number; run: string }[] }>(one: T): T => ({
    ...one,
    values: of(one.values),
  })
  switch (figure.kind) {
    case 'spread':
      return {
        ...figure,
        series: figure.series.map((one) => ({ ...one, groups: one.groups.map(group) })),
      }
    case 'pairs':
      return { ...figure, groups: figure.groups.map(group) }
    case 'heat':
      return { ...figure, cells: figure.cells.map(group) }
    case 'plain':
      return { ...figure, series: figure.series.map((one) => ({ ...one, points: of(one.points) })) }
    case 'bands':
      return figure
  }
}
